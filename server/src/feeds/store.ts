import type { Instant } from '#shared/kit/calendar.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { NewRow, Reader, Tx } from '../db/tables.ts';

/** The link that somebody has now, without its token; null where there is none. */
export async function mine(db: Reader, accountId: string) {
  const row = await db
    .selectFrom('calendar_feed')
    .select(['id', 'createdAt', 'readAt'])
    .where('accountId', '=', accountId as Id<'account'>)
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

export async function insert(tx: Tx, feed: NewRow<'calendar_feed'>): Promise<void> {
  await tx.insertInto('calendar_feed').values(feed).execute();
}

export async function revoke(tx: Tx, id: Id<'calendarFeed'>, now: Instant): Promise<void> {
  const row = await tx
    .updateTable('calendar_feed')
    .set({ revokedAt: now })
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!row) throw new DomainError('NOT_FOUND', { entity: 'calendarFeed' });
}

/** The district whose meetings a token shows, as long as its link stands and its owner may sign in; null otherwise. */
export async function districtOf(db: Reader, tokenHash: string, now: Instant): Promise<Id<'unit'> | null> {
  const feed = await db
    .selectFrom('calendar_feed')
    .innerJoin('account', 'account.id', 'calendar_feed.accountId')
    .select(['calendar_feed.id', 'calendar_feed.districtId', 'calendar_feed.readAt'])
    .where('calendar_feed.tokenHash', '=', tokenHash)
    .where('calendar_feed.revokedAt', 'is', null)
    .where('account.active', '=', 1)
    .executeTakeFirst();
  if (!feed) return null;
  // Once an hour is enough to see that a link is in use.
  if (feed.readAt?.slice(0, 13) !== now.slice(0, 13))
    await db.updateTable('calendar_feed').set({ readAt: now }).where('id', '=', feed.id).execute();
  return feed.districtId;
}
