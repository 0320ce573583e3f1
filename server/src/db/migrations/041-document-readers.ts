import { type Kysely, sql } from 'kysely';
import { columnsOf, createTable, type DialectName } from '../columns.ts';

/**
 * Who signed a document, and to which units it is issued; the district's own id stands for all of them. Bulletins and
 * weekly reports of before went to all, minutes to the units that had something to carry out.
 */
export async function documentReaders(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  const { text } = columnsOf(dialect);
  await db.schema.alterTable('document').addColumn('signedByName', text).execute();
  await createTable(db, dialect, 'document_reader', { documentId: 'text', unitId: 'text' }, (table) =>
    table
      .addPrimaryKeyConstraint('document_reader_pk', ['documentId', 'unitId'])
      .addForeignKeyConstraint('document_reader_document_fk', ['documentId'], 'document', ['id'])
      .addForeignKeyConstraint('document_reader_unit_fk', ['unitId'], 'unit', ['id']),
  );
  await sql`update document set ${sql.ref('signedByName')} = (select ${sql.ref('signedByName')} from bulletin where ${sql.ref('documentId')} = document.id) where kind = 'bulletin'`.execute(
    db,
  );
  await sql`insert into document_reader (${sql.ref('documentId')}, ${sql.ref('unitId')}) select id, ${sql.ref('districtId')} from document where kind in ('bulletin', 'weekly-report')`.execute(
    db,
  );
  await sql`insert into document_reader (${sql.ref('documentId')}, ${sql.ref('unitId')}) select distinct meeting.${sql.ref('documentId')}, decision.${sql.ref('ownerUnitId')} from meeting join decision on decision.${sql.ref('meetingId')} = meeting.id where meeting.${sql.ref('documentId')} is not null`.execute(
    db,
  );
}
