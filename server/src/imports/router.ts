import { z } from 'zod';
import { planImport } from '#shared/imports/match.ts';
import { ApplyImport, UndoImport } from '#shared/imports/schema.ts';
import { dayOf } from '#shared/kit/calendar.ts';
import { idOf } from '#shared/kit/ids.ts';
import { inDistrict, router } from '../trpc.ts';
import { applyBatch, basisOf } from './apply.ts';
import * as imports from './store.ts';
import { undoBatch } from './undo.ts';

/** So many of the latest imports are listed. */
const LISTED = 30;

export const importsRouter = router({
  /** What was understood of a file, and what applying it would do to the records as they are now. */
  preview: inDistrict.input(z.strictObject({ id: idOf('importBatch') })).query(async ({ ctx, input }) => {
    const { reading, id, fileName, createdAt, appliedAt, undoneAt } = await imports.loadBatch(ctx.db, ctx.reach.districtId, input.id);
    const asOf = dayOf(ctx.now);
    const plan = planImport(reading, await imports.records(ctx.db, ctx.reach, reading, asOf), asOf);
    return {
      ...{ id, fileName, createdAt, appliedAt, undoneAt },
      kind: reading.kind,
      year: plan.year,
      sheets: reading.sheets,
      findings: reading.findings,
      newUnits: plan.newUnits,
      basis: basisOf(plan),
      rows: plan.rows.map(({ target, ...row }) => ({
        ...row,
        unitName: target?.unit.name ?? null,
        isNewUnit: target !== null && target.unit.id === null,
        totalInvestment: target?.fields.totalInvestment ?? null,
        annual: target?.plan?.annual ?? null,
      })),
    };
  }),

  /** Applies what the preview showed: all rows that can be used, or those chosen. */
  confirm: inDistrict.input(ApplyImport).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const batch = await imports.loadBatch(tx, ctx.reach.districtId, input.id);
      return applyBatch(tx, ctx, ctx.reach, batch, { basis: input.basis, only: input.rows ?? null });
    }),
  ),

  /** The latest imports, so that one can be opened again, or undone. */
  list: inDistrict.query(({ ctx }) => imports.list(ctx.db, ctx.reach.districtId, LISTED)),

  /** Takes an import back as a whole, while nothing of it has changed since. */
  undo: inDistrict
    .input(UndoImport)
    .mutation(({ ctx, input }) =>
      ctx.change(async (tx) => undoBatch(tx, ctx, ctx.reach, await imports.loadBatch(tx, ctx.reach.districtId, input.id))),
    ),
});
