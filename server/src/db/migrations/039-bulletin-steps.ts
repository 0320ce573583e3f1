import type { Kysely } from 'kysely';
import { columnsOf, createTable, type DialectName } from '../columns.ts';

/** The way of a bulletin: its steps with remarks and versions, the units that sign with it, what it was issued from, what it corrects. */
export async function bulletinSteps(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  const { text } = columnsOf(dialect);
  await db.schema.alterTable('bulletin').addColumn('correctsId', text).execute();
  await db.schema.alterTable('bulletin').addColumn('correctsWhy', text).execute();
  await createTable(
    db,
    dialect,
    'bulletin_step',
    {
      bulletinId: 'text',
      seq: 'integer',
      act: 'text',
      byName: 'text',
      unitName: 'text?',
      remark: 'text?',
      at: 'text',
      model: 'text?',
    },
    (table) =>
      table
        .addPrimaryKeyConstraint('bulletin_step_pk', ['bulletinId', 'seq'])
        .addForeignKeyConstraint('bulletin_step_bulletin_fk', ['bulletinId'], 'bulletin', ['id']),
  );
  await createTable(
    db,
    dialect,
    'bulletin_cosigner',
    { bulletinId: 'text', unitId: 'text', verdict: 'text?', remark: 'text?', byName: 'text?' },
    (table) =>
      table
        .addPrimaryKeyConstraint('bulletin_cosigner_pk', ['bulletinId', 'unitId'])
        .addForeignKeyConstraint('bulletin_cosigner_bulletin_fk', ['bulletinId'], 'bulletin', ['id'])
        .addForeignKeyConstraint('bulletin_cosigner_unit_fk', ['unitId'], 'unit', ['id']),
  );
  await createTable(db, dialect, 'bulletin_issue', { documentId: 'text', bulletinId: 'text', cutId: 'text', recipe: 'text' }, (table) =>
    table
      .addPrimaryKeyConstraint('bulletin_issue_pk', ['documentId'])
      .addForeignKeyConstraint('bulletin_issue_document_fk', ['documentId'], 'document', ['id'])
      .addForeignKeyConstraint('bulletin_issue_bulletin_fk', ['bulletinId'], 'bulletin', ['id'])
      .addForeignKeyConstraint('bulletin_issue_cut_fk', ['cutId'], 'cut', ['id']),
  );
}
