import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import express, { type Express } from 'express';
import { z } from 'zod';
import { mayCall } from '#shared/auth/permissions.ts';
import type { ContextOf } from './route.ts';

const Manifest = z.record(z.string(), z.object({ file: z.string(), css: z.array(z.string()).default([]) }));

/** The page asks for these as soon as it runs, in these very words: a browser that is told at once has them by then. */
const answers = ['/trpc/auth.me?batch=1&input=%7B%7D', '/board/snapshot'];

/** Serves the built client: files under their hashed names for good, and one page for every address. */
export function serveClient(app: Express, folder: string, contextOf: ContextOf): void {
  app.use('/assets', express.static(path.join(folder, 'assets'), { immutable: true, maxAge: '365d', fallthrough: false }));
  app.use(express.static(folder, { index: false, maxAge: 0 }));
  const board = boardHints(folder);
  app.get(/^\/(?!trpc\/).*/, async (request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    if (request.path === '/') {
      const { actor } = await contextOf(request, response);
      if (actor && mayCall(actor.role, 'board.snapshot')) response.setHeader('Link', board);
    }
    response.sendFile(path.join(folder, 'index.html'));
  });
}

/** What the board needs beside the page itself, fetched side by side with it instead of one after the other. */
function boardHints(folder: string): string[] {
  const file = path.join(folder, '.vite/manifest.json');
  // A page that was built without saying what it holds is served all the same.
  const manifest = existsSync(file) ? Manifest.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
  const { file: script = null, css = [] } = manifest['src/board/BoardPage.tsx'] ?? {};
  return [
    ...(script ? [`</${script}>; rel=modulepreload; crossorigin`] : []),
    ...css.map((each) => `</${each}>; rel=preload; as=style; crossorigin`),
    ...answers.map((each) => `<${each}>; rel=preload; as=fetch; crossorigin`),
  ];
}
