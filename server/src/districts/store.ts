import type { District } from '#shared/districts/schema.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { Reader, Tx } from '../db/tables.ts';

export async function load(db: Reader, id: Id<'unit'>): Promise<District> {
  const row = await db.selectFrom('district').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new DomainError('NOT_FOUND', { entity: 'district' });
  return row;
}

export function list(db: Reader): Promise<District[]> {
  return db.selectFrom('district').selectAll().orderBy('regionCode').execute();
}

export async function insert(tx: Tx, district: District): Promise<void> {
  await tx.insertInto('district').values(district).execute();
}

export async function save(tx: Tx, district: District): Promise<District> {
  const { id, version, ...fields } = district;
  const row = await tx
    .updateTable('district')
    .set({ ...fields, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'district', newer: await load(tx, id) });
  return row;
}
