import { type Kysely, sql } from 'kysely';
import { createTable, type DialectName } from '../columns.ts';

/** Projects, their year's plans, weekly returns, and the rows of the four ledgers. */
export async function projects(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await createTable(
    db,
    dialect,
    'project',
    {
      id: 'text',
      key: 'integer',
      districtId: 'text',
      unitId: 'text',
      code: 'text?',
      name: 'text',
      pinyin: 'text',
      initials: 'text',
      kind: 'text',
      level: 'text',
      track: 'text',
      yearClass: 'text',
      category: 'text?',
      location: 'text?',
      content: 'text?',
      leaderName: 'text?',
      totalInvestment: 'integer',
      plannedStart: 'text?',
      plannedFinish: 'text?',
      actualStart: 'text?',
      actualFinish: 'text?',
      stage: 'text',
      standing: 'text',
      version: 'integer',
    },
    (table) =>
      table
        .addPrimaryKeyConstraint('project_pk', ['id'])
        .addUniqueConstraint('project_key', ['key'])
        .addForeignKeyConstraint('project_district_fk', ['districtId'], 'district', ['id'])
        .addForeignKeyConstraint('project_unit_fk', ['unitId'], 'unit', ['id'])
        .addCheckConstraint('project_standing', sql`standing in ('active', 'suspended', 'withdrawn')`),
  );
  await db.schema.createIndex('project_district').on('project').columns(['districtId', 'standing', 'pinyin']).execute();
  await db.schema.createIndex('project_unit').on('project').column('unitId').execute();
  await createTable(
    db,
    dialect,
    'year_plan',
    { id: 'text', projectId: 'text', year: 'integer', annual: 'integer', byMonth: 'text?', doneBeforeYear: 'integer', version: 'integer' },
    (table) =>
      table
        .addPrimaryKeyConstraint('year_plan_pk', ['id'])
        .addUniqueConstraint('year_plan_year', ['projectId', 'year'])
        .addForeignKeyConstraint('year_plan_project_fk', ['projectId'], 'project', ['id']),
  );
  await createTable(
    db,
    dialect,
    'weekly_return',
    {
      id: 'text',
      districtId: 'text',
      projectId: 'text',
      week: 'text',
      state: 'text',
      doneThisWeek: 'integer',
      doneThisYear: 'integer',
      doneAtMonthEnd: 'integer?',
      progress: 'text',
      problem: 'text?',
      nextStep: 'text?',
      request: 'text?',
      sentBackReason: 'text?',
      submittedAt: 'text',
      submittedBy: 'text',
      version: 'integer',
    },
    (table) =>
      table
        .addPrimaryKeyConstraint('weekly_return_pk', ['id'])
        .addUniqueConstraint('weekly_return_week', ['projectId', 'week'])
        .addForeignKeyConstraint('weekly_return_project_fk', ['projectId'], 'project', ['id'])
        .addCheckConstraint('weekly_return_state', sql`state in ('submitted', 'accepted', 'sent-back')`),
  );
  await db.schema.createIndex('weekly_return_district').on('weekly_return').columns(['districtId', 'week']).execute();
}
