import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const Package = z.object({
  scripts: z.record(z.string(), z.string()),
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});
const manifest = Package.parse(JSON.parse(read('package.json')));

test.each(['README.md', 'README.zh-CN.md', 'CHANGELOG.md'])('%s names only commands that exist', (file) => {
  const named = [...read(file).matchAll(/npm run ([a-z:]+)/g)].map((match) => match[1] ?? '');
  expect(named.filter((name) => !(name in manifest.scripts))).toEqual([]);
});

test('the README names only folders that exist', () => {
  const named = [...read('README.md').matchAll(/`((?:shared|server|client|tests|docs)(?:\/[a-z-]+)*)`/g)].map((match) => match[1] ?? '');
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((folder) => !existsSync(path.join(root, folder)))).toEqual([]);
});

test('every link of the documents leads somewhere', () => {
  for (const file of ['README.md', 'README.zh-CN.md']) {
    const links = [...read(file).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map((match) => match[1] ?? '');
    expect(links.filter((link) => !existsSync(path.join(root, link)))).toEqual([]);
  }
});

test('every dependency has its reason written down, and nothing else has', () => {
  const written = read('docs/dependencies.md');
  const named = new Set(
    [...written.matchAll(/^\| ([^|]+) \|/gm)].flatMap((match) => (match[1] ?? '').split(',').map((name) => name.trim())),
  );
  const used = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(used.filter((name) => !named.has(name))).toEqual([]);
  expect([...named].filter((name) => !used.includes(name) && name !== 'package' && !/^-+$/.test(name))).toEqual([]);
});
