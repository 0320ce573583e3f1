import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import { AgendaRules, type MeetingSeries } from '#shared/meetings/series.ts';
import type { SeriesLoad } from '#shared/meetings/series-rules.ts';
import type { Reader, Row, Tx } from '../db/tables.ts';

function seriesOf({ isDefault, rules, ...row }: Row<'meeting_series'>): MeetingSeries {
  return { ...row, isDefault: isDefault === 1, rules: AgendaRules.parse(JSON.parse(rules)) };
}

/** The series of a district, its own first; every district is founded with one. */
export async function list(db: Reader, districtId: Id<'unit'>): Promise<MeetingSeries[]> {
  const rows = await db
    .selectFrom('meeting_series')
    .selectAll()
    .where('districtId', '=', districtId)
    .orderBy('isDefault', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(seriesOf);
}

/** The series that hold meetings, the district's own first. */
export async function open(db: Reader, districtId: Id<'unit'>): Promise<MeetingSeries[]> {
  return (await list(db, districtId)).filter(({ closedOn }) => closedOn === null);
}

/** One series of a district; the district's own where none is named. */
export async function load(db: Reader, districtId: Id<'unit'>, id?: Id<'meetingSeries'>): Promise<MeetingSeries> {
  const all = db.selectFrom('meeting_series').selectAll().where('districtId', '=', districtId);
  const row = await (id ? all.where('id', '=', id) : all.where('isDefault', '=', 1)).executeTakeFirst();
  if (!row) throw new DomainError('NOT_FOUND', { entity: 'meetingSeries' });
  return seriesOf(row);
}

function rowOf({ isDefault, rules, ...fields }: MeetingSeries) {
  return { ...fields, isDefault: isDefault ? (1 as const) : (0 as const), rules: JSON.stringify(rules) };
}

export async function insert(tx: Tx, series: MeetingSeries): Promise<void> {
  await tx.insertInto('meeting_series').values(rowOf(series)).execute();
}

export async function save(tx: Tx, series: MeetingSeries): Promise<MeetingSeries> {
  const { id, districtId, version, isDefault: _isDefault, ...fields } = rowOf(series);
  const row = await tx
    .updateTable('meeting_series')
    .set({ ...fields, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'meetingSeries', newer: await load(tx, districtId, id) });
  return seriesOf(row);
}

/** The highest number that a series has given away in a year; null where it has held none. */
export async function lastNumber(db: Reader, id: Id<'meetingSeries'>, year: number): Promise<number | null> {
  const row = await db
    .selectFrom('meeting')
    .select((built) => built.fn.max('number').as('number'))
    .where('seriesId', '=', id)
    .where('year', '=', year)
    .executeTakeFirst();
  return row?.number == null ? null : Number(row.number);
}

/** What would be lost with a series. */
export async function loadOf(db: Reader, id: Id<'meetingSeries'>): Promise<SeriesLoad> {
  const open = await db.selectFrom('meeting').select('id').where('seriesId', '=', id).where('state', '=', 'open').executeTakeFirst();
  const items = await db
    .selectFrom('agenda_item')
    .innerJoin('meeting', 'meeting.id', 'agenda_item.meetingId')
    .select((built) => built.fn.countAll().as('count'))
    .where('meeting.seriesId', '=', id)
    .where('meeting.state', '=', 'planned')
    .executeTakeFirstOrThrow();
  const requests = await db
    .selectFrom('agenda_request')
    .select((built) => built.fn.countAll().as('count'))
    .where('seriesId', '=', id)
    .where('agendaItemId', 'is', null)
    .where('declinedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return { isMeeting: open !== undefined, items: Number(items.count), requests: Number(requests.count) };
}
