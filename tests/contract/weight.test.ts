import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { z } from 'zod';

const built = path.resolve(import.meta.dirname, '../../dist/client');
const Manifest = z.record(z.string(), z.object({ file: z.string(), imports: z.array(z.string()).default([]) }));

/** What the board's page may weigh, gzipped, in all that it loads before it stands still. */
const MOST_BYTES = 200_000;

/** A file of the build with everything that it cannot begin without. */
function withImports(manifest: z.infer<typeof Manifest>, name: string, found = new Set<string>()): Set<string> {
  const entry = manifest[name];
  if (!entry) throw new Error(`the build has no ${name}`);
  if (found.has(entry.file)) return found;
  found.add(entry.file);
  for (const each of entry.imports) withImports(manifest, each, found);
  return found;
}

test('the JavaScript of the board’s page is at most 200 kB', () => {
  const manifest = Manifest.parse(JSON.parse(readFileSync(path.join(built, '.vite/manifest.json'), 'utf8')));
  const files = withImports(manifest, 'src/board/BoardPage.tsx', withImports(manifest, 'index.html'));
  for (const name of readdirSync(path.join(built, 'assets'))) if (/^(worker|first-theme)-.*\.js$/.test(name)) files.add(`assets/${name}`);
  const weights = Array.from(files, (file) => ({ file, bytes: gzipSync(readFileSync(path.join(built, file))).length }));
  weights.sort((a, b) => b.bytes - a.bytes);
  const total = weights.reduce((sum, { bytes }) => sum + bytes, 0);
  const heaviest = weights.map(({ file, bytes }) => `${bytes} ${file}`).slice(0, 8);
  expect(total, `${total} bytes; the heaviest: ${heaviest.join(', ')}`).toBeLessThanOrEqual(MOST_BYTES);
});
