import type { Kysely } from 'kysely';
import { createTable, type DialectName } from '../columns.ts';

/** A file that was read and waits to be applied, and afterwards what it was. */
export async function imports(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await createTable(
    db,
    dialect,
    'import_batch',
    {
      id: 'text',
      districtId: 'text',
      kind: 'text',
      fileName: 'text',
      sha256: 'text',
      reading: 'text',
      createdAt: 'text',
      createdBy: 'text',
      appliedAt: 'text?',
      version: 'integer',
    },
    (table) =>
      table
        .addPrimaryKeyConstraint('import_batch_pk', ['id'])
        .addForeignKeyConstraint('import_batch_district_fk', ['districtId'], 'district', ['id']),
  );
}
