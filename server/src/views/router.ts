import { z } from 'zod';
import { DomainError, refuse } from '#shared/kit/errors.ts';
import { idOf } from '#shared/kit/ids.ts';
import { whyNotKeepView } from '#shared/views/rules.ts';
import { KeepView, RemoveView, type SavedView, ViewPlace } from '#shared/views/schema.ts';
import * as events from '../events/store.ts';
import { inDistrict, router } from '../trpc.ts';
import * as views from './store.ts';

export const viewsRouter = router({
  list: inDistrict
    .input(z.strictObject({ place: ViewPlace }))
    .query(async ({ ctx, input }): Promise<SavedView[]> => (await views.list(ctx.db, viewerOf(ctx), input.place)).map(shown)),

  keep: inDistrict.input(KeepView).mutation(({ ctx, input }) =>
    ctx.change(async (tx): Promise<SavedView> => {
      const viewer = viewerOf(ctx);
      const before = input.id ? await views.load(tx, viewer, input.id) : null;
      refuse(whyNotKeepView(input, ctx.actor) ?? (before && whyNotKeepView(before, ctx.actor)));
      const { districtId } = ctx.reach;
      const accountId = input.isShared ? null : viewer.accountId;
      const wanted = { ...input, id: before?.id ?? ctx.newId('savedView'), districtId, accountId, version: before ? input.version : 1 };
      if (!before) await views.insert(tx, wanted);
      const after = before ? await views.save(tx, viewer, wanted) : wanted;
      await events.append(tx, ctx, { action: 'savedView.kept', id: after.id, before: before && shown(before), after: shown(after) });
      return shown(after);
    }),
  ),

  remove: inDistrict.input(RemoveView).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const viewer = viewerOf(ctx);
      const before = await views.load(tx, viewer, input.id);
      refuse(whyNotKeepView(before, ctx.actor));
      await views.remove(tx, viewer, input);
      await events.append(tx, ctx, { action: 'savedView.removed', id: before.id, before: shown(before) });
      return { id: before.id };
    }),
  ),
});

function viewerOf(ctx: { actor: { id: string }; reach: { districtId: views.Viewer['districtId'] } }): views.Viewer {
  const accountId = idOf('account').safeParse(ctx.actor.id);
  if (!accountId.success) throw new DomainError('FORBIDDEN');
  return { districtId: ctx.reach.districtId, accountId: accountId.data };
}

function shown({ districtId: _district, accountId: _account, ...view }: views.KeptView): SavedView {
  return view;
}
