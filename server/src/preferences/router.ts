import { DomainError } from '#shared/kit/errors.ts';
import { idOf } from '#shared/kit/ids.ts';
import { chosen } from '#shared/preferences/rules.ts';
import { KeepPreferences } from '#shared/preferences/schema.ts';
import * as events from '../events/store.ts';
import * as allSeries from '../meetings/series-store.ts';
import { router, signedIn } from '../trpc.ts';
import * as preferences from './store.ts';

export const preferencesRouter = router({
  /** Keeps how the asker likes to work; `auth.me` brings it along wherever they sign in. */
  keep: signedIn.input(KeepPreferences).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const account = idOf('account').safeParse(ctx.actor.id);
      if (!account.success) throw new DomainError('FORBIDDEN');
      const { districtId } = ctx.actor;
      if (input.seriesId) {
        if (districtId === null) throw new DomainError('NOT_FOUND', { entity: 'meetingSeries' });
        await allSeries.load(tx, districtId, input.seriesId);
      }
      const before = await preferences.read(tx, account.data);
      const after = await preferences.save(tx, account.data, chosen(before, input));
      await events.append(tx, ctx, { action: 'preferences.kept', id: account.data, before, after });
      return after;
    }),
  ),
});
