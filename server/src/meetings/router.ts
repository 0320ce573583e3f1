import { z } from 'zod';
import type { District } from '#shared/districts/schema.ts';
import { dayOf, type Instant, instantAt, Week } from '#shared/kit/calendar.ts';
import { keyBy } from '#shared/kit/collections.ts';
import { DomainError, refuse } from '#shared/kit/errors.ts';
import { screenTopic } from '#shared/live/schema.ts';
import { agendaMinutes, proposeAgenda } from '#shared/meetings/agenda.ts';
import { overdueDays } from '#shared/meetings/decisions.ts';
import { ShowOnScreen, TouchMeeting, UpdateMeeting } from '#shared/meetings/inputs.ts';
import { isEarly, opened, type ReadMeeting, whyNotChangeMeeting, whyNotDecide, whyNotOpen, whyNotShow } from '#shared/meetings/rules.ts';
import { ScreenState } from '#shared/meetings/schema.ts';
import { returnDays } from '#shared/returns/weeks.ts';
import * as calendar from '../calendar/store.ts';
import { loadFigures } from '../cuts/figures.ts';
import { cycleNow } from '../cycle/now.ts';
import type { Reader } from '../db/tables.ts';
import * as districts from '../districts/store.ts';
import * as events from '../events/store.ts';
import { readEphemeral, setEphemeral } from '../live/ephemeral.ts';
import { inDistrict, router } from '../trpc.ts';
import * as agenda from './agenda-store.ts';
import { close } from './close.ts';
import * as decisions from './decision-store.ts';
import { figuresDay, followed, weekOnScreen } from './gather.ts';
import { lampReasonOf, screenOf } from './screen.ts';
import * as meetings from './store.ts';

const LISTED = 60;

/** A change names the version that it was made against, 0 for a meeting that was only planned. */
function refuseStale(meeting: ReadMeeting, version: number): void {
  if (meeting.version !== version) throw new DomainError('CONFLICT', { entity: 'meeting', newer: meeting });
}

/** What the meeting's page shows: the agenda, what is proposed for it, the last decisions, and its own. */
async function meetingPage(db: Reader, district: District, week: Week, now: Instant) {
  const today = dayOf(now);
  const meeting = await meetings.read(db, district, week);
  const items = meeting.id ? await agenda.ofMeeting(db, meeting.id) : [];
  const followUp = await followed(db, district, week, today);
  const figures = await loadFigures(db, { districtId: district.id, asOf: figuresDay(week, now) });
  const known = keyBy(figures, (row) => row.projectId);
  const worst = new Map<string, number>();
  for (const one of followUp) if (one.projectId) worst.set(one.projectId, Math.max(worst.get(one.projectId) ?? 0, overdueDays(one, today)));
  const facts = figures.map((row) => ({ ...row, lampReason: lampReasonOf(row), decisionOverdueDays: worst.get(row.projectId) ?? 0 }));
  const isReturnDue = now >= instantAt(returnDays(week, district, await calendar.load(db)).dueOn, district.returnTime);
  const onAgenda = new Set(items.flatMap((item) => (item.projectId ? [item.projectId] : [])));
  const other = await meetings.underWay(db, meeting.seriesId);
  return {
    meeting,
    isEarly: isEarly(meeting, today),
    /** Another meeting of the series that is still under way. */
    other: other && other.week !== week ? { week: other.week, number: other.number } : null,
    items: items.map((item) => {
      const row = item.projectId && known.get(item.projectId);
      return {
        ...item,
        unitName: row ? row.unitName : null,
        lamp: row ? row.lamp : null,
        hasReturned: row ? row.returnWeek !== null && row.returnWeek >= week : null,
      };
    }),
    minutes: agendaMinutes(items),
    proposals: meeting.state === 'closed' ? [] : proposeAgenda(facts, { week, isReturnDue, onAgenda }),
    followUp,
    decisions: meeting.id ? await decisions.named(db, district.id, { meetingId: meeting.id }) : [],
  };
}

