import { z } from 'zod';
import type { District } from '#shared/districts/schema.ts';
import { dayOf, type Instant, Week } from '#shared/kit/calendar.ts';
import { keyBy } from '#shared/kit/collections.ts';
import { DomainError, refuse } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import { screenTopic } from '#shared/live/schema.ts';
import { agendaMinutes } from '#shared/meetings/agenda.ts';
import { driven, stateOfMeeting, typed, whyNotDrive } from '#shared/meetings/drive.ts';
import { meetingPapers, signInSheet } from '#shared/meetings/handouts.ts';
import {
  DraftPaper,
  EndRehearsal,
  NamedHandout,
  ReopenMeeting,
  SetWords,
  ShowOnScreen,
  TouchMeeting,
  TypeDecision,
  UpdateMeeting,
} from '#shared/meetings/inputs.ts';
import {
  isEarly,
  opened,
  type ReadMeeting,
  whyNotChangeMeeting,
  whyNotDecide,
  whyNotOpen,
  whyNotRehearse,
  whyNotShow,
} from '#shared/meetings/rules.ts';
import type { ScreenState } from '#shared/meetings/schema.ts';
import { loadFigures } from '../cuts/figures.ts';
import { cycleNow } from '../cycle/now.ts';
import type { Database, Reader } from '../db/tables.ts';
import * as districts from '../districts/store.ts';
import * as documents from '../documents/store.ts';
import * as events from '../events/store.ts';
import { setEphemeral } from '../live/ephemeral.ts';
import { readScreenState } from '../live/screen.ts';
import type { Services } from '../services.ts';
import { inDistrict, type Reach, router } from '../trpc.ts';
import * as agenda from './agenda-store.ts';
import { close, reopen } from './close.ts';
import * as decisions from './decision-store.ts';
import { draftOf } from './drafts.ts';
import { figuresDay, followed, weekOnScreen } from './gather.ts';
import * as notes from './note-store.ts';
import { proposalsFor } from './propose.ts';
import * as requests from './request-store.ts';
import { screenOf } from './screen.ts';
import * as allSeries from './series-store.ts';
import * as meetings from './store.ts';
import * as words from './words-store.ts';

const LISTED = 60;
/** Drives the screen where no console ever has. */
const NO_CONSOLE = '0'.repeat(16);

/** The screen's state as far as it is this meeting's. */
async function stateOf(db: Database, districtId: Id<'unit'>, meeting: Pick<ReadMeeting, 'id' | 'state'>): Promise<ScreenState | null> {
  return stateOfMeeting(await readScreenState(db, districtId), meeting);
}

type Telling = { db: Database; services: Pick<Services, 'hub'>; reach: Pick<Reach, 'districtId'>; now: Instant };

function tellScreen({ db, services, reach, now }: Telling, state: ScreenState | null): Promise<void> {
  return setEphemeral(db, services.hub, screenTopic(reach.districtId), state, now);
}

/** A change names the version that it was made against, 0 for a meeting that was only planned. */
function refuseStale(meeting: ReadMeeting, version: number): void {
  if (meeting.version !== version) throw new DomainError('CONFLICT', { entity: 'meeting', newer: meeting });
}

