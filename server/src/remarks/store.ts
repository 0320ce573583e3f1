import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { Remark } from '#shared/remarks/schema.ts';
import type { Reader, Tx } from '../db/tables.ts';

/** A project's remarks, the newest first. */
export function ofProject(db: Reader, projectId: Id<'project'>): Promise<Remark[]> {
  return db
    .selectFrom('remark')
    .selectAll()
    .where('projectId', '=', projectId)
    .orderBy('writtenAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** What was said in a meeting, in the order of saying. */
export function ofMeeting(db: Reader, meetingId: Id<'meeting'>): Promise<Remark[]> {
  return db.selectFrom('remark').selectAll().where('meetingId', '=', meetingId).orderBy('id').execute();
}

export async function load(db: Reader, districtId: Id<'unit'>, id: Id<'remark'>): Promise<Remark> {
  const row = await db.selectFrom('remark').selectAll().where('districtId', '=', districtId).where('id', '=', id).executeTakeFirst();
  if (!row) throw new DomainError('NOT_FOUND', { entity: 'remark' });
  return row;
}

export async function insert(tx: Tx, remark: Remark): Promise<void> {
  await tx.insertInto('remark').values(remark).execute();
}

export async function remove(tx: Tx, { id, version }: Pick<Remark, 'id' | 'version'>): Promise<void> {
  const row = await tx.deleteFrom('remark').where('id', '=', id).where('version', '=', version).returning('id').executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'remark', newer: null });
}
