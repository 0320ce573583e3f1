import { retried, whyNotRetry, whyNotSetChannel, whyNotTest } from '#shared/channels/rules.ts';
import { Dispatch, SetChannel, TestChannel } from '#shared/channels/schema.ts';
import { DomainError, refuse } from '#shared/kit/errors.ts';
import * as districts from '../districts/store.ts';
import * as events from '../events/store.ts';
import { inDistrict, router } from '../trpc.ts';
import { send } from './send.ts';
import { wordsOf } from './sending.ts';
import * as channels from './store.ts';

/** The latest messages that the settings show. */
const SHOWN = 20;

export const channelsRouter = router({
  /** The district's channels, without what is secret, and what was sent lately. */
  list: inDistrict.query(async ({ ctx }) => {
    const { districtId } = ctx.reach;
    return {
      email: await channels.read(ctx.db, districtId, 'email'),
      webhook: await channels.read(ctx.db, districtId, 'webhook'),
      dispatches: await channels.list(ctx.db, districtId, SHOWN),
    };
  }),

  set: inDistrict.input(SetChannel).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const { districtId } = ctx.reach;
      const before = await channels.read(tx, districtId, input.kind);
      refuse(whyNotSetChannel(before, input));
      await channels.save(tx, districtId, input, ctx.auditKey);
      const after = await channels.read(tx, districtId, input.kind);
      // The log is kept for ever: that a secret was changed stands there, and nothing of it.
      const told = { ...after, isSecretNew: input.secret !== null };
      await events.append(tx, ctx, { action: 'channel.set', id: input.kind, before, after: told });
      return after;
    }),
  ),

  /** Sends a line by what is kept, at once, and answers what the other side said. */
  test: inDistrict.input(TestChannel).mutation(async ({ ctx, input }) => {
    const { districtId } = ctx.reach;
    const { name } = await districts.load(ctx.db, districtId);
    const channel = await channels.unlocked(ctx.db, districtId, input.kind, ctx.auditKey);
    if (!channel) throw new DomainError('REFUSED', { reason: 'channel-not-set' });
    refuse(whyNotTest(input));
    const message = {
      recipients: input.to,
      subject: `${name}重点项目推进平台：测试`,
      text: `这是${name}重点项目推进平台的测试消息，收到即说明设置可用。`,
    };
    const error = await send(channel, message).then(() => null, wordsOf);
    await ctx.change((tx) =>
      events.append(tx, ctx, {
        action: 'channel.tested',
        id: input.kind,
        after: { to: input.to, error },
        result: error === null ? 'done' : 'failed',
      }),
    );
    if (error !== null) refuse({ reason: 'not-sent', error });
    return { ok: true };
  }),

  /** Tries once more what has failed for good. */
  retry: inDistrict.input(Dispatch.pick({ id: true, version: true })).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const before = await channels.load(tx, ctx.reach.districtId, input.id);
      refuse(whyNotRetry(before));
      const after = await channels.saveDispatch(tx, { ...retried(before, ctx.now), version: input.version });
      await events.append(tx, ctx, { action: 'dispatch.retried', id: after.id, after: { kind: after.kind, subject: after.subject } });
      return after;
    }),
  ),
});
