import { type Kysely, sql } from 'kysely';
import { createTable, type DialectName } from '../columns.ts';

/** The month: rule sets, overrides, cuts and bulletins. */
export async function lamps(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await createTable(db, dialect, 'rule_set', { id: 'text', districtId: 'text', body: 'text', adoptedAt: 'text' }, (table) =>
    table
      .addPrimaryKeyConstraint('rule_set_pk', ['id'])
      .addForeignKeyConstraint('rule_set_district_fk', ['districtId'], 'district', ['id']),
  );
  await db.schema.createIndex('rule_set_district').on('rule_set').columns(['districtId', 'adoptedAt']).execute();
  await createTable(
    db,
    dialect,
    'lamp_override',
    { id: 'text', projectId: 'text', month: 'text', lamp: 'text', reason: 'text', byName: 'text', at: 'text', version: 'integer' },
    (table) =>
      table
        .addPrimaryKeyConstraint('lamp_override_pk', ['id'])
        .addUniqueConstraint('lamp_override_month', ['projectId', 'month'])
        .addForeignKeyConstraint('lamp_override_project_fk', ['projectId'], 'project', ['id'])
        .addCheckConstraint('lamp_override_lamp', sql`lamp in ('green', 'yellow', 'red')`),
  );
  await createTable(
    db,
    dialect,
    'cut',
    {
      id: 'text',
      districtId: 'text',
      kind: 'text',
      period: 'text',
      attempt: 'integer',
      asOf: 'text',
      takenAt: 'text',
      ruleSet: 'text',
    },
    (table) =>
      table
        .addPrimaryKeyConstraint('cut_pk', ['id'])
        .addUniqueConstraint('cut_period', ['districtId', 'kind', 'period', 'attempt'])
        .addForeignKeyConstraint('cut_district_fk', ['districtId'], 'district', ['id'])
        .addCheckConstraint('cut_kind', sql`kind in ('week', 'month')`),
  );
  await createTable(db, dialect, 'cut_row', { cutId: 'text', projectId: 'text', lamp: 'text?', figures: 'text' }, (table) =>
    table
      .addPrimaryKeyConstraint('cut_row_pk', ['cutId', 'projectId'])
      .addForeignKeyConstraint('cut_row_cut_fk', ['cutId'], 'cut', ['id'])
      .addForeignKeyConstraint('cut_row_project_fk', ['projectId'], 'project', ['id']),
  );
  await db.schema.createIndex('cut_row_project').on('cut_row').column('projectId').execute();
  await createTable(
    db,
    dialect,
    'bulletin',
    {
      id: 'text',
      districtId: 'text',
      month: 'text',
      year: 'integer',
      state: 'text',
      number: 'integer?',
      draftedBy: 'text?',
      reviewedBy: 'text?',
      signedBy: 'text?',
      signedByName: 'text?',
      issuedAt: 'text?',
      documentId: 'text?',
      version: 'integer',
    },
    (table) =>
      table
        .addPrimaryKeyConstraint('bulletin_pk', ['id'])
        .addUniqueConstraint('bulletin_month', ['districtId', 'month'])
        .addForeignKeyConstraint('bulletin_district_fk', ['districtId'], 'district', ['id'])
        .addForeignKeyConstraint('bulletin_document_fk', ['documentId'], 'document', ['id']),
  );
  await createTable(
    db,
    dialect,
    'nomination',
    { id: 'text', bulletinId: 'text', projectId: 'text', kind: 'text', orderKey: 'text', version: 'integer' },
    (table) =>
      table
        .addPrimaryKeyConstraint('nomination_pk', ['id'])
        .addUniqueConstraint('nomination_project', ['bulletinId', 'projectId'])
        .addForeignKeyConstraint('nomination_bulletin_fk', ['bulletinId'], 'bulletin', ['id'])
        .addForeignKeyConstraint('nomination_project_fk', ['projectId'], 'project', ['id']),
  );
}
