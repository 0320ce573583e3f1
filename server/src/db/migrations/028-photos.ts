import type { Kysely } from 'kysely';
import { createTable, type DialectName } from '../columns.ts';

/** What is known of an attachment that is a photo: when and where it was taken, and what it shows the state of. */
export async function photos(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await createTable(
    db,
    dialect,
    'photo',
    {
      ...{ attachmentId: 'text', week: 'text?', visitId: 'text?', takenAt: 'text?', latitude: 'integer?', longitude: 'integer?' },
      ...{ sha256: 'text', originalSha256: 'text?' },
    },
    (table) =>
      table
        .addPrimaryKeyConstraint('photo_pk', ['attachmentId'])
        .addForeignKeyConstraint('photo_attachment_fk', ['attachmentId'], 'attachment', ['id'])
        .addForeignKeyConstraint('photo_visit_fk', ['visitId'], 'site_visit', ['id']),
  );
  await db.schema.createIndex('photo_hash').on('photo').column('sha256').execute();
  await db.schema.createIndex('photo_original').on('photo').column('originalSha256').execute();
}
