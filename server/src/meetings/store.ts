import { ProjectFigures } from '#shared/cuts/figures.ts';
import { addWeeks, type Day, firstDayOfYear, lastDayOfYear, type Week, yearOf } from '#shared/kit/calendar.ts';
import { keyBy } from '#shared/kit/collections.ts';
import { DomainError, refuse } from '#shared/kit/errors.ts';
import type { Id, IdKind } from '#shared/kit/ids.ts';
import type { NamedMeeting } from '#shared/meetings/inputs.ts';
import { plannedMeeting, type ReadMeeting } from '#shared/meetings/rules.ts';
import type { Meeting } from '#shared/meetings/schema.ts';
import type { MeetingSeries } from '#shared/meetings/series.ts';
import { nextNumber, whyNotPlanIn } from '#shared/meetings/series-rules.ts';
import * as calendar from '../calendar/store.ts';
import type { Reader, Row, Tx } from '../db/tables.ts';
import * as events from '../events/store.ts';
import * as allSeries from './series-store.ts';

/** A meeting that is on record. */
export type HeldMeeting = Meeting & { documentId: Id<'document'> | null; reportId: Id<'document'> | null };

/** Who acts, and where new ids come from. */
export type Acting = events.Witness & { newId: <Kind extends IdKind>(kind: Kind) => Id<Kind> };

function meetingOf(row: Row<'meeting'>): HeldMeeting {
  const { year: _year, ...meeting } = row;
  return meeting;
}

/** The meeting that a series holds on a week; one that nobody has touched answers as it would be. Writes nothing. */
export async function inSeries(db: Reader, series: MeetingSeries, week: Week): Promise<ReadMeeting> {
  const row = await db.selectFrom('meeting').selectAll().where('seriesId', '=', series.id).where('week', '=', week).executeTakeFirst();
  return row ? meetingOf(row) : plannedMeeting(week, series, await calendar.load(db));
}

/** The meeting that is named by its week, and by its series unless that is the district's own. Writes nothing. */
export async function read(db: Reader, districtId: Id<'unit'>, { seriesId, week }: NamedMeeting): Promise<ReadMeeting> {
  return inSeries(db, await allSeries.load(db, districtId, seriesId), week);
}

export async function load(db: Reader, districtId: Id<'unit'>, id: Id<'meeting'>): Promise<HeldMeeting> {
  const row = await db.selectFrom('meeting').selectAll().where('districtId', '=', districtId).where('id', '=', id).executeTakeFirst();
  if (!row) throw new DomainError('NOT_FOUND', { entity: 'meeting' });
  return meetingOf(row);
}

/** The meetings that were held and closed from one day to another, newest first. */
export function heldBetween(db: Reader, districtId: Id<'unit'>, from: Day, to: Day) {
  return db
    .selectFrom('meeting')
    .innerJoin('meeting_series', 'meeting_series.id', 'meeting.seriesId')
    .select(['meeting.id', 'meeting.seriesId', 'meeting.week', 'meeting.day', 'meeting.number'])
    .select('meeting_series.name as seriesName')
    .where('meeting.districtId', '=', districtId)
    .where('meeting.state', '=', 'closed')
    .where('meeting.day', '>=', from)
    .where('meeting.day', '<=', to)
    .orderBy('meeting.day', 'desc')
    .execute();
}

/** The meetings of some weeks, of one series or of all: those on record, and in the open series those that are still only planned. */
export async function inWeeks(db: Reader, districtId: Id<'unit'>, weeks: { from: Week; to: Week }, only: MeetingSeries | null = null) {
  const series = only ? [only] : await allSeries.list(db, districtId);
  const names = new Map(series.map(({ id, name }) => [id, name]));
  const rows = await db
    .selectFrom('meeting')
    .selectAll()
    .where('districtId', '=', districtId)
    .where(
      'seriesId',
      'in',
      series.map(({ id }) => id),
    )
    .where('week', '>=', weeks.from)
    .where('week', '<=', weeks.to)
    .orderBy('week')
    .orderBy('id')
    .execute();
  const days = await calendar.load(db);
  const planned: ReadMeeting[] = [];
  for (const one of series.filter(({ closedOn }) => closedOn === null))
    for (let { from: week } = weeks; week <= weeks.to; week = addWeeks(week, 1))
      if (!rows.some((row) => row.seriesId === one.id && row.week === week)) planned.push(plannedMeeting(week, one, days));
  return [...rows.map((row): ReadMeeting => meetingOf(row)), ...planned].map((meeting) => {
    return { ...meeting, seriesName: names.get(meeting.seriesId) ?? '' };
  });
}

