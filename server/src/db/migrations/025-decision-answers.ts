import type { Kysely } from 'kysely';
import { createTable, type DialectName } from '../columns.ts';

/** What owners answer on decisions, with the files that show it. */
export async function decisionAnswers(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await createTable(
    db,
    dialect,
    'decision_answer',
    {
      ...{ id: 'text', decisionId: 'text', text: 'text', answeredAt: 'text', answeredByName: 'text' },
      ...{ sentBackAt: 'text?', sentBackReason: 'text?' },
    },
    (table) =>
      table
        .addPrimaryKeyConstraint('decision_answer_pk', ['id'])
        .addForeignKeyConstraint('decision_answer_decision_fk', ['decisionId'], 'decision', ['id']),
  );
  await db.schema.createIndex('decision_answer_decision').on('decision_answer').column('decisionId').execute();
  await createTable(db, dialect, 'decision_file', { answerId: 'text', fileId: 'text' }, (table) =>
    table
      .addPrimaryKeyConstraint('decision_file_pk', ['answerId', 'fileId'])
      .addForeignKeyConstraint('decision_file_answer_fk', ['answerId'], 'decision_answer', ['id'])
      .addForeignKeyConstraint('decision_file_file_fk', ['fileId'], 'file', ['id']),
  );
}
