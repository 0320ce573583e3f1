import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import { TaskForce } from '#shared/projects/task-force.ts';
import type { Reader, Row, Tx } from '../db/tables.ts';

function taskForceOf(row: Row<'task_force'>): TaskForce {
  return { ...row, members: TaskForce.shape.members.parse(JSON.parse(row.members)) };
}

/** A project's 专班; null where none was named. */
export async function find(db: Reader, projectId: Id<'project'>): Promise<TaskForce | null> {
  const row = await db.selectFrom('task_force').selectAll().where('projectId', '=', projectId).executeTakeFirst();
  return row ? taskForceOf(row) : null;
}

export async function insert(tx: Tx, taskForce: TaskForce): Promise<void> {
  await tx
    .insertInto('task_force')
    .values({ ...taskForce, members: JSON.stringify(taskForce.members) })
    .execute();
}

export async function save(tx: Tx, { id, members, version }: TaskForce): Promise<TaskForce> {
  const row = await tx
    .updateTable('task_force')
    .set({ members: JSON.stringify(members), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'taskForce' });
  return taskForceOf(row);
}
