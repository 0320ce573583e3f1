import type { Contact } from '#shared/contacts/schema.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { Reader, Tx } from '../db/tables.ts';

/** The contacts of one unit, in the order in which they were added. */
export function ofUnit(db: Reader, unitId: Id<'unit'>): Promise<Contact[]> {
  return db.selectFrom('contact').selectAll().where('unitId', '=', unitId).orderBy('id').execute();
}

export async function load(db: Reader, id: Id<'contact'>): Promise<Contact> {
  const row = await db.selectFrom('contact').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new DomainError('NOT_FOUND', { entity: 'contact' });
  return row;
}

export async function insert(tx: Tx, contact: Contact): Promise<void> {
  await tx.insertInto('contact').values(contact).execute();
}

export async function save(tx: Tx, contact: Contact): Promise<Contact> {
  const { id, unitId: _unit, version, ...fields } = contact;
  const row = await tx
    .updateTable('contact')
    .set({ ...fields, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'contact', newer: await load(tx, id) });
  return row;
}

export async function remove(tx: Tx, { id, version }: Pick<Contact, 'id' | 'version'>): Promise<void> {
  const gone = await tx.deleteFrom('contact').where('id', '=', id).where('version', '=', version).returning('id').executeTakeFirst();
  if (!gone) throw new DomainError('CONFLICT', { entity: 'contact', newer: await load(tx, id) });
}
