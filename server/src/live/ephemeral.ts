import type { Instant } from '#shared/kit/calendar.ts';
import type { Database } from '../db/tables.ts';
import type { Hub } from './hub.ts';

/** What the name of a passing topic begins with among the others that wake a stream. */
export const PASSING = 'ephemeral:';

/** Keeps the last state of a passing topic in its row, and wakes who watches it. It is no event and leaves no trace. */
export async function setEphemeral(db: Database, hub: Hub, topic: string, state: unknown, now: Instant): Promise<void> {
  const row = { topic, state: JSON.stringify(state), updatedAt: now };
  await db
    .insertInto('ephemeral')
    .values(row)
    .onConflict((conflict) => conflict.column('topic').doUpdateSet({ state: row.state, updatedAt: row.updatedAt }))
    .execute();
  hub.wake(`${PASSING}${topic}`);
}

/** When each passing topic last changed. */
export async function ephemeralStamps(db: Database): Promise<Map<string, string>> {
  const rows = await db.selectFrom('ephemeral').select(['topic', 'updatedAt']).execute();
  return new Map(rows.map((row) => [row.topic, row.updatedAt]));
}

/** The last state of a topic as JSON text; null where there is none. */
export async function readEphemeral(db: Database, topic: string): Promise<string | null> {
  const row = await db.selectFrom('ephemeral').select('state').where('topic', '=', topic).executeTakeFirst();
  return row?.state ?? null;
}
