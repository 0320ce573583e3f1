import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { Problem } from '#shared/problems/schema.ts';
import type { Reader, Tx } from '../db/tables.ts';
import { visible } from '../projects/store.ts';
import type { Reach } from '../trpc.ts';

/** A project's problems, the newest first. */
export function ofProject(db: Reader, projectId: Id<'project'>): Promise<Problem[]> {
  return db
    .selectFrom('problem')
    .selectAll()
    .where('projectId', '=', projectId)
    .orderBy('raisedOn', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** One problem; what lies outside the asker's reach is not found. */
export async function load(db: Reader, reach: Reach, id: Id<'problem'>): Promise<Problem> {
  const row = await visible(db, reach)
    .innerJoin('problem', 'problem.projectId', 'project.id')
    .selectAll('problem')
    .where('problem.id', '=', id)
    .executeTakeFirst();
  if (!row) throw new DomainError('NOT_FOUND', { entity: 'problem' });
  return row;
}

export async function insert(tx: Tx, problem: Problem): Promise<void> {
  await tx.insertInto('problem').values(problem).execute();
}

export async function save(tx: Tx, reach: Reach, problem: Problem): Promise<Problem> {
  const { id, projectId: _project, version, ...fields } = problem;
  const row = await tx
    .updateTable('problem')
    .set({ ...fields, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'problem', newer: await load(tx, reach, id) });
  return row;
}
