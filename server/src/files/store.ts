import type { StoredFile } from '#shared/files/schema.ts';
import type { Instant } from '#shared/kit/calendar.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { Reader, Tx } from '../db/tables.ts';

export async function insert(tx: Tx, file: StoredFile): Promise<void> {
  await tx
    .insertInto('file')
    .values({ ...file, boundAt: null })
    .execute();
}

/** A file that somebody has sent, which hangs on something from now on: for everybody else it did not exist before. */
export async function bindOwn(tx: Tx, receivedBy: string, id: Id<'file'>, now: Instant): Promise<StoredFile> {
  const row = await tx
    .updateTable('file')
    .set((built) => ({ boundAt: built.fn.coalesce('boundAt', built.val(now)) }))
    .where('id', '=', id)
    .where('receivedBy', '=', receivedBy)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new DomainError('NOT_FOUND', { entity: 'file' });
  return row;
}

/** The districts in which files were sent before a time that hang on nothing. */
export async function districtsToSweep(db: Reader, before: Instant): Promise<Id<'unit'>[]> {
  const rows = await unbound(db, before).select('districtId').distinct().execute();
  return rows.map(({ districtId }) => districtId);
}

/** Takes the files of a district out that were sent before a time and hang on nothing. */
export async function removeUnbound(tx: Tx, districtId: Id<'unit'>, before: Instant): Promise<StoredFile[]> {
  return tx
    .deleteFrom('file')
    .where('id', 'in', unbound(tx, before).select('id').where('districtId', '=', districtId))
    .returningAll()
    .execute();
}

function unbound(db: Reader, before: Instant) {
  return db.selectFrom('file').where('boundAt', 'is', null).where('receivedAt', '<', before);
}

/** Of the given hashes those that no file names any more. */
export async function unnamed(db: Reader, hashes: readonly string[]): Promise<string[]> {
  if (hashes.length === 0) return [];
  const rows = await db.selectFrom('file').select('sha256').where('sha256', 'in', hashes).execute();
  const named = new Set(rows.map(({ sha256 }) => sha256));
  return [...new Set(hashes)].filter((sha256) => !named.has(sha256));
}

/** A file by its id; who may have it was settled by what it hangs on. */
export async function load(db: Reader, id: Id<'file'>): Promise<StoredFile> {
  const row = await db.selectFrom('file').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new DomainError('NOT_FOUND', { entity: 'file' });
  return row;
}
