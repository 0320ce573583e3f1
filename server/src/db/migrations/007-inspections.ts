import { type Kysely, sql } from 'kysely';
import { createTable, type DialectName } from '../columns.ts';

/** The quarter: inspections, entries, scoresheets, flags. */
export async function inspections(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await createTable(
    db,
    dialect,
    'inspection',
    {
      id: 'text',
      districtId: 'text',
      quarter: 'text',
      day: 'text',
      state: 'text',
      criteria: 'text',
      groups: 'text',
      redPerGroup: 'integer',
      blackPerGroup: 'integer',
      closedAt: 'text?',
      version: 'integer',
    },
    (table) =>
      table
        .addPrimaryKeyConstraint('inspection_pk', ['id'])
        .addUniqueConstraint('inspection_quarter', ['districtId', 'quarter'])
        .addForeignKeyConstraint('inspection_district_fk', ['districtId'], 'district', ['id'])
        .addCheckConstraint('inspection_state', sql`state in ('planned', 'open', 'closed')`),
  );
  await createTable(
    db,
    dialect,
    'entry',
    { id: 'text', inspectionId: 'text', projectId: 'text', groupId: 'text', routeKey: 'text?', version: 'integer' },
    (table) =>
      table
        .addPrimaryKeyConstraint('entry_pk', ['id'])
        .addUniqueConstraint('entry_project', ['inspectionId', 'projectId'])
        .addForeignKeyConstraint('entry_inspection_fk', ['inspectionId'], 'inspection', ['id'])
        .addForeignKeyConstraint('entry_project_fk', ['projectId'], 'project', ['id']),
  );
  await createTable(
    db,
    dialect,
    'scoresheet',
    { id: 'text', entryId: 'text', inspectorId: 'text', marks: 'text', remark: 'text?', submittedAt: 'text', version: 'integer' },
    (table) =>
      table
        .addPrimaryKeyConstraint('scoresheet_pk', ['id'])
        .addUniqueConstraint('scoresheet_once', ['entryId', 'inspectorId'])
        .addForeignKeyConstraint('scoresheet_entry_fk', ['entryId'], 'entry', ['id'])
        .addForeignKeyConstraint('scoresheet_inspector_fk', ['inspectorId'], 'account', ['id']),
  );
  await createTable(
    db,
    dialect,
    'flag',
    {
      id: 'text',
      districtId: 'text',
      quarter: 'text',
      projectId: 'text?',
      unitId: 'text?',
      colour: 'text',
      state: 'text',
      basis: 'text',
      signedByName: 'text?',
      version: 'integer',
    },
    (table) =>
      table
        .addPrimaryKeyConstraint('flag_pk', ['id'])
        .addUniqueConstraint('flag_project', ['quarter', 'projectId'])
        .addUniqueConstraint('flag_unit', ['quarter', 'unitId'])
        .addForeignKeyConstraint('flag_project_fk', ['projectId'], 'project', ['id'])
        .addForeignKeyConstraint('flag_unit_fk', ['unitId'], 'unit', ['id'])
        .addCheckConstraint('flag_colour', sql`colour in ('red', 'black')`),
  );
  await db.schema.createIndex('flag_district').on('flag').columns(['districtId', 'quarter']).execute();
}
