import { z } from 'zod';
import type { BoardDelta, BoardSnapshot } from '#shared/board/card.ts';
import { UndoMove } from '#shared/board/undo.ts';
import { NamedSeries } from '#shared/meetings/inputs.ts';
import * as districts from '../districts/store.ts';
import * as events from '../events/store.ts';
import * as projects from '../projects/store.ts';
import { inDistrict, router } from '../trpc.ts';
import { cardsOf, touchedSince } from './store.ts';
import { undoMove } from './undo.ts';

export const boardRouter = router({
  /** The whole board as of its sequence number: sent once, then changes alone. */
  snapshot: inDistrict.input(NamedSeries.optional()).query(async ({ ctx, input }): Promise<BoardSnapshot> => {
    const district = await districts.load(ctx.db, ctx.reach.districtId);
    const seriesId = input?.seriesId ?? null;
    // Read before the cards: what is committed in between is sent again by the next delta, never missed.
    const seq = await events.head(ctx.db);
    return { seq, ...(await cardsOf({ db: ctx.db, district, reach: ctx.reach, now: ctx.now, seriesId })) };
  }),

  /** What has changed since a sequence number, whether that was a moment ago or before a lost connection. */
  since: inDistrict
    .input(NamedSeries.extend({ seq: z.number().int().min(0) }))
    .query(async ({ ctx, input }): Promise<BoardDelta | { seq: number; isStale: true }> => {
      const district = await districts.load(ctx.db, ctx.reach.districtId);
      const seq = await events.head(ctx.db);
      // A number from beyond the end is of another database, or of this one before a restore.
      const touched = input.seq > seq ? null : await touchedSince(ctx.db, district.id, input.seq);
      if (touched === null) return { seq, isStale: true };
      const seriesId = input.seriesId ?? null;
      const { header, cards } = await cardsOf({ db: ctx.db, district, reach: ctx.reach, now: ctx.now, seriesId }, touched);
      const shown = new Set(cards.map((card) => card.id));
      return { seq, header, cards, gone: touched.filter((id) => !shown.has(id)) };
    }),

  /** Takes back a move of one's own, until somebody else has changed the same thing. */
  undo: inDistrict
    .input(UndoMove)
    .mutation(({ ctx, input }) =>
      ctx.change(async (tx) => undoMove(tx, ctx, await projects.load(tx, ctx.reach, input.projectId), input.requestId)),
    ),

  /** The projects whose name sounds like a text, in full pinyin or initials: the dictionary is the server's. */
  sounding: inDistrict.input(z.strictObject({ text: z.string().trim().min(1).max(60) })).query(async ({ ctx, input }) => {
    const found = await projects.search(ctx.db, ctx.reach, input.text, Number.POSITIVE_INFINITY);
    return found.map(({ id }) => id);
  }),
});
