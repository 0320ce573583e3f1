import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { constants, createGzip } from 'node:zlib';
import express, { type Express, type Response } from 'express';
import packedStatic from 'express-static-gzip';
import { z } from 'zod';
import { mayCall } from '#shared/auth/permissions.ts';
import { boardPath } from '#shared/board/wire.ts';
import { idOf } from '#shared/kit/ids.ts';
import type { AsOf } from './board/kept.ts';
import * as preferences from './preferences/store.ts';
import type { ContextOf } from './route.ts';
import { type StillProgram, stillOf } from './still.ts';
import type { RequestContext } from './trpc.ts';

const SeriesId = idOf('meetingSeries');
const Manifest = z.record(z.string(), z.object({ file: z.string(), css: z.array(z.string()).default([]) }));

/** The page asks for this and for its board as soon as it runs, in these very words: a browser that is told at once has them by then. */
const SESSION = '/trpc/auth.me?batch=1&input=%7B%7D';

/** Serves the built client: files under their hashed names for good, and one page for every address. */
export function serveClient(app: Express, folder: string, contextOf: ContextOf<AsOf>, report: (error: unknown) => void): void {
  app.use(
    '/assets',
    packedStatic(path.join(folder, 'assets'), {
      enableBrotli: true,
      orderPreference: ['br'],
      serveStatic: { immutable: true, maxAge: '365d', fallthrough: false },
    }),
  );
  app.use(express.static(folder, { index: false, maxAge: 0 }));
  const board = boardPage(folder, report);
  app.get(/^\/(?!trpc\/).*/, async (request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    const ctx = request.path === '/' && board ? await contextOf(request, response) : null;
    if (board && ctx?.actor && !ctx.mustChangePassword && mayCall(ctx.actor.role, 'board.snapshot')) {
      const { seriesId } = await preferences.read(ctx.db, idOf('account').parse(ctx.actor.id));
      const asked = SeriesId.safeParse(request.query.series).data ?? seriesId;
      response.setHeader('Link', [...board.hints, `<${boardPath(asked)}>; rel=preload; as=fetch; crossorigin`]);
      // The still shows the district’s own agenda: whoever looks at another series waits for the program.
      if (!asked) return void (await board.send(ctx, response, request.originalUrl));
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
 * with it; the answers that the program will ask for are fetched side by side with it, the program itself once it is painted.
 */
function boardPage(folder: string, report: (error: unknown) => void) {
  const manifestFile = path.join(folder, '.vite/manifest.json');
  const program = path.join(folder, '../still/still.js');
  // A page that was built without a still is served all the same.
  if (!existsSync(manifestFile) || !existsSync(program)) return null;
  const manifest = Manifest.parse(JSON.parse(readFileSync(manifestFile, 'utf8')));
  const [board, main, after] = [manifest['src/board/BoardPage.tsx'], manifest['index.html'], manifest['src/app/after-still.ts']];
  if (!board || !main || !after) throw new Error('the manifest does not name the files of the first page');
  const css = [...main.css, ...board.css].map((file) => readFileSync(path.join(folder, file), 'utf8')).join('');
  const [head = '', body = ''] = readFileSync(path.join(folder, 'index.html'), 'utf8')
    .replace(/<link rel="stylesheet"[^>]*>/g, () => `<style>${css}</style>`)
    .replace(
      /(<script type="module"[^>]*) src="([^"]*)"/,
      (_all, tag: string, src: string) => `${tag} src="/${after.file}" data-program="${src}" data-ahead="/${board.file}"`,
    )
    .split('<div id="root">');
  let drawing: Promise<StillProgram> | null = null;

  /** The page piece by piece. Without a still, or without the rest of it, the page is as good, only later. */
  async function* pieces(ctx: RequestContext & AsOf, url: string): AsyncGenerator<string> {
    yield `${head}<div id="still" inert aria-hidden="true">`;
    try {
      drawing ??= import(pathToFileURL(program).href);
      yield* stillOf(ctx, url, await drawing);
    } catch (error) {
      report(error);
    }
    yield `</div><div id="root">${body}`;
  }

  return {
    hints: [`</${after.file}>; rel=modulepreload; crossorigin`, `<${SESSION}>; rel=preload; as=fetch; crossorigin`],
    /** Each piece leaves before the next one is made: the browser makes its page and loads its faces while the board is drawn. */
    send: async (ctx: RequestContext & AsOf, response: Response, url: string): Promise<void> => {
      // Packed here, as every browser takes it, because what packs all other answers holds the pieces back; nor is a proxy to.
      response.setHeader('Content-Encoding', 'gzip');
      response.setHeader('X-Accel-Buffering', 'no');
      const page = createGzip({ flush: constants.Z_SYNC_FLUSH });
      pipeline(page, response.type('html'), () => undefined);
      for await (const piece of pieces(ctx, url)) await new Promise((sent) => page.write(piece, sent));
      page.end();
    },
  };
}
