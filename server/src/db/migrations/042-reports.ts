import type { Kysely } from 'kysely';
import { createTable, type DialectName } from '../columns.ts';

/** Reports 专报 and 简报 from draft to issue, and what each was issued from. */
export async function reports(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await createTable(
    db,
    dialect,
    'report',
    {
      id: 'text',
      districtId: 'text',
      about: 'text',
      projectId: 'text?',
      title: 'text?',
      projectIds: 'text?',
      state: 'text',
      toUnits: 'integer',
      edits: 'text',
      draftedByName: 'text',
      draftedAt: 'text',
      number: 'integer?',
      documentId: 'text?',
      issuedAt: 'text?',
      correctsId: 'text?',
      correctsWhy: 'text?',
      version: 'integer',
    },
    (table) =>
      table
        .addPrimaryKeyConstraint('report_pk', ['id'])
        .addForeignKeyConstraint('report_district_fk', ['districtId'], 'district', ['id'])
        .addForeignKeyConstraint('report_project_fk', ['projectId'], 'project', ['id'])
        .addForeignKeyConstraint('report_document_fk', ['documentId'], 'document', ['id'])
        .addForeignKeyConstraint('report_corrects_fk', ['correctsId'], 'document', ['id']),
  );
  await db.schema.createIndex('report_district').on('report').columns(['districtId', 'state', 'draftedAt']).execute();
  await db.schema.createIndex('report_project').on('report').column('projectId').execute();
  await createTable(db, dialect, 'report_issue', { documentId: 'text', reportId: 'text', recipe: 'text' }, (table) =>
    table
      .addPrimaryKeyConstraint('report_issue_pk', ['documentId'])
      .addForeignKeyConstraint('report_issue_document_fk', ['documentId'], 'document', ['id'])
      .addForeignKeyConstraint('report_issue_report_fk', ['reportId'], 'report', ['id']),
  );
}
