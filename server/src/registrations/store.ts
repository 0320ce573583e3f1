import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { Registration } from '#shared/registrations/schema.ts';
import type { Reader, Tx } from '../db/tables.ts';

/** A project's registration; null where nothing is on record. */
export async function find(db: Reader, projectId: Id<'project'>): Promise<Registration | null> {
  return (await db.selectFrom('registration').selectAll().where('projectId', '=', projectId).executeTakeFirst()) ?? null;
}

export async function insert(tx: Tx, registration: Registration): Promise<void> {
  await tx.insertInto('registration').values(registration).execute();
}

export async function save(tx: Tx, registration: Registration): Promise<Registration> {
  const { id, projectId, version, ...fields } = registration;
  const row = await tx
    .updateTable('registration')
    .set({ ...fields, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'registration', newer: await find(tx, projectId) });
  return row;
}
