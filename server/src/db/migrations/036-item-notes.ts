import type { Kysely } from 'kysely';
import { createTable, type DialectName } from '../columns.ts';

/** 单位说明: what a unit adds to its project's item before the meeting; it goes with the item. */
export async function itemNotes(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await createTable(
    db,
    dialect,
    'item_note',
    { agendaItemId: 'text', text: 'text', byName: 'text', at: 'text', version: 'integer' },
    (table) =>
      table
        .addPrimaryKeyConstraint('item_note_pk', ['agendaItemId'])
        .addForeignKeyConstraint('item_note_item_fk', ['agendaItemId'], 'agenda_item', ['id'], (built) => built.onDelete('cascade')),
  );
}
