import type { Kysely } from 'kysely';
import { columnsOf, createTable, type DialectName } from '../columns.ts';

/** What an import keeps: its file to be read again, what a person said of it, what it wrote, and what is remembered for the next. */
export async function keptImports(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  const { text } = columnsOf(dialect);
  await db.schema.alterTable('import_batch').addColumn('correction', text).execute();
  await db.schema.alterTable('import_batch').addColumn('undoneAt', text).execute();
  await db.schema.createIndex('import_batch_recent').on('import_batch').columns(['districtId', 'createdAt']).execute();
  await createTable(db, dialect, 'import_file', { batchId: 'text', base64: 'text' }, (table) =>
    table
      .addPrimaryKeyConstraint('import_file_pk', ['batchId'])
      .addForeignKeyConstraint('import_file_batch_fk', ['batchId'], 'import_batch', ['id']),
  );
  await createTable(db, dialect, 'import_write', { batchId: 'text', seq: 'integer', sheet: 'text', row: 'integer' }, (table) =>
    table
      .addPrimaryKeyConstraint('import_write_pk', ['batchId', 'seq'])
      // The log is named without a foreign key: its rows never go, and nothing but its own triggers is to guard it.
      .addForeignKeyConstraint('import_write_batch_fk', ['batchId'], 'import_batch', ['id']),
  );
  await createTable(
    db,
    dialect,
    'import_mapping',
    { districtId: 'text', fingerprint: 'text', mapping: 'text', learnedAt: 'text', learnedBy: 'text', version: 'integer' },
    (table) =>
      table
        .addPrimaryKeyConstraint('import_mapping_pk', ['districtId', 'fingerprint'])
        .addForeignKeyConstraint('import_mapping_district_fk', ['districtId'], 'district', ['id']),
  );
}
