import { z } from 'zod';
import { dayOf, lastDayOfMonth, Month } from '#shared/kit/calendar.ts';
import { DomainError, refuse } from '#shared/kit/errors.ts';
import { idOf } from '#shared/kit/ids.ts';
import { presets } from '#shared/lamps/presets/all.ts';
import { whyNotCutMonth, whyNotOverride } from '#shared/lamps/rules.ts';
import { Lamp } from '#shared/lamps/schema.ts';
import * as bulletins from '../bulletins/store.ts';
import { takeCut } from '../cuts/freeze.ts';
import * as events from '../events/store.ts';
import * as projects from '../projects/store.ts';
import { inDistrict, router } from '../trpc.ts';
import * as lamps from './store.ts';

export const lampsRouter = router({
  /** The rule set in force, and those to choose from. */
  ruleSets: inDistrict.query(async ({ ctx }) => ({ current: await lamps.ruleSetOf(ctx.db, ctx.reach.districtId), presets })),

  adopt: inDistrict.input(z.strictObject({ ruleSetId: z.string().max(60) })).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const ruleSet = presets.find((preset) => preset.id === input.ruleSetId);
      if (!ruleSet) throw new DomainError('NOT_FOUND', { entity: 'ruleSet' });
      const before = await lamps.ruleSetOf(tx, ctx.reach.districtId);
      const id = ctx.newId('ruleSet');
      await lamps.adopt(tx, id, ctx.reach.districtId, ruleSet, ctx.now);
      await events.append(tx, ctx, { action: 'ruleSet.adopted', id, before: { id: before.id }, after: { id: ruleSet.id } });
      return ruleSet;
    }),
  ),

  /** Freezes a month: its lamps, with the figures and the rules behind them. Again until the bulletin is signed. */
  cut: inDistrict.input(z.strictObject({ month: Month })).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const bulletin = await bulletins.ofMonth(tx, ctx.reach.districtId, input.month);
      refuse(whyNotCutMonth(input.month, dayOf(ctx.now), bulletin?.state ?? null));
      const district = { id: ctx.reach.districtId };
      const id = await takeCut(tx, ctx, { district, kind: 'month', period: input.month, asOf: lastDayOfMonth(input.month) });
      if (bulletin) await bulletins.save(tx, bulletin);
      return { id };
    }),
  ),

  override: inDistrict
    .input(z.strictObject({ projectId: idOf('project'), month: Month, lamp: Lamp, reason: z.string().trim().min(2).max(200) }))
    .mutation(({ ctx, input }) =>
      ctx.change(async (tx) => {
        const project = await projects.load(tx, ctx.reach, input.projectId);
        const bulletin = await bulletins.ofMonth(tx, ctx.reach.districtId, input.month);
        refuse(whyNotOverride(bulletin?.state ?? null));
        const row = { ...input, id: ctx.newId('lampOverride'), byName: ctx.actor.name, at: ctx.now, version: 1 };
        const before = await lamps.setOverride(tx, row);
        if (bulletin) await bulletins.save(tx, bulletin);
        await events.append(tx, ctx, { action: 'lamp.overridden', id: row.id, projectId: project.id, before, after: input });
        return { id: row.id };
      }),
    ),

  withdrawOverride: inDistrict.input(z.strictObject({ projectId: idOf('project'), month: Month })).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const project = await projects.load(tx, ctx.reach, input.projectId);
      const bulletin = await bulletins.ofMonth(tx, ctx.reach.districtId, input.month);
      refuse(whyNotOverride(bulletin?.state ?? null));
      const before = await lamps.dropOverride(tx, project.id, input.month);
      if (!before) throw new DomainError('NOT_FOUND', { entity: 'lampOverride' });
      if (bulletin) await bulletins.save(tx, bulletin);
      await events.append(tx, ctx, { action: 'lamp.overrideWithdrawn', id: project.id, projectId: project.id, before, after: input });
      return { ok: true };
    }),
  ),
});