export const meetingsRouter = router({
  /** The meeting of the week in hand. */
  current: inDistrict.query(async ({ ctx }) => {
    const district = await districts.load(ctx.db, ctx.reach.districtId);
    return meetingPage(ctx.db, district, (await cycleNow(ctx.db, district, ctx.now)).week, ctx.now);
  }),

  get: inDistrict.input(z.strictObject({ week: Week })).query(async ({ ctx, input }) => {
    return meetingPage(ctx.db, await districts.load(ctx.db, ctx.reach.districtId), input.week, ctx.now);
  }),

  list: inDistrict.query(({ ctx }) => meetings.list(ctx.db, ctx.reach.districtId, LISTED)),

  update: inDistrict.input(UpdateMeeting).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const district = await districts.load(tx, ctx.reach.districtId);
      const { week, version, ...fields } = input;
      const before = await meetings.read(tx, district, week);
      refuse(whyNotChangeMeeting(before));
      refuseStale(before, version);
      const meeting = await meetings.ensureMeeting(tx, ctx, district, week);
      const after = await meetings.save(tx, { ...meeting, ...fields });
      await events.append(tx, ctx, { action: 'meeting.updated', id: after.id, before, after });
      return after;
    }),
  ),

  open: inDistrict.input(TouchMeeting).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const district = await districts.load(tx, ctx.reach.districtId);
      const before = await meetings.read(tx, district, input.week);
      refuse(whyNotOpen(before, dayOf(ctx.now), await meetings.underWay(tx, before.seriesId)));
      refuseStale(before, input.version);
      const meeting = await meetings.ensureMeeting(tx, ctx, district, input.week);
      const after = await meetings.save(tx, { ...meeting, ...opened(meeting, ctx.now) });
      await events.append(tx, ctx, { action: 'meeting.opened', id: after.id, before, after });
      return after;
    }),
  ),

  close: inDistrict.input(TouchMeeting).mutation(async ({ ctx, input }) => {
    const { districtId } = ctx.reach;
    const after = await ctx.change(async (tx) => close(tx, ctx, await districts.load(tx, districtId), input));
    const state: ScreenState = { meetingId: after.id, show: { page: 'closing' }, draft: null };
    await setEphemeral(ctx.db, ctx.services.hub, screenTopic(districtId), state, ctx.now);
    return after;
  }),

  /** Turns the screen to a page and shows the decision being typed. It is no record and leaves no trace. */
  show: inDistrict.input(ShowOnScreen).mutation(async ({ ctx, input }) => {
    const meeting = await meetings.read(ctx.db, await districts.load(ctx.db, ctx.reach.districtId), input.week);
    refuse(whyNotShow(meeting));
    if (input.draft) refuse(whyNotDecide(meeting));
    if (!meeting.id) throw new DomainError('NOT_FOUND', { entity: 'meeting' });
    const state: ScreenState = {
      meetingId: meeting.id,
      show: input.show,
      draft: input.draft && { ...input.draft, byName: ctx.actor.name },
    };
    await setEphemeral(ctx.db, ctx.services.hub, screenTopic(ctx.reach.districtId), state, ctx.now);
    return { ok: true };
  }),

  /** Everything that the screen draws, with its passing state, so that a screen that starts late shows the same page. */
  screen: inDistrict.query(async ({ ctx }) => {
    const district = await districts.load(ctx.db, ctx.reach.districtId);
    const screen = await screenOf(ctx.db, district, await weekOnScreen(ctx.db, district, ctx.now), ctx.now);
    const text = await readEphemeral(ctx.db, screenTopic(district.id));
    const state = text === null ? null : ScreenState.nullable().parse(JSON.parse(text));
    return { ...screen, state: state?.meetingId === screen.meeting.id ? state : null };
  }),
});
