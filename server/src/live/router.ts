import { tracked } from '@trpc/server';
import { z } from 'zod';
import { mayCall } from '#shared/auth/permissions.ts';
import { EventAction } from '#shared/events/schema.ts';
import { mayHear } from '#shared/events/visibility.ts';
import type { Id } from '#shared/kit/ids.ts';
import { editingSeenBy, SayEditing } from '#shared/live/editing.ts';
import { type LiveMessage, seriesOfTopic } from '#shared/live/schema.ts';
import { isTold } from '#shared/notices/rules.ts';
import * as auth from '../auth/store.ts';
import { isGood } from '../displays/store.ts';
import * as events from '../events/store.ts';
import * as allSeries from '../meetings/series-store.ts';
import * as projects from '../projects/store.ts';
import { inDistrict, router } from '../trpc.ts';
import { PASSING } from './ephemeral.ts';
import { readScreenState } from './screen.ts';
import { wakeups } from './wakeups.ts';

/** A stream asks again whether its session is still good, and keeps it from idling out while it is open. */
const RECHECK_MS = 20_000;

/** Asked before the stream begins: what a stream itself throws reaches the browser without its code. */
const withRoom = inDistrict.use(({ ctx, next }) => {
  ctx.services.hub.requireRoom(ctx.sessionKey);
  return next();
});

export const liveRouter = router({
  /** Says that a project's form is open, again while it stays open, or that it was closed. It is no event and leaves no trace. */
  editing: inDistrict.input(SayEditing).mutation(async ({ ctx, input: { projectId, isOpen } }) => {
    const { districtId, unitId } = await projects.load(ctx.db, ctx.reach, projectId);
    const { editors, clock } = ctx.services;
    const { id: accountId, name } = ctx.actor;
    const now = clock();
    if (isOpen) editors.hear({ districtId, unitId, projectId, accountId, name, since: now, heardAt: now });
    else editors.close({ projectId, accountId });
  }),

  /**
   * The district's news: every change by its sequence number, resumed where the browser stopped, and the meeting
   * screen's passing state. It says what changed, not what it says now: the browser asks, and access decides.
   */
  stream: withRoom.input(z.strictObject({ lastEventId: z.coerce.number().int().min(0).nullish() })).subscription(async function* ({
    ctx,
    input,
    signal,
  }) {
    const { districtId } = ctx.reach;
    const { hub, clock, editors } = ctx.services;
    // Listening begins before the backlog is read: what is committed in between is not lost.
    const leave = hub.enter(ctx.sessionKey);
    const wake = wakeups(hub, ctx.sessionKey, RECHECK_MS, signal);
    // The decision being typed is for those who may see the meeting's screen.
    const seesScreen = mayCall(ctx.actor.role, 'meetings.screen');
    const seesCards = mayCall(ctx.actor.role, 'board.snapshot');
    let saidLast = '';
    try {
      // A number beyond the head is of another database, or of one before a restore; the browser hears where this one is.
      const head = await events.head(ctx.db);
      let seq = Math.min(input.lastEventId ?? head, head);
      yield tracked(String(seq), { type: 'hello', seq, now: clock() } satisfies LiveMessage);
      if (seesScreen) for (const { id } of await allSeries.open(ctx.db, districtId)) yield tracked(String(seq), await screenMessage(id));
      if (seesCards) yield tracked(String(seq), editingMessage());
      for await (const topics of wake) {
        if (topics.has('recheck') && !(await isStillGood())) return;
        for (;;) {
          if (wake.isOver()) return;
          const end = await events.head(ctx.db);
          const rows = await events.after(ctx.db, districtId, seq);
          const last = rows.at(-1);
          if (!last) {
            // What is not this district's has been looked through once and for all.
            seq = Math.max(seq, end);
            break;
          }
          seq = last.seq;
          const all = rows.map((row) => {
            const action = EventAction.parse(row.action);
            return { ...row, action, isTold: isTold(action) };
          });
          // The number goes on even where nothing may be heard: what comes next is resumed behind it.
          const changes = all.filter((change) => mayHear(ctx.actor.role, change.action));
          yield tracked(String(seq), { type: 'changes', seq, changes } satisfies LiveMessage);
        }
        if (seesScreen) for (const id of screensIn(topics)) yield tracked(String(seq), await screenMessage(id));
        // Compared, not asked for by topic: a form that was left without a word is closed by time alone.
        if (seesCards && said() !== saidLast) yield tracked(String(seq), editingMessage());
      }
    } catch (error) {
      // A stream that is told to end may find the database closed before it; nobody listens for that any more.
      if (!wake.isOver()) throw error;
    } finally {
      wake.stop();
      leave();
    }

    function editing() {
      return editingSeenBy(editors.all(), { ...ctx.reach, accountId: ctx.actor.id }, clock());
    }

    function said(): string {
      return JSON.stringify(editing());
    }

    function editingMessage(): LiveMessage {
      const message = { type: 'editing', editing: editing() } as const;
      saidLast = JSON.stringify(message.editing);
      return message;
    }

    function screensIn(topics: ReadonlySet<string>): Id<'meetingSeries'>[] {
      const passing = [...topics].filter((topic) => topic.startsWith(PASSING)).map((topic) => topic.slice(PASSING.length));
      return passing.flatMap((topic) => seriesOfTopic(topic, districtId) ?? []);
    }

    async function screenMessage(seriesId: Id<'meetingSeries'>): Promise<LiveMessage> {
      return { type: 'screen', seriesId, screen: await readScreenState(ctx.db, districtId, seriesId) };
    }

    async function isStillGood(): Promise<boolean> {
      if (!ctx.sessionKey) return false;
      if (ctx.actor.role === 'display') return isGood(ctx.db, ctx.sessionKey);
      const account = await auth.readSession(ctx.db, ctx.sessionKey, clock());
      if (!account) return false;
      await auth.touchSession(ctx.db, ctx.sessionKey, clock());
      // What a stream reaches was settled when it began; whoever has moved since opens another.
      return account.role === ctx.actor.role && account.districtId === districtId;
    }
  }),
});
