import { z } from 'zod';
import { dayOf } from '#shared/kit/calendar.ts';
import type { LedgerDelta, LedgerSnapshot } from '#shared/ledgers/records.ts';
import { Ledger, LedgerView } from '#shared/ledgers/view.ts';
import { touchedSince } from '../board/store.ts';
import * as districts from '../districts/store.ts';
import * as events from '../events/store.ts';
import { inDistrict, router } from '../trpc.ts';
import { exportLedger } from './export.ts';
import { readLedger } from './read.ts';

export const ledgersRouter = router({
  /** All rows of a ledger that exist for the asker: sent once, then changes alone. */
  rows: inDistrict.input(z.strictObject({ ledger: Ledger })).query(async ({ ctx, input }): Promise<LedgerSnapshot> => {
    // Read before the rows: what is committed in between is sent again by the next delta, never missed.
    const seq = await events.head(ctx.db);
    const records = await readLedger(ctx.db, { name: input.ledger, reach: ctx.reach, now: ctx.now });
    return { seq, now: ctx.now, asOf: dayOf(ctx.now), records };
  }),

  /** The rows of the projects that were touched after a sequence number. */
  since: inDistrict
    .input(z.strictObject({ ledger: Ledger, seq: z.number().int().min(0) }))
    .query(async ({ ctx, input }): Promise<LedgerDelta | { seq: number; isStale: true }> => {
      const seq = await events.head(ctx.db);
      // A number from beyond the end is of another database, or of this one before a restore.
      const touched = input.seq > seq ? null : await touchedSince(ctx.db, ctx.reach.districtId, input.seq);
      if (touched === null) return { seq, isStale: true };
      const records = await readLedger(ctx.db, { name: input.ledger, reach: ctx.reach, now: ctx.now, projectIds: touched });
      return { seq, now: ctx.now, asOf: dayOf(ctx.now), records, touched };
    }),

  /** The rows that a view shows, as a workbook; that they left the house is recorded. */
  export: inDistrict.input(z.strictObject({ ledger: Ledger, view: LedgerView })).mutation(async ({ ctx, input }) => {
    const { name: districtName } = await districts.load(ctx.db, ctx.reach.districtId);
    const records = await readLedger(ctx.db, { name: input.ledger, reach: ctx.reach, now: ctx.now });
    const file = await exportLedger({ name: input.ledger, view: input.view, records, districtName, asOf: dayOf(ctx.now) });
    await ctx.change((tx) =>
      events.append(tx, ctx, {
        action: 'ledger.exported',
        id: input.ledger,
        after: { fileName: file.fileName, rows: file.rows, view: input.view },
      }),
    );
    return file;
  }),
});
