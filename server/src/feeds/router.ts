import { DomainError } from '#shared/kit/errors.ts';
import { idOf } from '#shared/kit/ids.ts';
import type { Tx } from '../db/tables.ts';
import * as events from '../events/store.ts';
import { hashToken } from '../kit/random.ts';
import { inDistrict, router } from '../trpc.ts';
import * as feeds from './store.ts';

export const feedsRouter = router({
  mine: inDistrict.query(({ ctx }) => feeds.mine(ctx.db, ctx.actor.id)),

  /** Makes the asker's link; the one before it, if any, stops. The token is answered once, only its hash is kept. */
  create: inDistrict.mutation(async ({ ctx }) => {
    const token = ctx.services.random.hex(32);
    const id = ctx.newId('calendarFeed');
    await ctx.change(async (tx) => {
      const before = await feeds.mine(tx, ctx.actor.id);
      if (before) await revoke(tx, ctx, before);
      await feeds.insert(tx, {
        ...{ id, accountId: idOf('account').parse(ctx.actor.id), districtId: ctx.reach.districtId, tokenHash: hashToken(token) },
        ...{ createdAt: ctx.now, readAt: null, revokedAt: null },
      });
      await events.append(tx, ctx, { action: 'calendarFeed.created', id });
    });
    return { id, token };
  }),

  revoke: inDistrict.mutation(({ ctx }) =>
    ctx.change(async (tx) => {
      const before = await feeds.mine(tx, ctx.actor.id);
      if (!before) throw new DomainError('NOT_FOUND', { entity: 'calendarFeed' });
      await revoke(tx, ctx, before);
      return { ok: true };
    }),
  ),
});

async function revoke(tx: Tx, witness: events.Witness, feed: NonNullable<Awaited<ReturnType<typeof feeds.mine>>>): Promise<void> {
  await feeds.revoke(tx, feed.id, witness.now);
  await events.append(tx, witness, { action: 'calendarFeed.revoked', id: feed.id });
}
