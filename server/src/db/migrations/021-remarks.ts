import type { Kysely } from 'kysely';
import { createTable, type DialectName } from '../columns.ts';

/** 批示: what leaders said on projects and items of meetings. */
export async function remarks(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await createTable(
    db,
    dialect,
    'remark',
    {
      ...{ id: 'text', districtId: 'text', projectId: 'text?', meetingId: 'text?', agendaItemId: 'text?' },
      ...{ leaderName: 'text', text: 'text', writtenAt: 'text', writtenByName: 'text', version: 'integer' },
    },
    (table) =>
      table
        .addPrimaryKeyConstraint('remark_pk', ['id'])
        .addForeignKeyConstraint('remark_district_fk', ['districtId'], 'district', ['id'])
        .addForeignKeyConstraint('remark_project_fk', ['projectId'], 'project', ['id'])
        .addForeignKeyConstraint('remark_meeting_fk', ['meetingId'], 'meeting', ['id'])
        .addForeignKeyConstraint('remark_item_fk', ['agendaItemId'], 'agenda_item', ['id']),
  );
  await db.schema.createIndex('remark_of_project').on('remark').columns(['projectId', 'writtenAt']).execute();
  await db.schema.createIndex('remark_of_meeting').on('remark').column('meetingId').execute();
}
