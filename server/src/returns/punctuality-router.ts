import { z } from 'zod';
import { dayOf } from '#shared/kit/calendar.ts';
import { AskPunctualityRows, inReturnSet, ReturnPeriod } from '#shared/returns/punctuality.ts';
import { punctualitySheet } from '#shared/returns/punctuality-sheet.ts';
import * as districts from '../districts/store.ts';
import * as events from '../events/store.ts';
import { writeXlsx } from '../kit/xlsx.ts';
import { inDistrict, router } from '../trpc.ts';
import * as units from '../units/store.ts';
import { punctualityOf, weeksOf } from './punctuality.ts';
import * as punctuality from './punctuality-store.ts';

/** So many rows behind a number are listed; of more, the latest. */
const MOST_ROWS = 500;

const Asked = z.strictObject({ period: ReturnPeriod });

export const punctualityRouter = router({
  /** 填报台账 of a period: how each unit returns. A unit sees its own line. */
  ledger: inDistrict.input(Asked).query(async ({ ctx, input }) => {
    const district = await districts.load(ctx.db, ctx.reach.districtId);
    return punctualityOf(ctx.db, { district, reach: ctx.reach, now: ctx.now, ...input });
  }),

  /** The returns that a number of a unit's line counts. */
  rows: inDistrict.input(AskPunctualityRows).query(async ({ ctx, input }) => {
    const { districtId } = ctx.reach;
    await units.requireWithin(ctx.db, ctx.reach, input.unitId);
    const weeks = await weeksOf(ctx.db, { district: await districts.load(ctx.db, districtId), now: ctx.now, period: input.period });
    const all = await punctuality.rowsOf(ctx.db, { districtId, weeks }, input.unitId);
    const rows = all.filter((row) => inReturnSet(row, input.set));
    return { total: rows.length, rows: rows.slice(0, MOST_ROWS) };
  }),

  /** The ledger as a workbook; that it left the house is recorded. */
  export: inDistrict.input(Asked).mutation(async ({ ctx, input }) => {
    const district = await districts.load(ctx.db, ctx.reach.districtId);
    const { lines, weeks } = await punctualityOf(ctx.db, { district, reach: ctx.reach, now: ctx.now, ...input });
    const sheet = punctualitySheet({ ...input, lines, weeks: weeks.length, districtName: district.name, asOf: dayOf(ctx.now) });
    const bytes = await writeXlsx([sheet]);
    const file = { fileName: `${sheet.title}.xlsx`, rows: sheet.rows.length };
    await ctx.change((tx) => events.append(tx, ctx, { action: 'ledger.exported', id: 'returns', after: { ...file, ...input } }));
    return { ...file, base64: Buffer.from(bytes).toString('base64') };
  }),
});
