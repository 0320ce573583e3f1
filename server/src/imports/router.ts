import { z } from 'zod';
import { CorrectImport, ForgetMapping } from '#shared/imports/correction.ts';
import { planImport } from '#shared/imports/plan.ts';
import { ApplyImport, UndoImport } from '#shared/imports/schema.ts';
import { dayOf } from '#shared/kit/calendar.ts';
import { idOf } from '#shared/kit/ids.ts';
import { inDistrict, router } from '../trpc.ts';
import { applyBatch, basisOf } from './apply.ts';
import { breathe } from './breathe.ts';
import { gather } from './compare.ts';
import { correctBatch, forgetFor } from './correct.ts';
import * as imports from './store.ts';
import { undoBatch } from './undo.ts';

/** So many of the latest imports are listed. */
const LISTED = 30;

export const importsRouter = router({
  /** What was understood of a file, and what applying it would do to the records as they are now. */
  preview: inDistrict.input(z.strictObject({ id: idOf('importBatch') })).query(async ({ ctx, input }) => {
    const { reading, kept, ...batch } = await imports.loadBatch(ctx.db, imports.viewerOf(ctx), input.id);
    await breathe(0);
    const plan = planImport(await gather(ctx.db, ctx, reading), dayOf(ctx.now));
    await breathe(0);
    const { id, version, fileName, createdAt, appliedAt, undoneAt } = batch;
    const { year, week, newUnits, findings } = plan;
    return {
      ...{ id, version, fileName, createdAt, appliedAt, undoneAt, ...kept },
      ...{ kind: reading.kind, year, week, sheets: reading.sheets, findings, newUnits, basis: basisOf(plan) },
      rows: plan.rows.map(({ write: _write, unit, ...row }) => ({ ...row, unit: unit && { name: unit.name, isNew: unit.id === null } })),
    };
  }),

  /** Reads the file again as a person says, and remembers it for the next file with these headers. */
  correct: inDistrict.input(CorrectImport).mutation(({ ctx, input }) => correctBatch(ctx, ctx.reach.districtId, input)),

  /** Forgets what was remembered for files with these headers, and reads this one again without. */
  forget: inDistrict.input(ForgetMapping).mutation(({ ctx, input }) => forgetFor(ctx, ctx.reach.districtId, input)),

  /** Applies what the preview showed: all rows that can be used, or those chosen. */
  confirm: inDistrict.input(ApplyImport).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const batch = await imports.loadBatch(tx, imports.viewerOf(ctx), input.id);
      return applyBatch(tx, ctx, ctx.reach, batch, { basis: input.basis, only: input.rows ?? null });
    }),
  ),

  /** The latest imports, so that one can be opened again, or undone. */
  list: inDistrict.query(({ ctx }) => imports.list(ctx.db, imports.viewerOf(ctx), LISTED)),

  /** Takes an import back as a whole, while nothing of it has changed since. */
  undo: inDistrict
    .input(UndoImport)
    .mutation(({ ctx, input }) =>
      ctx.change(async (tx) => undoBatch(tx, ctx, ctx.reach, await imports.loadBatch(tx, imports.viewerOf(ctx), input.id))),
    ),
});
