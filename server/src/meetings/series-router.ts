import { dayOf, yearOf } from '#shared/kit/calendar.ts';
import { refuse } from '#shared/kit/errors.ts';
import { CreateSeries, SetAgendaRules, TouchSeries, UpdateSeries } from '#shared/meetings/inputs.ts';
import { type MeetingSeries, USUAL_RULES } from '#shared/meetings/series.ts';
import {
  numberedFrom,
  plannedAnew,
  whyNotCloseSeries,
  whyNotMoveOnto,
  whyNotReopenSeries,
  whyNotSetSeries,
} from '#shared/meetings/series-rules.ts';
import * as calendars from '../calendar/store.ts';
import type { Tx } from '../db/tables.ts';
import * as events from '../events/store.ts';
import { inDistrict, router } from '../trpc.ts';
import * as agenda from './agenda-store.ts';
import { otherAgenda } from './other-agenda.ts';
import * as allSeries from './series-store.ts';
import * as meetings from './store.ts';

/** What is on record of a series and still ahead goes with it: its day where the weekday changed, and whatever else it had from it. */
async function planAnew(tx: Tx, acting: meetings.Acting, was: MeetingSeries, series: MeetingSeries): Promise<void> {
  const today = dayOf(acting.now);
  const calendar = await calendars.load(tx);
  for (const before of await meetings.ahead(tx, series.id, today)) {
    const planned = plannedAnew(before, was, series, calendar, today);
    if (!planned) continue;
    const meeting = { ...before, ...planned };
    for (const { projectId } of await agenda.ofMeeting(tx, meeting.id)) {
      if (projectId) refuse(whyNotMoveOnto(await otherAgenda(tx, projectId, meeting)));
    }
    const after = await meetings.save(tx, meeting);
    await events.append(tx, acting, { action: 'meeting.updated', id: after.id, before, after });
  }
}

export const seriesRouter = router({
  list: inDistrict.query(({ ctx }) => allSeries.list(ctx.db, ctx.reach.districtId)),

  /** The series that one may be heard in, by name. */
  choices: inDistrict.query(async ({ ctx }) => {
    const open = await allSeries.open(ctx.db, ctx.reach.districtId);
    return open.map(({ id, name, isDefault, kind }) => ({ id, name, isDefault, kind }));
  }),

  create: inDistrict.input(CreateSeries).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const { districtId } = ctx.reach;
      refuse(whyNotSetSeries({ ...input, id: null }, null, await allSeries.list(tx, districtId), 0));
      const series: MeetingSeries = {
        ...input,
        ...numberedFrom(input, null, dayOf(ctx.now)),
        ...{ id: ctx.newId('meetingSeries'), districtId, isDefault: false, rules: USUAL_RULES, closedOn: null, version: 1 },
      };
      await allSeries.insert(tx, series);
      await events.append(tx, ctx, { action: 'meetingSeries.created', id: series.id, after: series });
      return series;
    }),
  ),

  update: inDistrict.input(UpdateSeries).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const { districtId } = ctx.reach;
      const today = dayOf(ctx.now);
      const before = await allSeries.load(tx, districtId, input.id);
      const used = await allSeries.lastNumber(tx, before.id, yearOf(today));
      refuse(whyNotSetSeries(input, before, await allSeries.list(tx, districtId), used ?? 0));
      const after = await allSeries.save(tx, { ...before, ...input, ...numberedFrom(input, before, today) });
      await events.append(tx, ctx, { action: 'meetingSeries.updated', id: after.id, before, after });
      await planAnew(tx, ctx, before, after);
      return after;
    }),
  ),

  close: inDistrict.input(TouchSeries).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const before = await allSeries.load(tx, ctx.reach.districtId, input.id);
      refuse(whyNotCloseSeries(before, await allSeries.loadOf(tx, before.id)));
      const after = await allSeries.save(tx, { ...before, ...input, closedOn: dayOf(ctx.now) });
      await events.append(tx, ctx, { action: 'meetingSeries.closed', id: after.id, before, after });
      return after;
    }),
  ),

  reopen: inDistrict.input(TouchSeries).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const before = await allSeries.load(tx, ctx.reach.districtId, input.id);
      refuse(whyNotReopenSeries(before));
      const after = await allSeries.save(tx, { ...before, ...input, closedOn: null });
      await events.append(tx, ctx, { action: 'meetingSeries.reopened', id: after.id, before, after });
      return after;
    }),
  ),

  setRules: inDistrict.input(SetAgendaRules).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const before = await allSeries.load(tx, ctx.reach.districtId, input.id);
      const after = await allSeries.save(tx, { ...before, ...input });
      await events.append(tx, ctx, { action: 'meetingSeries.rulesSet', id: after.id, before, after });
      return after;
    }),
  ),
});
