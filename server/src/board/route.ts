import { SEQ_HEADER } from '#shared/board/wire.ts';
import { idOf } from '#shared/kit/ids.ts';
import * as allSeries from '../meetings/series-store.ts';
import { type ContextOf, guardedRoute } from '../route.ts';
import type { AsOf } from './kept.ts';

const SeriesId = idOf('meetingSeries');

/**
 * The whole board, as `board.snapshot` answers it, from bytes that are kept: for whom, and how far they see, is asked anew
 * each time.
 */
export function boardRoute(contextOf: ContextOf<AsOf>) {
  return guardedRoute(contextOf, 'board.snapshot', async ({ ctx, reach }, request, response) => {
    // What somebody has kept may be closed by now, or another district's: then it is the district's own.
    const { series } = request.query;
    // Hardly anybody asks for one, and what is refused takes its time to say why.
    const asked = series === undefined ? undefined : SeriesId.safeParse(series).data;
    const open = asked ? await allSeries.open(ctx.db, reach.districtId) : [];
    const chosen = open.find(({ id, isDefault }) => id === asked && !isDefault);
    const { seq, etag, bytes } = await ctx.services.boards.answer(ctx.db, reach, ctx, chosen?.id ?? null);
    response.setHeader(SEQ_HEADER, seq);
    response.setHeader('ETag', etag);
    response.setHeader('Vary', 'Accept-Encoding');
    if (request.headers['if-none-match'] === etag) return void response.status(304).end();
    // A browser takes either; what takes neither is a program, and is told what it gets.
    const packing = request.acceptsEncodings('br') ? 'br' : 'gzip';
    const body = await bytes(packing);
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.setHeader('Content-Encoding', packing);
    response.setHeader('Content-Length', body.length);
    response.end(body);
  });
}