/** The meeting as it is named, put on record at its first change: it gets the next number of its series and year. */
export async function ensureMeeting(tx: Tx, acting: Acting, districtId: Id<'unit'>, named: NamedMeeting): Promise<HeldMeeting> {
  const series = await allSeries.load(tx, districtId, named.seriesId);
  const found = await inSeries(tx, series, named.week);
  const { id, number } = found;
  if (id !== null && number !== null) return { ...found, id, number };
  refuse(whyNotPlanIn(series));
  const year = yearOf(found.day);
  const next = nextNumber(series, year, await allSeries.lastNumber(tx, series.id, year));
  const meeting: HeldMeeting = { ...found, id: acting.newId('meeting'), number: next, version: 1 };
  await tx
    .insertInto('meeting')
    .values({ ...meeting, year })
    .execute();
  await events.append(tx, acting, { action: 'meeting.planned', id: meeting.id, after: meeting });
  return meeting;
}

export async function save(tx: Tx, meeting: HeldMeeting): Promise<HeldMeeting> {
  const { id, seriesId: _series, districtId, week: _week, number: _number, version, ...fields } = meeting;
  const row = await tx
    .updateTable('meeting')
    .set({ ...fields, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'meeting', newer: await load(tx, districtId, id) });
  return meetingOf(row);
}

/** The meetings of a series that are on record and to be held on a day or later. */
export async function ahead(db: Reader, seriesId: Id<'meetingSeries'>, from: Day): Promise<HeldMeeting[]> {
  const rows = await db
    .selectFrom('meeting')
    .selectAll()
    .where('seriesId', '=', seriesId)
    .where('state', '=', 'planned')
    .where('day', '>=', from)
    .orderBy('week')
    .execute();
  return rows.map(meetingOf);
}

/** The meeting that is under way in a series, or null. */
export async function underWay(db: Reader, seriesId: Id<'meetingSeries'>): Promise<HeldMeeting | null> {
  const row = await db
    .selectFrom('meeting')
    .selectAll()
    .where('seriesId', '=', seriesId)
    .where('state', '=', 'open')
    .orderBy('week', 'desc')
    .executeTakeFirst();
  return row ? meetingOf(row) : null;
}

/** The last meeting that was closed, or null. */
export async function lastClosed(db: Reader, seriesId: Id<'meetingSeries'>): Promise<HeldMeeting | null> {
  const row = await db
    .selectFrom('meeting')
    .selectAll()
    .where('seriesId', '=', seriesId)
    .where('state', '=', 'closed')
    .orderBy('week', 'desc')
    .executeTakeFirst();
  return row ? meetingOf(row) : null;
}

/** The last meeting of a series before a week that decided something: its decisions are followed up, settled or not. */
export async function lastBefore(db: Reader, seriesId: Id<'meetingSeries'>, week: Week): Promise<Id<'meeting'> | null> {
  const row = await db
    .selectFrom('meeting')
    .innerJoin('decision', 'decision.meetingId', 'meeting.id')
    .select('meeting.id')
    .where('meeting.seriesId', '=', seriesId)
    .where('meeting.week', '<', week)
    .orderBy('meeting.week', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The latest meetings by what they are called: series, week, day and number, newest first. */
export async function named(db: Reader, districtId: Id<'unit'>, limit: number) {
  const rows = await db
    .selectFrom('meeting')
    .innerJoin('meeting_series', 'meeting_series.id', 'meeting.seriesId')
    .select(['meeting.id', 'meeting.seriesId', 'meeting.week', 'meeting.day', 'meeting.number'])
    .select(['meeting_series.name', 'meeting_series.isDefault'])
    .where('meeting.districtId', '=', districtId)
    .orderBy('meeting.week', 'desc')
    .orderBy('meeting.day', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ name, isDefault, ...meeting }) => ({ ...meeting, seriesName: isDefault === 1 ? null : name }));
}

