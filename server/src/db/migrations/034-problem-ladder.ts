import { type Kysely, sql } from 'kysely';
import { columnsOf, createTable, type DialectName } from '../columns.ts';

/** Helpers of a problem and since when it stands on its rung, what was answered on it, and the days that a district allows. */
export async function problemLadder(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  const { text } = columnsOf(dialect);
  for (const column of ['helperUnitIds', 'rungSince']) await db.schema.alterTable('problem').addColumn(column, text).execute();
  // When an older problem climbed was not kept: its days on the rung count from when it was raised.
  await sql`update problem set ${sql.ref('rungSince')} = ${sql.ref('raisedOn')}`.execute(db);
  await createTable(
    db,
    dialect,
    'problem_answer',
    {
      ...{ id: 'text', problemId: 'text', text: 'text', saysSolved: 'integer', answeredAt: 'text', answeredByName: 'text' },
      ...{ sentBackAt: 'text?', sentBackReason: 'text?' },
    },
    (table) =>
      table
        .addPrimaryKeyConstraint('problem_answer_pk', ['id'])
        .addForeignKeyConstraint('problem_answer_problem_fk', ['problemId'], 'problem', ['id']),
  );
  await db.schema.createIndex('problem_answer_problem').on('problem_answer').column('problemId').execute();
  await createTable(db, dialect, 'problem_file', { answerId: 'text', fileId: 'text' }, (table) =>
    table
      .addPrimaryKeyConstraint('problem_file_pk', ['answerId', 'fileId'])
      .addForeignKeyConstraint('problem_file_answer_fk', ['answerId'], 'problem_answer', ['id'])
      .addForeignKeyConstraint('problem_file_file_fk', ['fileId'], 'file', ['id']),
  );
  await db.schema.createIndex('problem_file_file').on('problem_file').column('fileId').execute();
  await createTable(
    db,
    dialect,
    'time_limits',
    {
      ...{ districtId: 'text', unitDays: 'integer?', officeDays: 'integer?', leaderDays: 'integer?', meetingDays: 'integer?' },
      ...{ registrationMonths: 'integer', version: 'integer' },
    },
    (table) =>
      table
        .addPrimaryKeyConstraint('time_limits_pk', ['districtId'])
        .addForeignKeyConstraint('time_limits_district_fk', ['districtId'], 'district', ['id']),
  );
}
