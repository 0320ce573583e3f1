import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import express, { type Express } from 'express';
import { z } from 'zod';
import { mayCall } from '#shared/auth/permissions.ts';
import { boardPath } from '#shared/board/wire.ts';
import { idOf } from '#shared/kit/ids.ts';
import * as preferences from './preferences/store.ts';
import type { ContextOf } from './route.ts';
import { type DrawStill, stillOf } from './still.ts';
import type { RequestContext } from './trpc.ts';

const SeriesId = idOf('meetingSeries');
const Manifest = z.record(z.string(), z.object({ file: z.string(), css: z.array(z.string()).default([]) }));

/** The page asks for this and for its board as soon as it runs, in these very words: a browser that is told at once has them by then. */
const SESSION = '/trpc/auth.me?batch=1&input=%7B%7D';

/** Serves the built client: files under their hashed names for good, and one page for every address. */
export function serveClient(app: Express, folder: string, contextOf: ContextOf, report: (error: unknown) => void): void {
  app.use('/assets', express.static(path.join(folder, 'assets'), { immutable: true, maxAge: '365d', fallthrough: false }));
  app.use(express.static(folder, { index: false, maxAge: 0 }));
  const board = boardPage(folder);
  app.get(/^\/(?!trpc\/).*/, async (request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    const ctx = request.path === '/' && board ? await contextOf(request, response) : null;
    if (board && ctx?.actor && !ctx.mustChangePassword && mayCall(ctx.actor.role, 'board.snapshot')) {
      const { seriesId } = await preferences.read(ctx.db, idOf('account').parse(ctx.actor.id));
      const asked = SeriesId.safeParse(request.query.series).data ?? seriesId;
      response.setHeader('Link', [...board.hints, `<${boardPath(asked)}>; rel=preload; as=fetch; crossorigin`]);
      // Without a still the page is as good, only later.
      // It shows the district’s own agenda: whoever looks at another series waits for the program.
      const page = asked ? null : await board.draw(ctx, request.originalUrl).catch(report);
      if (page) return void response.type('html').send(page);
    }
    response.sendFile(path.join(folder, 'index.html'));
  });
}

/** The scripts that stand in the page itself, as the policy of what may run names them. */
export function ownScripts(folder: string): string[] {
  const html = readFileSync(path.join(folder, 'index.html'), 'utf8');
  return Array.from(
    html.matchAll(/<script>(.*?)<\/script>/gs),
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
}

/**
 * The page with a still of the board in it, so that the cards are there before the program is. What the still needs comes
 * with it; what the program needs is fetched side by side with it instead of one after the other.
 */
function boardPage(folder: string) {
  const manifestFile = path.join(folder, '.vite/manifest.json');
  const program = path.join(folder, '../still/still.js');
  // A page that was built without a still is served all the same.
  if (!existsSync(manifestFile) || !existsSync(program)) return null;
  const manifest = Manifest.parse(JSON.parse(readFileSync(manifestFile, 'utf8')));
  const [board, main, after] = [manifest['src/board/BoardPage.tsx'], manifest['index.html'], manifest['src/app/after-still.ts']];
  if (!board || !main || !after) throw new Error('the manifest does not name the files of the first page');
  const css = [...main.css, ...board.css].map((file) => readFileSync(path.join(folder, file), 'utf8')).join('');
  const [head = '', body = ''] = readFileSync(path.join(folder, 'index.html'), 'utf8')
    // Nothing is painted before the still is there as a whole.
    .replace(/<link rel="stylesheet"[^>]*>/g, () => `<link rel="expect" href="#root" blocking="render" /><style>${css}</style>`)
    .replace(
      /(<script type="module"[^>]*) src="([^"]*)"/,
      (_all, tag: string, src: string) => `${tag} src="/${after.file}" data-program="${src}"`,
    )
    .split('<div id="root">');
  let drawing: Promise<DrawStill> | null = null;

  return {
    hints: [
      ...[after, main, board].map(({ file }) => `</${file}>; rel=modulepreload; crossorigin`),
      `<${SESSION}>; rel=preload; as=fetch; crossorigin`,
    ],
    draw: async (ctx: RequestContext, url: string): Promise<string> => {
      drawing ??= import(pathToFileURL(program).href).then(({ draw }: { draw: DrawStill }) => draw);
      const draw = await drawing;
      return `${head}<div id="still" inert aria-hidden="true">${await draw(await stillOf(ctx, url))}</div><div id="root">${body}`;
    },
  };
}