/** The meetings of a series on record, newest first, each with what came of it. */
export async function list(db: Reader, seriesId: Id<'meetingSeries'>, limit: number) {
  const rows = await db
    .selectFrom('meeting')
    .selectAll('meeting')
    .select((built) => [
      built.selectFrom('agenda_item').select(built.fn.countAll().as('n')).whereRef('agenda_item.meetingId', '=', 'meeting.id').as('items'),
      built.selectFrom('decision').select(built.fn.countAll().as('n')).whereRef('decision.meetingId', '=', 'meeting.id').as('decisions'),
      built
        .selectFrom('decision')
        .select(built.fn.countAll().as('n'))
        .whereRef('decision.meetingId', '=', 'meeting.id')
        .where('decision.state', '!=', 'done')
        .as('openDecisions'),
    ])
    .where('seriesId', '=', seriesId)
    .orderBy('week', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ items, decisions, openDecisions, ...row }) => ({
    meeting: meetingOf(row),
    items: Number(items ?? 0),
    decisions: Number(decisions ?? 0),
    openDecisions: Number(openDecisions ?? 0),
  }));
}

/** The problems of projects that are not solved yet, the oldest first. */
export function openProblems(db: Reader, projectIds: Id<'project'>[]) {
  return db
    .selectFrom('problem')
    .leftJoin('unit', 'unit.id', 'problem.ownerUnitId')
    .select(['problem.id', 'problem.projectId', 'problem.title', 'problem.raisedOn', 'problem.dueOn', 'unit.shortName as ownerName'])
    .where('problem.projectId', 'in', projectIds)
    .where('problem.state', 'in', ['raised', 'assigned'])
    .orderBy('problem.raisedOn')
    .orderBy('problem.id')
    .execute();
}

/** The problems of a district that are not solved yet, with what the agenda weighs them by; the oldest first. */
export async function problemFacts(db: Reader, districtId: Id<'unit'>) {
  const rows = await db
    .selectFrom('problem')
    .innerJoin('project', 'project.id', 'problem.projectId')
    .select(['problem.projectId', 'problem.title', 'problem.raisedOn', 'problem.rung'])
    .where('project.districtId', '=', districtId)
    .where('problem.state', 'in', ['raised', 'assigned'])
    .orderBy('problem.raisedOn')
    .orderBy('problem.id')
    .execute();
  return rows.map(({ rung, ...row }) => ({ ...row, isHandedUp: rung === 'meeting' }));
}

/** The problems of a district that came up, or were solved, from one day to another. */
export function problemsBetween(db: Reader, districtId: Id<'unit'>, what: 'raisedOn' | 'solvedOn', from: Day, to: Day) {
  return db
    .selectFrom('problem')
    .innerJoin('project', 'project.id', 'problem.projectId')
    .select(['problem.projectId', 'problem.title'])
    .where('project.districtId', '=', districtId)
    .where(`problem.${what}`, '>=', from)
    .where(`problem.${what}`, '<=', to)
    .orderBy(`problem.${what}`)
    .orderBy('problem.id')
    .execute();
}

/** What the cuts of a year's weeks held as done, for projects; of a week that was cut again, the last. */
export async function doneByWeek(db: Reader, districtId: Id<'unit'>, year: number, projectIds: Id<'project'>[]) {
  const rows = await db
    .selectFrom('cut_row')
    .innerJoin('cut', 'cut.id', 'cut_row.cutId')
    .select(['cut_row.projectId', 'cut_row.figures', 'cut.asOf'])
    .where('cut.districtId', '=', districtId)
    .where('cut.kind', '=', 'week')
    .where('cut.asOf', '>=', firstDayOfYear(year))
    .where('cut.asOf', '<=', lastDayOfYear(year))
    .where('cut_row.projectId', 'in', projectIds)
    .orderBy('cut.asOf')
    .orderBy('cut.attempt')
    .execute();
  const points = rows.map((row) => ({
    projectId: row.projectId,
    asOf: row.asOf,
    done: ProjectFigures.shape.doneThisYear.parse(JSON.parse(row.figures).doneThisYear),
  }));
  return [...keyBy(points, (point) => `${point.projectId} ${point.asOf}`).values()];
}
