import type { Kysely } from 'kysely';
import { createTable, type DialectName } from '../columns.ts';

/** What lies in the file store, and the files that hang on projects. */
export async function files(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await createTable(
    db,
    dialect,
    'file',
    {
      id: 'text',
      districtId: 'text',
      sha256: 'text',
      size: 'integer',
      mediaType: 'text',
      name: 'text',
      receivedAt: 'text',
      receivedBy: 'text',
    },
    (table) =>
      table.addPrimaryKeyConstraint('file_pk', ['id']).addForeignKeyConstraint('file_district_fk', ['districtId'], 'district', ['id']),
  );
  await db.schema.createIndex('file_hash').on('file').column('sha256').execute();
  await createTable(
    db,
    dialect,
    'attachment',
    {
      id: 'text',
      projectId: 'text',
      fileId: 'text',
      title: 'text',
      kind: 'text',
      addedAt: 'text',
      addedBy: 'text',
      version: 'integer',
    },
    (table) =>
      table
        .addPrimaryKeyConstraint('attachment_pk', ['id'])
        .addForeignKeyConstraint('attachment_project_fk', ['projectId'], 'project', ['id'])
        .addForeignKeyConstraint('attachment_file_fk', ['fileId'], 'file', ['id']),
  );
  await db.schema.createIndex('attachment_project').on('attachment').columns(['projectId', 'addedAt']).execute();
}
