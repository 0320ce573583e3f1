import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { AgendaItem } from '#shared/meetings/schema.ts';
import type { Reader, Tx } from '../db/tables.ts';

/** A meeting's agenda in its order. */
export function ofMeeting(db: Reader, meetingId: Id<'meeting'>): Promise<AgendaItem[]> {
  return db.selectFrom('agenda_item').selectAll().where('meetingId', '=', meetingId).orderBy('orderKey').orderBy('id').execute();
}

/** One item of a district's meetings. */
export async function load(db: Reader, districtId: Id<'unit'>, id: Id<'agendaItem'>): Promise<AgendaItem> {
  const row = await db
    .selectFrom('agenda_item')
    .innerJoin('meeting', 'meeting.id', 'agenda_item.meetingId')
    .selectAll('agenda_item')
    .where('meeting.districtId', '=', districtId)
    .where('agenda_item.id', '=', id)
    .executeTakeFirst();
  if (!row) throw new DomainError('NOT_FOUND', { entity: 'agendaItem' });
  return row;
}

export async function insert(tx: Tx, item: AgendaItem): Promise<void> {
  await tx.insertInto('agenda_item').values(item).execute();
}

export async function save(tx: Tx, item: AgendaItem): Promise<AgendaItem> {
  const row = await tx
    .updateTable('agenda_item')
    .set({ title: item.title, reason: item.reason, minutes: item.minutes, orderKey: item.orderKey, version: item.version + 1 })
    .where('id', '=', item.id)
    .where('version', '=', item.version)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'agendaItem', newer: await find(tx, item.id) });
  return row;
}

export async function remove(tx: Tx, item: AgendaItem): Promise<void> {
  const row = await tx
    .deleteFrom('agenda_item')
    .where('id', '=', item.id)
    .where('version', '=', item.version)
    .returning('id')
    .executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'agendaItem', newer: await find(tx, item.id) });
}

async function find(db: Reader, id: Id<'agendaItem'>): Promise<AgendaItem | null> {
  return (await db.selectFrom('agenda_item').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}
