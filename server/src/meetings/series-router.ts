import { SetAgendaRules } from '#shared/meetings/inputs.ts';
import * as events from '../events/store.ts';
import { inDistrict, router } from '../trpc.ts';
import * as allSeries from './series-store.ts';

export const seriesRouter = router({
  list: inDistrict.query(({ ctx }) => allSeries.list(ctx.db, ctx.reach.districtId)),

  setRules: inDistrict.input(SetAgendaRules).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const before = await allSeries.load(tx, ctx.reach.districtId, input.id);
      const after = await allSeries.save(tx, { ...before, ...input });
      await events.append(tx, ctx, { action: 'meetingSeries.rulesSet', id: after.id, before, after });
      return after;
    }),
  ),
});