/** What the meeting's page shows: the agenda, what is proposed for it, the last decisions, and its own. */
async function meetingPage(db: Reader, district: District, week: Week, now: Instant) {
  const today = dayOf(now);
  const meeting = await meetings.read(db, district, week);
  const items = meeting.id ? await agenda.ofMeeting(db, meeting.id) : [];
  const said = keyBy(meeting.id ? await notes.ofMeeting(db, meeting.id) : [], (note) => note.agendaItemId);
  const followUp = await followed(db, district, week, today);
  const figures = await loadFigures(db, { districtId: district.id, asOf: figuresDay(week, now) });
  const known = keyBy(figures, (row) => row.projectId);
  const series = await allSeries.load(db, district.id, meeting.seriesId);
  const waiting = await requests.waiting(db, district.id);
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
        /** What its unit added. */
        note: said.get(item.id) ?? null,
        unitName: row ? row.unitName : null,
        lamp: row ? row.lamp : null,
        hasReturned: row ? row.returnWeek !== null && row.returnWeek >= week : null,
      };
    }),
    minutes: agendaMinutes(items),
    proposals:
      meeting.state === 'closed' ? [] : await proposalsFor(db, { district, series, meeting, now, items, figures, followUp, waiting }),
    /** What leaders and units ask for and nobody has answered. */
    requests: waiting,
    series,
    followUp,
    decisions: meeting.id ? await decisions.named(db, district.id, today, { meetingId: meeting.id }) : [],
    /** What it issued before it was opened again. */
    versions: meeting.documentId ? await documents.versions(db, meeting.documentId) : [],
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
    const shown = await stateOf(ctx.db, districtId, after);
    const turn = { consoleId: shown?.driver?.consoleId ?? NO_CONSOLE, show: { page: 'closing' } as const, cover: null };
    await tellScreen(ctx, typed(driven(shown, after.id, turn, ctx.actor, ctx.now), after.id, null, ctx.actor, ctx.now));
    return after;
  }),

  reopen: inDistrict
    .input(ReopenMeeting)
    .mutation(({ ctx, input }) => ctx.change(async (tx) => reopen(tx, ctx, await districts.load(tx, ctx.reach.districtId), input))),

  /** A paper as closing would issue it now. */
  draft: inDistrict.input(DraftPaper).query(async ({ ctx, input }) => {
    const district = await districts.load(ctx.db, ctx.reach.districtId);
    const { id, number, ...meeting } = await meetings.read(ctx.db, district, input.week);
    if (id === null || number === null) throw new DomainError('NOT_FOUND', { entity: 'meeting' });
    const figures = await loadFigures(ctx.db, { districtId: district.id, asOf: figuresDay(input.week, ctx.now) });
    return draftOf(ctx.db, { district, meeting: { ...meeting, id, number }, figures, now: ctx.now }, input.kind, null);
  }),

  /** What is handed out at the meeting, as it stands now. */
  handout: inDistrict.input(NamedHandout).query(async ({ ctx, input }) => {
    const district = await districts.load(ctx.db, ctx.reach.districtId);
    const screen = await screenOf(ctx.db, district, input.week, ctx.now);
    const { name } = await allSeries.load(ctx.db, district.id, screen.meeting.seriesId);
    const given = { ...screen, seriesName: name };
    return input.handout === 'papers' ? meetingPapers(given) : signInSheet(given);
  }),

  setWords: inDistrict.input(SetWords).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const meeting = await meetings.read(tx, await districts.load(tx, ctx.reach.districtId), input.week);
      refuse(whyNotChangeMeeting(meeting));
      if (meeting.id === null) throw new DomainError('NOT_FOUND', { entity: 'meeting' });
      const { kind, edits, version } = input;
      const before = await words.wordsOf(tx, meeting.id, kind);
      const after = await words.save(tx, meeting.id, kind, { edits, version });
      await events.append(tx, ctx, { action: 'meeting.reworded', id: meeting.id, before: { kind, ...before }, after: { kind, ...after } });
      return after;
    }),
  ),

  /** Turns the screen to a page, or covers it. It is no record and leaves no trace. */
  show: inDistrict.input(ShowOnScreen).mutation(async ({ ctx, input }) => {
    const meeting = await meetings.read(ctx.db, await districts.load(ctx.db, ctx.reach.districtId), input.week);
    refuse(input.isRehearsal ? whyNotRehearse(meeting) : whyNotShow(meeting));
    if (!meeting.id) throw new DomainError('NOT_FOUND', { entity: 'meeting' });
    const before = await stateOf(ctx.db, ctx.reach.districtId, meeting);
    refuse(whyNotDrive(before, input));
    await tellScreen(ctx, driven(before, meeting.id, input, ctx.actor, ctx.now));
    return { ok: true };
  }),

  /** Shows the room what is being typed, from whichever console; it leaves no trace either. */
  type: inDistrict.input(TypeDecision).mutation(async ({ ctx, input }) => {
    const meeting = await meetings.read(ctx.db, await districts.load(ctx.db, ctx.reach.districtId), input.week);
    refuse(input.isRehearsal ? whyNotRehearse(meeting) : whyNotDecide(meeting));
    if (!meeting.id) throw new DomainError('NOT_FOUND', { entity: 'meeting' });
    const before = await stateOf(ctx.db, ctx.reach.districtId, meeting);
    await tellScreen(ctx, typed(before, meeting.id, input.draft, ctx.actor, ctx.now, input.isRehearsal));
    return { ok: true };
  }),

  /** Clears the screen of a rehearsal; of a meeting under way it clears nothing. */
  endRehearsal: inDistrict.input(EndRehearsal).mutation(async ({ ctx, input }) => {
    const meeting = await meetings.read(ctx.db, await districts.load(ctx.db, ctx.reach.districtId), input.week);
    const state = await stateOf(ctx.db, ctx.reach.districtId, meeting);
    if (state?.isRehearsal) await tellScreen(ctx, null);
    return { ok: true };
  }),

  /** Everything that the screen draws, with its passing state, so that a screen that starts late shows the same page. */
  screen: inDistrict.query(async ({ ctx }) => {
    const district = await districts.load(ctx.db, ctx.reach.districtId);
    const screen = await screenOf(ctx.db, district, await weekOnScreen(ctx.db, district, ctx.now), ctx.now);
    return { ...screen, state: screen.meeting.id && (await stateOf(ctx.db, district.id, screen.meeting)) };
  }),
});
