import { z } from 'zod';
import { DomainError } from '#shared/kit/errors.ts';
import { idOf } from '#shared/kit/ids.ts';
import * as events from '../events/store.ts';
import { hashToken } from '../kit/random.ts';
import { inDistrict, open, router } from '../trpc.ts';
import * as displays from './store.ts';

export const displaysRouter = router({
  list: inDistrict.query(({ ctx }) => displays.list(ctx.db, ctx.reach.districtId)),

  /** Makes a device link. Its token is answered once; only its hash is kept. */
  create: inDistrict.input(z.strictObject({ name: z.string().trim().min(1).max(40) })).mutation(async ({ ctx, input }) => {
    const token = ctx.services.random.hex(32);
    const id = ctx.newId('display');
    await ctx.change(async (tx) => {
      await displays.insert(tx, {
        id,
        districtId: ctx.reach.districtId,
        name: input.name,
        tokenHash: hashToken(token),
        createdAt: ctx.now,
        seenAt: null,
        revokedAt: null,
        version: 1,
      });
      await events.append(tx, ctx, { action: 'display.created', id, after: { name: input.name } });
    });
    return { id, token };
  }),

  revoke: inDistrict.input(z.strictObject({ id: idOf('display') })).mutation(async ({ ctx, input }) => {
    const tokenHash = await ctx.change(async (tx) => {
      const hash = await displays.revoke(tx, ctx.reach.districtId, input.id, ctx.now);
      await events.append(tx, ctx, { action: 'display.revoked', id: input.id });
      return hash;
    });
    ctx.services.hub.dismiss(tokenHash);
    return { ok: true };
  }),

  /** A screen gives the token from its link once and gets a cookie for it; the token never travels in an address. */
  enter: open.input(z.strictObject({ token: z.string().regex(/^[0-9a-f]{64}$/) })).mutation(async ({ ctx, input }) => {
    if (!(await displays.isGood(ctx.db, hashToken(input.token)))) throw new DomainError('NOT_FOUND', { entity: 'display' });
    ctx.setCookie('display', input.token);
    return { ok: true };
  }),
});
