import { z } from 'zod';
import type { Id } from '#shared/kit/ids.ts';
import { NOTICES_A_PAGE, Notice } from '#shared/notices/schema.ts';
import type { Tx } from '../db/tables.ts';
import * as events from '../events/store.ts';
import * as projects from '../projects/store.ts';
import { type Reach, router, signedIn } from '../trpc.ts';
import * as units from '../units/store.ts';
import * as notices from './store.ts';

const { seq } = Notice.shape;
/** The client's paging says which way it goes; there is only one. */
const Page = z.strictObject({ unreadOnly: z.boolean(), cursor: seq.nullish(), direction: z.literal('forward').optional() });

export const noticesRouter = router({
  /** A page of the own notices; `isOpen` says whether the asker has the page of the project that it speaks of. */
  list: signedIn.input(Page).query(async ({ ctx, input }) => {
    const found = await notices.list(ctx.db, ctx.actor.id, { before: input.cursor ?? null, unreadOnly: input.unreadOnly });
    const named = found.flatMap((notice) => notice.projectId ?? []);
    const { districtId, unitId } = ctx.actor;
    const reach: Reach | null = districtId && {
      scope: ctx.scope,
      districtId,
      unitIds: ctx.scope === 'own' ? await units.subtreeIds(ctx.db, unitId) : null,
    };
    const open = reach ? await projects.idsIn(ctx.db, reach, named) : new Set<Id<'project'>>();
    const items = found.map((notice) => ({ ...notice, isOpen: notice.projectId !== null && open.has(notice.projectId) }));
    return { items, next: found.length < NOTICES_A_PAGE ? null : (found.at(-1)?.seq ?? null) };
  }),

  unread: signedIn.query(async ({ ctx }) => ({ count: await notices.countUnread(ctx.db, ctx.actor.id) })),

  markRead: signedIn.input(z.strictObject({ seq })).mutation(({ ctx, input }) => ctx.change((tx) => read(tx, ctx, { seq: input.seq }))),

  /** Marks read what the asker has seen: what came after the number is still news. */
  markAllRead: signedIn
    .input(z.strictObject({ upTo: seq }))
    .mutation(({ ctx, input }) => ctx.change((tx) => read(tx, ctx, { upTo: input.upTo }))),
});

/** 已阅留痕: who was told, and when they read it, can be asked of the log. */
async function read(tx: Tx, ctx: events.Witness, which: { seq: number } | { upTo: number }): Promise<{ count: number }> {
  const count = await notices.markRead(tx, ctx.actor.id, which, ctx.now);
  await events.append(tx, ctx, { action: 'notice.read', id: ctx.actor.id, after: { ...which, count } });
  return { count };
}
