import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { makeId } from '#shared/kit/ids.ts';
import { type ServedWorld, serveWorld, type Visitor } from '#tests/support/visitor.ts';

// How the server hands the first page over, whatever the client makes of it: here the client draws one word of each part.
const page = '<!doctype html><head><script type="module" src="/assets/main.js"></script></head><body><div id="root"></div></body>';
const manifest = {
  'index.html': { file: 'assets/main.js' },
  'src/board/BoardPage.tsx': { file: 'assets/board.js' },
  'src/app/after-still.ts': { file: 'assets/after.js' },
};
const still = `
export const drawFrame = ({ session }) => ['<main>' + session.actor.name, '</main>'];
export const drawBoard = async ({ url }) => {
  if (url === '/?fails') throw new Error('the board cannot be drawn');
  await globalThis.boardIsDrawn;
  return '<i>board</i>';
};`;

declare global {
  var boardIsDrawn: Promise<void> | undefined;
}

let world: ServedWorld;
let office: Visitor;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'tuijin-first-page-'));
  for (const name of ['client/assets', 'client/.vite', 'still']) mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, 'client/index.html'), page);
  writeFileSync(path.join(folder, 'client/.vite/manifest.json'), JSON.stringify(manifest));
  writeFileSync(path.join(folder, 'still/still.js'), still);
  writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
  world = await serveWorld({ clientFolder: path.join(folder, 'client') });
  office = world.visit();
  await office.signIn('office');
});
afterAll(async () => {
  globalThis.boardIsDrawn = undefined;
  await world?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the frame is there while the board is still being drawn, and the board then stands in it', async () => {
  let draw = (): void => undefined;
  globalThis.boardIsDrawn = new Promise((resolve) => {
    draw = resolve;
  });
  const response = await office.fetch('/');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const readUntil = async (end: (text: string, isOver: boolean) => boolean) => {
    for (let isOver = false; !end(text, isOver); ) {
      const { value = '', done } = (await reader?.read()) ?? { done: true };
      text += value;
      isOver = done;
    }
  };
  // Were the frame held back, this would wait for ever.
  await readUntil((soFar) => soFar.includes('<main>'));
  expect(text).not.toContain('board</i>');
  draw();
  await readUntil((_soFar, isOver) => isOver);
  expect(text).toContain(
    `<div id="still" inert aria-hidden="true"><main>${world.actors.office.name}<i>board</i></main></div><div id="root">`,
  );
  expect(text).toContain('src="/assets/after.js" data-program="/assets/main.js" data-ahead="/assets/board.js"');
});

test('whoever leaves in the middle of the page takes nothing with them', async () => {
  let draw = (): void => undefined;
  globalThis.boardIsDrawn = new Promise((resolve) => {
    draw = resolve;
  });
  const leaving = new AbortController();
  const response = await office.fetch('/', { signal: leaving.signal });
  await response.body?.getReader().read();
  leaving.abort();
  draw();
  expect(await (await office.fetch('/')).text()).toContain('<i>board</i>');
});

test('a board that cannot be drawn leaves a whole page, which the program fills; the server’s output says why', async () => {
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    const text = await (await office.fetch('/?fails')).text();
    expect(text).toContain(`<main>${world.actors.office.name}</main></div><div id="root"></div></body>`);
    expect(written.mock.calls.map(([line]) => String(line)).join('')).toContain('the board cannot be drawn');
  } finally {
    written.mockRestore();
  }
});

test('whoever looks at another series’ agenda gets the page without the district’s own', async () => {
  const text = await (await office.fetch(`/?series=${makeId('meetingSeries', 'a'.repeat(32))}`)).text();
  expect(text).toBe(page);
});
