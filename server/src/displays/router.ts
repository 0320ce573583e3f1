import { z } from 'zod';
import { DomainError, refuse } from '#shared/kit/errors.ts';
import { type Id, idOf } from '#shared/kit/ids.ts';
import { whyNotPlanIn } from '#shared/meetings/series-rules.ts';
import type { Tx } from '../db/tables.ts';
import * as events from '../events/store.ts';
import { hashToken } from '../kit/random.ts';
import * as allSeries from '../meetings/series-store.ts';
import { inDistrict, open, router } from '../trpc.ts';
import * as displays from './store.ts';

const Series = idOf('meetingSeries').nullable();

/** A screen is tied to a series that still meets. */
async function requireOpen(tx: Tx, districtId: Id<'unit'>, seriesId: Id<'meetingSeries'> | null): Promise<void> {
  if (seriesId) refuse(whyNotPlanIn(await allSeries.load(tx, districtId, seriesId)));
}

export const displaysRouter = router({
  list: inDistrict.query(({ ctx }) => displays.list(ctx.db, ctx.reach.districtId)),

  /** Makes a device link. Its token is answered once; only its hash is kept. */
  create: inDistrict
    .input(z.strictObject({ name: z.string().trim().min(1).max(40), seriesId: Series.optional() }))
    .mutation(async ({ ctx, input }) => {
      const token = ctx.services.random.hex(32);
      const id = ctx.newId('display');
      const { name, seriesId = null } = input;
      await ctx.change(async (tx) => {
        await requireOpen(tx, ctx.reach.districtId, seriesId);
        await displays.insert(tx, {
          id,
          districtId: ctx.reach.districtId,
          name,
          seriesId,
          tokenHash: hashToken(token),
          createdAt: ctx.now,
          seenAt: null,
          revokedAt: null,
          version: 1,
        });
        await events.append(tx, ctx, { action: 'display.created', id, after: { name, seriesId } });
      });
      return { id, token };
    }),

  /** Which series a screen shows; null follows whichever is live. The screen asks again by itself. */
  setSeries: inDistrict
    .input(z.strictObject({ id: idOf('display'), seriesId: Series, version: z.number().int().positive() }))
    .mutation(({ ctx, input }) =>
      ctx.change(async (tx) => {
        await requireOpen(tx, ctx.reach.districtId, input.seriesId);
        await displays.setSeries(tx, ctx.reach.districtId, input);
        await events.append(tx, ctx, { action: 'display.seriesSet', id: input.id, after: { seriesId: input.seriesId } });
        return { ok: true };
      }),
    ),

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
