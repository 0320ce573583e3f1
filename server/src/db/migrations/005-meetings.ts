import { type Kysely, sql } from 'kysely';
import { createTable, type DialectName } from '../columns.ts';

/** The week: meeting series, meetings, agenda, decisions, and the screen's last state. */
export async function meetings(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await createTable(
    db,
    dialect,
    'document',
    {
      id: 'text',
      districtId: 'text',
      kind: 'text',
      period: 'text',
      year: 'integer',
      number: 'integer',
      title: 'text',
      model: 'text',
      issuedAt: 'text',
    },
    (table) =>
      table
        .addPrimaryKeyConstraint('document_pk', ['id'])
        .addUniqueConstraint('document_number', ['districtId', 'kind', 'year', 'number'])
        .addForeignKeyConstraint('document_district_fk', ['districtId'], 'district', ['id']),
  );
  await createTable(db, dialect, 'numbering', { districtId: 'text', kind: 'text', year: 'integer', last: 'integer' }, (table) =>
    table.addPrimaryKeyConstraint('numbering_pk', ['districtId', 'kind', 'year']),
  );
  await createTable(
    db,
    dialect,
    'meeting_series',
    { id: 'text', districtId: 'text', name: 'text', isDefault: 'integer', version: 'integer' },
    (table) =>
      table
        .addPrimaryKeyConstraint('meeting_series_pk', ['id'])
        .addForeignKeyConstraint('meeting_series_district_fk', ['districtId'], 'district', ['id']),
  );
  await createTable(
    db,
    dialect,
    'meeting',
    {
      id: 'text',
      seriesId: 'text',
      districtId: 'text',
      week: 'text',
      year: 'integer',
      number: 'integer',
      day: 'text',
      time: 'text',
      place: 'text',
      host: 'text?',
      attendees: 'text?',
      state: 'text',
      openedAt: 'text?',
      closedAt: 'text?',
      documentId: 'text?',
      version: 'integer',
    },
    (table) =>
      table
        .addPrimaryKeyConstraint('meeting_pk', ['id'])
        .addUniqueConstraint('meeting_week', ['seriesId', 'week'])
        .addUniqueConstraint('meeting_number', ['seriesId', 'year', 'number'])
        .addForeignKeyConstraint('meeting_series_fk', ['seriesId'], 'meeting_series', ['id'])
        .addForeignKeyConstraint('meeting_document_fk', ['documentId'], 'document', ['id'])
        .addCheckConstraint('meeting_state', sql`state in ('planned', 'open', 'closed')`),
  );
  await db.schema.createIndex('meeting_district').on('meeting').columns(['districtId', 'week']).execute();
  await createTable(
    db,
    dialect,
    'agenda_item',
    {
      id: 'text',
      meetingId: 'text',
      projectId: 'text?',
      title: 'text',
      reason: 'text?',
      minutes: 'integer',
      orderKey: 'text',
      version: 'integer',
    },
    (table) =>
      table
        .addPrimaryKeyConstraint('agenda_item_pk', ['id'])
        .addUniqueConstraint('agenda_item_project', ['meetingId', 'projectId'])
        .addForeignKeyConstraint('agenda_item_meeting_fk', ['meetingId'], 'meeting', ['id'])
        .addForeignKeyConstraint('agenda_item_project_fk', ['projectId'], 'project', ['id']),
  );
  await createTable(
    db,
    dialect,
    'decision',
    {
      id: 'text',
      districtId: 'text',
      meetingId: 'text',
      agendaItemId: 'text?',
      projectId: 'text?',
      text: 'text',
      ownerUnitId: 'text',
      helperUnitIds: 'text',
      supervisor: 'text?',
      dueOn: 'text',
      state: 'text',
      doneOn: 'text?',
      version: 'integer',
    },
    (table) =>
      table
        .addPrimaryKeyConstraint('decision_pk', ['id'])
        .addForeignKeyConstraint('decision_meeting_fk', ['meetingId'], 'meeting', ['id'])
        .addForeignKeyConstraint('decision_project_fk', ['projectId'], 'project', ['id'])
        .addForeignKeyConstraint('decision_owner_fk', ['ownerUnitId'], 'unit', ['id']),
  );
  await db.schema.createIndex('decision_open').on('decision').columns(['districtId', 'state', 'dueOn']).execute();
  await db.schema.createIndex('decision_meeting').on('decision').column('meetingId').execute();
  await db.schema.createIndex('decision_project').on('decision').column('projectId').execute();
  await createTable(db, dialect, 'ephemeral', { topic: 'text', state: 'text', updatedAt: 'text' }, (table) =>
    table.addPrimaryKeyConstraint('ephemeral_pk', ['topic']),
  );
}
