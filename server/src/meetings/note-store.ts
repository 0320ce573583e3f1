import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { ItemNote } from '#shared/meetings/schema.ts';
import type { Reader, Tx } from '../db/tables.ts';
import type { Reach } from '../trpc.ts';

/** What units added to the items of a meeting. */
export function ofMeeting(db: Reader, meetingId: Id<'meeting'>): Promise<ItemNote[]> {
  return db
    .selectFrom('item_note')
    .innerJoin('agenda_item', 'agenda_item.id', 'item_note.agendaItemId')
    .selectAll('item_note')
    .where('agenda_item.meetingId', '=', meetingId)
    .execute();
}

export async function find(db: Reader, agendaItemId: Id<'agendaItem'>): Promise<ItemNote | null> {
  return (await db.selectFrom('item_note').selectAll().where('agendaItemId', '=', agendaItemId).executeTakeFirst()) ?? null;
}

/** Puts a note in the place of the one that was read, of none (null) as well; null takes it away. */
export async function set(tx: Tx, before: ItemNote | null, after: ItemNote | null): Promise<void> {
  if (before) {
    const gone = await tx
      .deleteFrom('item_note')
      .where('agendaItemId', '=', before.agendaItemId)
      .where('version', '=', before.version)
      .returning('agendaItemId')
      .executeTakeFirst();
    if (!gone) throw new DomainError('CONFLICT', { entity: 'itemNote', newer: await find(tx, before.agendaItemId) });
  }
  if (after) await tx.insertInto('item_note').values(after).execute();
}

/** The items about projects within reach, of meetings that are not over, with when and where; the next meeting first. */
export async function comingItems(db: Reader, reach: Reach) {
  let query = db
    .selectFrom('agenda_item')
    .innerJoin('meeting', 'meeting.id', 'agenda_item.meetingId')
    .innerJoin('meeting_series', 'meeting_series.id', 'meeting.seriesId')
    .innerJoin('project', 'project.id', 'agenda_item.projectId')
    .leftJoin('item_note', 'item_note.agendaItemId', 'agenda_item.id')
    .select(['agenda_item.id', 'agenda_item.projectId', 'agenda_item.title', 'agenda_item.reason', 'agenda_item.minutes'])
    .select(['meeting.number', 'meeting.day', 'meeting.time', 'meeting.place', 'meeting.state', 'meeting_series.name as seriesName'])
    .select(['item_note.text as note', 'item_note.version as noteVersion'])
    .where('meeting.districtId', '=', reach.districtId)
    .where('meeting.state', '!=', 'closed')
    .orderBy('meeting.day')
    .orderBy('agenda_item.orderKey');
  if (reach.unitIds) query = query.where('project.unitId', 'in', reach.unitIds);
  return query.execute();
}
