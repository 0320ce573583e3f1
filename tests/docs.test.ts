import { existsSync, readdirSync, readFileSync } from 'node:fs';
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
const decisions = readdirSync(path.join(root, 'docs/decisions')).map((name) => `docs/decisions/${name}`);

test.each(['README.md', 'README.zh-CN.md', 'CHANGELOG.md'])('%s names only commands that exist', (file) => {
  const named = [...read(file).matchAll(/npm run ([a-z:]+)/g)].map((match) => match[1] ?? '');
  expect(named.filter((name) => !(name in manifest.scripts))).toEqual([]);
});

test.each(['README.md', 'README.zh-CN.md'])('%s names only folders that exist', (file) => {
  const named = [...read(file).matchAll(/`((?:shared|server|client|tests|docs)(?:\/[a-z-]+)*)`/g)].map((match) => match[1] ?? '');
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((folder) => !existsSync(path.join(root, folder)))).toEqual([]);
});

test("the README's tree is the tree: every noun, on the sides where it has files", () => {
  const told = [...read('README.md').matchAll(/^\| `([a-z]+)` +\| .+ \| ((?:shared|server|client)(?: (?:server|client))*) +\|$/gm)].flatMap(
    ([, noun, sides]) => (sides ?? '').split(' ').map((side) => `${side}/src/${noun}`),
  );
  const real = ['shared', 'server', 'client'].flatMap((side) =>
    readdirSync(path.join(root, side, 'src'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(path.join(root, side, 'src'), entry.parentPath).split(path.sep)[0])
      .filter((noun) => noun)
      .map((noun) => `${side}/src/${noun}`),
  );
  expect(told.sort()).toEqual([...new Set(real)].sort());
});

test('every file that a decision or the list of dependencies names in full exists', () => {
  const named = ['docs/dependencies.md', ...decisions].flatMap((file) =>
    [...read(file).matchAll(/`((?:shared|server|client|tests|scripts)\/[\w./-]+\.\w+)`/g)].map((match) => match[1] ?? ''),
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
});

test('every link of the documents leads somewhere', () => {
  for (const file of ['README.md', 'README.zh-CN.md', 'docs/dependencies.md', ...decisions]) {
    const links = [...read(file).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map((match) => match[1] ?? '');
    expect(links.filter((link) => !existsSync(path.join(root, path.dirname(file), link)))).toEqual([]);
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
