import { type Kysely, sql } from 'kysely';
import { columnsOf, createTable, type DialectName } from '../columns.ts';

/** A meeting issues a weekly report beside its minutes; reopened it issues both again, and the earlier versions stay. */
export async function issuedAgain(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await db.schema.alterTable('meeting').addColumn('reportId', columnsOf(dialect).text).execute();
  await db.schema
    .alterTable('document')
    .addColumn('attempt', 'integer', (column) => column.notNull().defaultTo(sql`1`))
    .execute();
  await createTable(
    db,
    dialect,
    'document_version',
    { documentId: 'text', attempt: 'integer', title: 'text', model: 'text', issuedAt: 'text', replacedAt: 'text', reason: 'text' },
    (table) =>
      table
        .addPrimaryKeyConstraint('document_version_pk', ['documentId', 'attempt'])
        .addForeignKeyConstraint('document_version_document_fk', ['documentId'], 'document', ['id']),
  );
  await createTable(db, dialect, 'meeting_words', { meetingId: 'text', kind: 'text', edits: 'text', version: 'integer' }, (table) =>
    table
      .addPrimaryKeyConstraint('meeting_words_pk', ['meetingId', 'kind'])
      .addForeignKeyConstraint('meeting_words_meeting_fk', ['meetingId'], 'meeting', ['id']),
  );
}
