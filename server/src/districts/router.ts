import { whyNotSetDistrict } from '#shared/districts/rules.ts';
import { District } from '#shared/districts/schema.ts';
import { DomainError, refuse } from '#shared/kit/errors.ts';
import type { Tx } from '../db/tables.ts';
import * as events from '../events/store.ts';
import { inDistrict, router } from '../trpc.ts';
import * as units from '../units/store.ts';
import * as districts from './store.ts';

export const districtsRouter = router({
  mine: inDistrict.query(({ ctx }) => districts.load(ctx.db, ctx.reach.districtId)),

  update: inDistrict.input(District).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      if (input.id !== ctx.reach.districtId) throw new DomainError('NOT_FOUND', { entity: 'district' });
      refuse(whyNotSetDistrict(input));
      const before = await districts.load(tx, input.id);
      const after = await districts.save(tx, input);
      await events.append(tx, ctx, { action: 'district.updated', id: after.id, before, after });
      if (after.name !== before.name) await renameUnit(tx, ctx, after);
      return after;
    }),
  ),
});

/** A district and its unit are one thing under two tables: they carry one name. */
async function renameUnit(tx: Tx, witness: events.Witness, district: District): Promise<void> {
  const before = await units.load(tx, district.id);
  const after = await units.save(tx, { ...before, name: district.name });
  await events.append(tx, witness, { action: 'unit.updated', id: after.id, before, after });
}
