import type { Kysely } from 'kysely';
import { createTable, type DialectName } from '../columns.ts';

/** Approvals, problems, registration, and the calendar that their limits run in. */
export async function ledgers(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await createTable(
    db,
    dialect,
    'approval_step',
    {
      id: 'text',
      projectId: 'text',
      name: 'text',
      stageGroup: 'text',
      agencyUnitId: 'text?',
      limitDays: 'integer?',
      limitUnit: 'text',
      state: 'text',
      acceptedOn: 'text?',
      dueOn: 'text?',
      doneOn: 'text?',
      documentNumber: 'text?',
      tolerantUntil: 'text?',
      orderKey: 'text',
      version: 'integer',
    },
    (table) =>
      table
        .addPrimaryKeyConstraint('approval_step_pk', ['id'])
        .addForeignKeyConstraint('approval_step_project_fk', ['projectId'], 'project', ['id'])
        .addForeignKeyConstraint('approval_step_agency_fk', ['agencyUnitId'], 'unit', ['id']),
  );
  await db.schema.createIndex('approval_step_project').on('approval_step').columns(['projectId', 'orderKey']).execute();
  await db.schema.createIndex('approval_step_agency').on('approval_step').columns(['agencyUnitId', 'state']).execute();
  await createTable(
    db,
    dialect,
    'problem',
    {
      id: 'text',
      projectId: 'text',
      title: 'text',
      category: 'text',
      state: 'text',
      rung: 'text',
      raisedOn: 'text',
      dueOn: 'text?',
      ownerUnitId: 'text?',
      solvedOn: 'text?',
      closedOn: 'text?',
      version: 'integer',
    },
    (table) =>
      table
        .addPrimaryKeyConstraint('problem_pk', ['id'])
        .addForeignKeyConstraint('problem_project_fk', ['projectId'], 'project', ['id'])
        .addForeignKeyConstraint('problem_owner_fk', ['ownerUnitId'], 'unit', ['id']),
  );
  await db.schema.createIndex('problem_project').on('problem').columns(['projectId', 'state']).execute();
  await createTable(
    db,
    dialect,
    'registration',
    { id: 'text', projectId: 'text', submittedOn: 'text?', registeredOn: 'text?', note: 'text?', version: 'integer' },
    (table) =>
      table
        .addPrimaryKeyConstraint('registration_pk', ['id'])
        .addUniqueConstraint('registration_project', ['projectId'])
        .addForeignKeyConstraint('registration_project_fk', ['projectId'], 'project', ['id']),
  );
  await createTable(db, dialect, 'calendar_day', { day: 'text', isWorkday: 'integer', name: 'text' }, (table) =>
    table.addPrimaryKeyConstraint('calendar_day_pk', ['day']),
  );
}
