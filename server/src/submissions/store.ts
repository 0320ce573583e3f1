import type { Instant } from '#shared/kit/calendar.ts';
import type { SubmissionKey } from '#shared/submissions/schema.ts';
import type { Reader, Tx } from '../db/tables.ts';

/** What became of an act that somebody sent under a key; null where the server has not done it. */
export async function find(db: Reader, accountId: string, key: SubmissionKey): Promise<string | null> {
  const row = await db
    .selectFrom('submission')
    .select('entityId')
    .where('accountId', '=', accountId)
    .where('key', '=', key)
    .executeTakeFirst();
  return row?.entityId ?? null;
}

/** Notes in the change itself what a key has done: kept with it, or not at all. The same key again fails the change. */
export async function note(tx: Tx, done: { key: SubmissionKey; accountId: string; entityId: string; at: Instant }): Promise<void> {
  await tx.insertInto('submission').values(done).execute();
}
