import type { WorkCalendar } from '#shared/calendar/workdays.ts';
import type { Day, Week } from '#shared/kit/calendar.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import { concerns, decisionClock } from '#shared/meetings/decisions.ts';
import { Decision } from '#shared/meetings/schema.ts';
import type { NamedDecision } from '#shared/meetings/screen.ts';
import * as calendars from '../calendar/store.ts';
import type { Reader, Row, Tx } from '../db/tables.ts';
import type { Reach } from '../trpc.ts';

function decisionOf(row: Row<'decision'>): Decision {
  const { districtId: _districtId, helperUnitIds, ...decision } = row;
  return { ...decision, helperUnitIds: Decision.shape.helperUnitIds.parse(JSON.parse(helperUnitIds)) };
}

export async function load(db: Reader, districtId: Id<'unit'>, id: Id<'decision'>): Promise<Decision> {
  const row = await db.selectFrom('decision').selectAll().where('districtId', '=', districtId).where('id', '=', id).executeTakeFirst();
  if (!row) throw new DomainError('NOT_FOUND', { entity: 'decision' });
  return decisionOf(row);
}

/** The decisions of one meeting, in the order in which they were made. */
export async function ofMeeting(db: Reader, meetingId: Id<'meeting'>): Promise<Decision[]> {
  const rows = await db.selectFrom('decision').selectAll().where('meetingId', '=', meetingId).orderBy('id').execute();
  return rows.map(decisionOf);
}

/**
 * Decisions with the names that a reader needs and their clock as of a day: of one meeting or series, of meetings before a
 * week or a day, of a project, or not settled before a day.
 */
export async function named(
  db: Reader,
  districtId: Id<'unit'>,
  asOf: Day,
  wanted: {
    meetingId?: Id<'meeting'>;
    seriesId?: Id<'meetingSeries'>;
    projectId?: Id<'project'>;
    beforeWeek?: Week;
    beforeDay?: Day;
    openOrOf?: Id<'meeting'> | null;
    since?: Day;
    /** The calendar, where the asker has read it already. */
    calendar?: WorkCalendar;
  },
): Promise<NamedDecision[]> {
  let query = db
    .selectFrom('decision')
    .innerJoin('meeting', 'meeting.id', 'decision.meetingId')
    .innerJoin('meeting_series', 'meeting_series.id', 'meeting.seriesId')
    .leftJoin('project', 'project.id', 'decision.projectId')
    .leftJoin('agenda_item', 'agenda_item.id', 'decision.agendaItemId')
    .selectAll('decision')
    .select(['meeting.week', 'meeting.number as meetingNumber', 'project.name as projectName', 'agenda_item.title as itemTitle'])
    .select(['meeting_series.name as seriesName', 'meeting_series.isDefault'])
    .where('decision.districtId', '=', districtId)
    .orderBy('decision.id');
  const { meetingId, seriesId, projectId, beforeWeek, beforeDay, openOrOf, since } = wanted;
  if (since) query = query.where((where) => where.or([where('decision.state', '!=', 'done'), where('decision.doneOn', '>=', since)]));
  if (meetingId) query = query.where('decision.meetingId', '=', meetingId);
  if (projectId) query = query.where('decision.projectId', '=', projectId);
  if (seriesId) query = query.where('meeting.seriesId', '=', seriesId);
  if (beforeWeek) query = query.where('meeting.week', '<', beforeWeek);
  if (beforeDay) query = query.where('meeting.day', '<', beforeDay);
  if (openOrOf !== undefined) {
    query = query.where((where) =>
      openOrOf === null
        ? where('decision.state', '!=', 'done')
        : where.or([where('decision.state', '!=', 'done'), where('decision.meetingId', '=', openOrOf)]),
    );
  }
  const rows = await query.execute();
  const units = await db.selectFrom('unit').select(['id', 'shortName']).where('districtId', '=', districtId).execute();
  const nameOf = new Map(units.map((unit) => [unit.id, unit.shortName]));
  const calendar = wanted.calendar ?? (await calendars.load(db));
  return rows.map(({ week, meetingNumber, seriesName, isDefault, projectName, itemTitle, ...row }) => {
    const decision = decisionOf(row);
    return {
      ...decision,
      ...decisionClock(decision, calendar, asOf),
      week,
      meetingNumber,
      seriesName: isDefault === 1 ? null : seriesName,
      subject: projectName ?? itemTitle,
      ownerName: nameOf.get(decision.ownerUnitId) ?? '',
      helperNames: decision.helperUnitIds.map((id) => nameOf.get(id) ?? ''),
    };
  });
}

/** One decision of whoever carries it out or helps; for other units it does not exist. */
export async function requireReached(db: Reader, reach: Reach, id: Id<'decision'>): Promise<Decision> {
  const decision = await load(db, reach.districtId, id);
  if (reach.unitIds && !concerns(decision, reach.unitIds)) throw new DomainError('NOT_FOUND', { entity: 'decision' });
  return decision;
}

/** How many decisions were made from one day to another, and what has become of them by the last. */
export async function madeBetween(db: Reader, districtId: Id<'unit'>, from: Day, to: Day) {
  const rows = await db
    .selectFrom('decision')
    .innerJoin('meeting', 'meeting.id', 'decision.meetingId')
    .select(['decision.state', 'decision.dueOn', 'decision.doneOn'])
    .where('decision.districtId', '=', districtId)
    .where('meeting.day', '>=', from)
    .where('meeting.day', '<=', to)
    .execute();
  const calendar = await calendars.load(db);
  return rows.map(({ doneOn, dueOn, ...row }) => {
    // What was settled after the last day was not settled then.
    const state = row.state === 'done' && doneOn !== null && doneOn > to ? ('open' as const) : row.state;
    return { state, ...decisionClock({ state, dueOn }, calendar, to) };
  });
}

export async function insert(tx: Tx, districtId: Id<'unit'>, decision: Decision): Promise<void> {
  await tx
    .insertInto('decision')
    .values({ ...decision, districtId, helperUnitIds: JSON.stringify(decision.helperUnitIds) })
    .execute();
}

export async function save(tx: Tx, decision: Decision): Promise<Decision> {
  const { id, meetingId: _meeting, version, helperUnitIds, ...fields } = decision;
  const row = await tx
    .updateTable('decision')
    .set({ ...fields, helperUnitIds: JSON.stringify(helperUnitIds), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'decision', newer: await find(tx, id) });
  return decisionOf(row);
}

export async function remove(tx: Tx, decision: Decision): Promise<void> {
  const row = await tx
    .deleteFrom('decision')
    .where('id', '=', decision.id)
    .where('version', '=', decision.version)
    .returning('id')
    .executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'decision', newer: await find(tx, decision.id) });
}

async function find(db: Reader, id: Id<'decision'>): Promise<Decision | null> {
  const row = await db.selectFrom('decision').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? decisionOf(row) : null;
}
