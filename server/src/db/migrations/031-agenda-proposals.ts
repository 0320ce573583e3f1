import { type Kysely, sql } from 'kysely';
import { columnsOf, createTable, type DialectName } from '../columns.ts';

/** 提请上会, the rules that propose items as settings of the series, and items that take up an overdue decision. */
export async function agendaProposals(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  const { text } = columnsOf(dialect);
  await db.schema
    .alterTable('meeting_series')
    .addColumn('rules', text, (column) => column.notNull().defaultTo('{"off":[],"problemDays":30}'))
    .execute();
  await db.schema.alterTable('agenda_item').addColumn('decisionId', text).execute();
  await createTable(
    db,
    dialect,
    'agenda_request',
    {
      ...{ id: 'text', districtId: 'text', projectId: 'text?', text: 'text', isLeader: 'integer', unitId: 'text', byId: 'text' },
      ...{ byName: 'text', askedAt: 'text', agendaItemId: 'text?', declinedAt: 'text?', declinedReason: 'text?', version: 'integer' },
    },
    (table) =>
      table
        .addPrimaryKeyConstraint('agenda_request_pk', ['id'])
        .addForeignKeyConstraint('agenda_request_district_fk', ['districtId'], 'district', ['id'])
        .addForeignKeyConstraint('agenda_request_project_fk', ['projectId'], 'project', ['id'])
        .addForeignKeyConstraint('agenda_request_unit_fk', ['unitId'], 'unit', ['id'])
        .addCheckConstraint('agenda_request_settled', sql`"agendaItemId" is null or "declinedAt" is null`),
  );
  await db.schema
    .createIndex('agenda_request_waiting')
    .on('agenda_request')
    .columns(['districtId', 'agendaItemId', 'declinedAt'])
    .execute();
  await db.schema.createIndex('agenda_request_project').on('agenda_request').column('projectId').execute();
}
