import type { Actor } from '#shared/accounts/schema.ts';
import type { Scope } from '#shared/auth/permissions.ts';
import { DomainError, refuse } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import { whyNotCreate, whyNotUpdate } from '#shared/units/rules.ts';
import { CreateUnit, type Unit, UpdateUnit } from '#shared/units/schema.ts';
import * as events from '../events/store.ts';
import { router, signedIn } from '../trpc.ts';
import * as units from './store.ts';

export const unitsRouter = router({
  list: signedIn.query(({ ctx }) => units.list(ctx.db, reachOf(ctx.scope, ctx.actor))),

  create: signedIn.input(CreateUnit).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const parent = await units.load(tx, input.parentId);
      requireReach(parent, reachOf(ctx.scope, ctx.actor));
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
      const reach = reachOf(ctx.scope, ctx.actor);
      const before = await units.load(tx, input.id);
      requireReach(before, reach);
      const wanted: Unit = { ...before, ...input, parentId: input.parentId ?? before.parentId };
      if (wanted.parentId && wanted.parentId !== before.parentId) requireReach(await units.load(tx, wanted.parentId), before.districtId);
      refuse(whyNotUpdate(before, wanted, await units.list(tx, before.districtId), await units.useOf(tx, before.id)));
      const after = await units.save(tx, wanted);
      await events.append(tx, ctx, { action: 'unit.updated', id: after.id, before, after });
      return after;
    }),
  ),
});

/** The district whose units the asker reaches; null is the whole installation. */
function reachOf(scope: Scope, actor: Actor): Id<'unit'> | null {
  if (scope === 'all') return null;
  // Without a district there is no narrower list to give, and the whole one is not theirs.
  if (!actor.districtId) throw new DomainError('FORBIDDEN', { reason: 'no-district' });
  return actor.districtId;
}

function requireReach(unit: Unit, districtId: Id<'unit'> | null): void {
  if (districtId && unit.districtId !== districtId) throw new DomainError('NOT_FOUND', { entity: 'unit' });
}
