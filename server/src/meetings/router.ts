import { dayOf, type Instant, type Week } from '#shared/kit/calendar.ts';
import { keyBy } from '#shared/kit/collections.ts';
import { DomainError, refuse } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import { agendaMinutes } from '#shared/meetings/agenda.ts';
import { driven, stateOfMeeting, typed, whyNotDrive } from '#shared/meetings/drive.ts';
import { meetingPapers, signInSheet } from '#shared/meetings/handouts.ts';
import {
  DraftPaper,
  NamedHandout,
  NamedMeeting,
  NamedSeries,
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
import type { Database, Reader } from '../db/tables.ts';
import * as displays from '../displays/store.ts';
import * as districts from '../districts/store.ts';
import * as documents from '../documents/store.ts';
import * as events from '../events/store.ts';
import { changeScreenState, readScreenState } from '../live/screen.ts';
import type { Services } from '../services.ts';
import { inDistrict, router } from '../trpc.ts';
import * as agenda from './agenda-store.ts';
import { close, reopen } from './close.ts';
import * as decisions from './decision-store.ts';
import { draftOf } from './drafts.ts';
import { figuresDay, followed, inHand, onScreen } from './gather.ts';
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
async function stateOf(db: Database, meeting: Pick<ReadMeeting, 'id' | 'districtId' | 'seriesId' | 'state'>): Promise<ScreenState | null> {
  return stateOfMeeting(await readScreenState(db, meeting.districtId, meeting.seriesId), meeting);
}

/** Changes what the screen shows of a meeting; undefined leaves it as it is. */
function tellScreen(
  { services, now }: { services: Services; now: Instant },
  meeting: Pick<ReadMeeting, 'id' | 'districtId' | 'seriesId' | 'state'>,
  change: (before: ScreenState | null) => ScreenState | null | undefined,
): Promise<void> {
  return changeScreenState(services, meeting, (before) => change(stateOfMeeting(before, meeting)), now);
}

/** A change names the version that it was made against, 0 for a meeting that was only planned. */
function refuseStale(meeting: ReadMeeting, version: number): void {
  if (meeting.version !== version) throw new DomainError('CONFLICT', { entity: 'meeting', newer: meeting });
}

/** What the meeting's page shows: the agenda, what is proposed for it, the last decisions, and its own. */
async function meetingPage(db: Reader, districtId: Id<'unit'>, named: NamedSeries & { week: Week | null }, now: Instant) {
  const today = dayOf(now);
  const district = await districts.load(db, districtId);
  const others = await allSeries.list(db, districtId);
  const series = await allSeries.load(db, districtId, named.seriesId);
  const meeting = named.week === null ? await inHand(db, series, now) : await meetings.inSeries(db, series, named.week);
  const { week } = meeting;
  const items = meeting.id ? await agenda.ofMeeting(db, meeting.id) : [];
  const said = keyBy(meeting.id ? await notes.ofMeeting(db, meeting.id) : [], (note) => note.agendaItemId);
  const followUp = await followed(db, meeting, today);
  const figures = await loadFigures(db, { districtId: district.id, asOf: figuresDay(week, now) });
  const known = keyBy(figures, (row) => row.projectId);
  const waiting = await requests.waiting(db, series.id);
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
      meeting.state === 'closed'
        ? []
        : await proposalsFor(db, { district, series, others, meeting, now, items, figures, followUp, waiting }),
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
  /** The meeting that a series has in hand. */
  current: inDistrict
    .input(NamedSeries.optional())
    .query(({ ctx, input }) => meetingPage(ctx.db, ctx.reach.districtId, { ...input, week: null }, ctx.now)),

  get: inDistrict.input(NamedMeeting).query(({ ctx, input }) => meetingPage(ctx.db, ctx.reach.districtId, input, ctx.now)),

  list: inDistrict.input(NamedSeries.optional()).query(async ({ ctx, input }) => {
    const series = await allSeries.load(ctx.db, ctx.reach.districtId, input?.seriesId);
    return meetings.list(ctx.db, series.id, LISTED);
  }),

  update: inDistrict.input(UpdateMeeting).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const { districtId } = ctx.reach;
      const { week, seriesId, version, ...fields } = input;
      const before = await meetings.read(tx, districtId, { seriesId, week });
      refuse(whyNotChangeMeeting(before));
      refuseStale(before, version);
      const meeting = await meetings.ensureMeeting(tx, ctx, districtId, { seriesId, week });
      const after = await meetings.save(tx, { ...meeting, ...fields });
      await events.append(tx, ctx, { action: 'meeting.updated', id: after.id, before, after });
      return after;
    }),
  ),

  open: inDistrict.input(TouchMeeting).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const { districtId } = ctx.reach;
      const before = await meetings.read(tx, districtId, input);
      refuse(whyNotOpen(before, dayOf(ctx.now), await meetings.underWay(tx, before.seriesId)));
      refuseStale(before, input.version);
      const meeting = await meetings.ensureMeeting(tx, ctx, districtId, input);
      const after = await meetings.save(tx, { ...meeting, ...opened(meeting, ctx.now) });
      await events.append(tx, ctx, { action: 'meeting.opened', id: after.id, before, after });
      return after;
    }),
  ),

  close: inDistrict.input(TouchMeeting).mutation(async ({ ctx, input }) => {
    const { districtId } = ctx.reach;
    const after = await ctx.change(async (tx) => close(tx, ctx, await districts.load(tx, districtId), input));
    await tellScreen(ctx, after, (before) => {
      const turn = { consoleId: before?.driver?.consoleId ?? NO_CONSOLE, show: { page: 'closing' } as const, cover: null };
      return typed(driven(before, after.id, turn, ctx.actor, ctx.now), after.id, null, ctx.actor, ctx.now);
    });
    return after;
  }),

  reopen: inDistrict
    .input(ReopenMeeting)
    .mutation(({ ctx, input }) => ctx.change(async (tx) => reopen(tx, ctx, await districts.load(tx, ctx.reach.districtId), input))),

  /** A paper as closing would issue it now. */
  draft: inDistrict.input(DraftPaper).query(async ({ ctx, input }) => {
    const district = await districts.load(ctx.db, ctx.reach.districtId);
    const series = await allSeries.load(ctx.db, district.id, input.seriesId);
    const { id, number, ...meeting } = await meetings.inSeries(ctx.db, series, input.week);
    // The week is the district's: another series writes no report of it.
    if (input.kind === 'weekly-report' && !series.isDefault) throw new DomainError('NOT_FOUND', { entity: 'document' });
    if (id === null || number === null) throw new DomainError('NOT_FOUND', { entity: 'meeting' });
    const figures = await loadFigures(ctx.db, { districtId: district.id, asOf: figuresDay(input.week, ctx.now) });
    const drafting = { district, series, meeting: { ...meeting, id, number }, figures, now: ctx.now };
    return { ...(await draftOf(ctx.db, drafting, input.kind, null)), series };
  }),

  /** What is handed out at the meeting, as it stands now. */
  handout: inDistrict.input(NamedHandout).query(async ({ ctx, input }) => {
    const district = await districts.load(ctx.db, ctx.reach.districtId);
    const series = await allSeries.load(ctx.db, district.id, input.seriesId);
    const screen = await screenOf(ctx.db, district, { series, meeting: await meetings.inSeries(ctx.db, series, input.week) }, ctx.now);
    const given = { ...screen, seriesName: series.name };
    return input.handout === 'papers' ? meetingPapers(given) : signInSheet(given);
  }),

  setWords: inDistrict.input(SetWords).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const meeting = await meetings.read(tx, ctx.reach.districtId, input);
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
    const meeting = await meetings.read(ctx.db, ctx.reach.districtId, input);
    refuse(input.isRehearsal ? whyNotRehearse(meeting) : whyNotShow(meeting));
    if (!meeting.id) throw new DomainError('NOT_FOUND', { entity: 'meeting' });
    const { id } = meeting;
    await tellScreen(ctx, meeting, (before) => {
      refuse(whyNotDrive(before, input));
      return driven(before, id, input, ctx.actor, ctx.now);
    });
    return { ok: true };
  }),

  /** Shows the room what is being typed, from whichever console; it leaves no trace either. */
  type: inDistrict.input(TypeDecision).mutation(async ({ ctx, input }) => {
    const meeting = await meetings.read(ctx.db, ctx.reach.districtId, input);
    refuse(input.isRehearsal ? whyNotRehearse(meeting) : whyNotDecide(meeting));
    if (!meeting.id) throw new DomainError('NOT_FOUND', { entity: 'meeting' });
    const { id } = meeting;
    await tellScreen(ctx, meeting, (before) => {
      // Where nothing is shown there is nothing that could be taken back: a rehearsal that has ended does not begin again.
      if (before === null && input.draft === null) return undefined;
      return typed(before, id, input.draft, ctx.actor, ctx.now, input.isRehearsal);
    });
    return { ok: true };
  }),

  /** Clears the screen of a rehearsal; of a meeting under way it clears nothing. */
  endRehearsal: inDistrict.input(NamedMeeting).mutation(async ({ ctx, input }) => {
    const meeting = await meetings.read(ctx.db, ctx.reach.districtId, input);
    await tellScreen(ctx, meeting, (before) => (before?.isRehearsal ? null : undefined));
    return { ok: true };
  }),

  /**
   * Everything that the screen draws, with its passing state, so that a screen that starts late shows the same page. Of
   * the series that is named or the device is tied to, else of the one that is live.
   */
  screen: inDistrict.input(NamedSeries.optional()).query(async ({ ctx, input }) => {
    const district = await districts.load(ctx.db, ctx.reach.districtId);
    const named = input?.seriesId && (await allSeries.load(ctx.db, district.id, input.seriesId)).id;
    const seriesId = named ?? (ctx.actor.role === 'display' ? await displays.seriesOf(ctx.db, ctx.actor.id) : null);
    const screen = await screenOf(ctx.db, district, await onScreen(ctx.db, district.id, seriesId, ctx.now), ctx.now);
    return { ...screen, state: screen.meeting.id && (await stateOf(ctx.db, screen.meeting)) };
  }),
});
