import { z } from 'zod';
import { DomainError, refuse } from '#shared/kit/errors.ts';
import { idOf } from '#shared/kit/ids.ts';
import { whyNotCreate, whyNotLinkLeaders, whyNotUpdate } from '#shared/units/rules.ts';
import { CreateUnit, SetUnitLeaders, type Unit, UpdateUnit } from '#shared/units/schema.ts';
import * as accounts from '../accounts/store.ts';
import * as events from '../events/store.ts';
import { router, signedIn } from '../trpc.ts';
import * as units from './store.ts';

export const unitsRouter = router({
  list: signedIn.query(({ ctx }) => units.list(ctx.db, units.reachOf(ctx))),

  create: signedIn.input(CreateUnit).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const parent = await units.reached(tx, ctx, input.parentId);
      refuse(whyNotCreate(input, parent, await units.list(tx, parent.districtId)));
      const unit: Unit = { ...input, id: ctx.newId('unit'), districtId: parent.districtId, active: true, version: 1 };
      await units.insert(tx, unit);
      await events.append(tx, ctx, { action: 'unit.created', id: unit.id, after: unit });
      return unit;
    }),
  ),

  /** Renames a unit, moves it below another of its district, closes it or opens it again. */
  update: signedIn.input(UpdateUnit).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const before = await units.reached(tx, ctx, input.id);
      const wanted: Unit = { ...before, ...input, parentId: input.parentId ?? before.parentId };
      if (before.districtId && wanted.parentId !== before.parentId) await units.requireIn(tx, before.districtId, wanted.parentId);
      refuse(whyNotUpdate(before, wanted, await units.list(tx, before.districtId), await units.useOf(tx, before.id)));
      const after = await units.save(tx, wanted);
      await events.append(tx, ctx, { action: 'unit.updated', id: after.id, before, after });
      return after;
    }),
  ),

  /** The leaders linked to units 区领导联系镇（街道）, of one unit or of all that the asker reaches. */
  leaders: signedIn.input(z.strictObject({ unitId: idOf('unit').nullable() })).query(async ({ ctx, input }) => {
    if (input.unitId) await units.reached(ctx.db, ctx, input.unitId);
    return units.leaders(ctx.db, units.reachOf(ctx), input.unitId);
  }),

  /** Links a unit with the leaders named, in the place of those that it had. */
  setLeaders: signedIn.input(SetUnitLeaders).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const unit = await units.reached(tx, ctx, input.id);
      const before = await units.leaders(tx, unit.districtId, unit.id);
      const candidates = await accounts.ofRole(tx, 'leader', { districtId: unit.districtId });
      if (input.leaderIds.some((id) => !candidates.some((leader) => leader.id === id)))
        throw new DomainError('NOT_FOUND', { entity: 'account' });
      refuse(whyNotLinkLeaders(unit, input.leaderIds));
      const saved = await units.save(tx, { ...unit, version: input.version });
      await units.replaceLeaders(tx, unit.id, input.leaderIds);
      const after = await units.leaders(tx, unit.districtId, unit.id);
      await events.append(tx, ctx, { action: 'unit.leadersSet', id: unit.id, before, after });
      return { unit: saved, leaders: after };
    }),
  ),
});
