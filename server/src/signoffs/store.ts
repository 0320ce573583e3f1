import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { Signoff } from '#shared/signoffs/schema.ts';
import type { Reader, Tx } from '../db/tables.ts';
import { visible } from '../projects/store.ts';
import type { Reach } from '../trpc.ts';

/** A project's sign-offs, the latest first. */
export function ofProject(db: Reader, projectId: Id<'project'>): Promise<Signoff[]> {
  return db.selectFrom('signoff').selectAll().where('projectId', '=', projectId).orderBy('askedAt', 'desc').orderBy('id', 'desc').execute();
}

/** The projects of a district that a leader has let start. */
export async function signed(db: Reader, districtId: Id<'unit'>, projectIds: Id<'project'>[] | null): Promise<Set<Id<'project'>>> {
  if (projectIds?.length === 0) return new Set();
  let query = db
    .selectFrom('signoff')
    .innerJoin('project', 'project.id', 'signoff.projectId')
    .select('signoff.projectId')
    .where('project.districtId', '=', districtId)
    .where('signoff.state', '=', 'signed');
  if (projectIds) query = query.where('signoff.projectId', 'in', projectIds);
  return new Set((await query.execute()).map((row) => row.projectId));
}

/** One sign-off; what lies outside the asker's reach is not found. */
export async function load(db: Reader, reach: Reach, id: Id<'signoff'>): Promise<Signoff> {
  const row = await visible(db, reach)
    .innerJoin('signoff', 'signoff.projectId', 'project.id')
    .selectAll('signoff')
    .where('signoff.id', '=', id)
    .executeTakeFirst();
  if (!row) throw new DomainError('NOT_FOUND', { entity: 'signoff' });
  return row;
}

export async function insert(tx: Tx, signoff: Signoff): Promise<void> {
  await tx.insertInto('signoff').values(signoff).execute();
}

export async function save(tx: Tx, reach: Reach, signoff: Signoff): Promise<Signoff> {
  const { id, projectId: _project, version, ...fields } = signoff;
  const row = await tx
    .updateTable('signoff')
    .set({ ...fields, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'signoff', newer: await load(tx, reach, id) });
  return row;
}
