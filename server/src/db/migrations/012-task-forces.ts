import type { Kysely } from 'kysely';
import { createTable, type DialectName } from '../columns.ts';

/** 专班: who moves a project on. */
export async function taskForces(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await createTable(db, dialect, 'task_force', { id: 'text', projectId: 'text', members: 'text', version: 'integer' }, (table) =>
    table
      .addPrimaryKeyConstraint('task_force_pk', ['id'])
      .addUniqueConstraint('task_force_project', ['projectId'])
      .addForeignKeyConstraint('task_force_project_fk', ['projectId'], 'project', ['id']),
  );
}
