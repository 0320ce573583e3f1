import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, chmod, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';

const run = promisify(execFile);

/** The Chromium of the npm package, unpacked. */
export type NpmChromium = { executable: string; libraries: string };

/**
 * Unpacks the browser that came with npm, once for a machine and version.
 * The package's own launcher is not used: it closes a browser at its second context and switches web security off.
 */
export async function unpackNpmChromium(): Promise<NpmChromium> {
  const bin = path.resolve(path.dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../../bin');
  const { version }: { version: string } = JSON.parse(await readFile(path.join(bin, '../package.json'), 'utf8'));
  const home = path.join(os.tmpdir(), `tuijin-chromium-${version}`);
  if (!(await exists(home))) await unpackInto(home, bin);
  return { executable: path.join(home, 'chromium'), libraries: path.join(home, 'lib') };
}

/** Two runs may unpack at once: each works in a folder of its own, and the first to finish gives it its name. */
async function unpackInto(home: string, bin: string): Promise<void> {
  const work = await mkdtemp(`${home}.`);
  try {
    const executable = path.join(work, 'chromium');
    const archives = ['al2023', 'swiftshader'].map((name) => untar(path.join(bin, `${name}.tar.br`), work));
    await Promise.all([...archives, decompress(path.join(bin, 'chromium.br'), executable)]);
    await chmod(work, 0o755);
    await chmod(executable, 0o755);
    await rename(work, home).catch(async (error: unknown) => {
      if (!(await exists(home))) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** tar stops reading at the archive's end mark, before the padding: from a pipe that would look like a failure. */
async function untar(archive: string, into: string): Promise<void> {
  const file = path.join(into, path.basename(archive, '.br'));
  await decompress(archive, file);
  await run('tar', ['-x', '-f', file, '-C', into]);
  await rm(file);
}

function decompress(from: string, to: string): Promise<void> {
  return pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
