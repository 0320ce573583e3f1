import { DomainError } from '#shared/kit/errors.ts';
import { TimeLimits } from '#shared/limits/schema.ts';
import * as events from '../events/store.ts';
import { inDistrict, router } from '../trpc.ts';
import * as limits from './store.ts';

export const limitsRouter = router({
  /** What the asker's district allows before a matter is late. */
  get: inDistrict.query(({ ctx }) => limits.load(ctx.db, ctx.reach.districtId)),

  set: inDistrict.input(TimeLimits).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const { districtId } = ctx.reach;
      const before = await limits.load(tx, districtId);
      if (before.version !== input.version) throw new DomainError('CONFLICT', { entity: 'limits', newer: before });
      await limits.save(tx, districtId, input);
      const after = await limits.load(tx, districtId);
      await events.append(tx, ctx, { action: 'limits.set', id: districtId, before, after });
      return after;
    }),
  ),
});
