import type { Instant } from '#shared/kit/calendar.ts';
import type { Reader, Tx } from '../db/tables.ts';

/** A link in a terminal's scroll-back must not open an empty server next month; a restart prints a new one. */
const GOOD_FOR_MS = 24 * 3_600_000;

/** Whether anybody can sign in yet. */
export async function isSetUp(db: Reader): Promise<boolean> {
  return (await db.selectFrom('account').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** Replaces the set-up link: each start on an empty database prints a new one. */
export async function replaceLink(tx: Reader, tokenHash: string, now: Instant): Promise<void> {
  await tx.deleteFrom('setup_link').execute();
  await tx.insertInto('setup_link').values({ tokenHash, createdAt: now }).execute();
}

/** Whether a link opens the set-up: the last one printed, within a day of it. */
export async function isLink(db: Reader, tokenHash: string, now: Instant): Promise<boolean> {
  const row = await db.selectFrom('setup_link').select('createdAt').where('tokenHash', '=', tokenHash).executeTakeFirst();
  return row !== undefined && Date.parse(now) - Date.parse(row.createdAt) < GOOD_FOR_MS;
}

export async function dropLink(tx: Tx): Promise<void> {
  await tx.deleteFrom('setup_link').execute();
}
