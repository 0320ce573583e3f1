import type { StoredFile } from '#shared/files/schema.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { Reader, Tx } from '../db/tables.ts';

export async function insert(tx: Tx, file: StoredFile): Promise<void> {
  await tx.insertInto('file').values(file).execute();
}

/** A file that somebody has sent: for everybody else it does not exist until it hangs on something. */
export async function loadOwn(db: Reader, receivedBy: string, id: Id<'file'>): Promise<StoredFile> {
  const row = await db.selectFrom('file').selectAll().where('id', '=', id).where('receivedBy', '=', receivedBy).executeTakeFirst();
  if (!row) throw new DomainError('NOT_FOUND', { entity: 'file' });
  return row;
}

/** A file by its id; who may have it was settled by what it hangs on. */
export async function load(db: Reader, id: Id<'file'>): Promise<StoredFile> {
  const row = await db.selectFrom('file').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new DomainError('NOT_FOUND', { entity: 'file' });
  return row;
}
