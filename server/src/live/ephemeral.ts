import type { Instant } from '#shared/kit/calendar.ts';
import type { Database } from '../db/tables.ts';
import type { Services } from '../services.ts';

/** What the name of a passing topic begins with among the others that wake a stream. */
export const PASSING = 'ephemeral:';

const NOTHING = JSON.stringify(null);

/**
 * Puts what `change` makes of a passing topic's last state, as JSON text, in its row and wakes who watches it; undefined
 * leaves it alone. It is no event and leaves no trace.
 */
export async function changeEphemeral(
  { store, hub }: Pick<Services, 'store' | 'hub'>,
  topic: string,
  change: (before: string) => unknown,
  now: Instant,
): Promise<void> {
  const isChanged = await store.write(async (tx) => {
    // Taken hold of before it is read: of two who change it at once the second one sees what the first has made of it.
    const { state } = await tx
      .insertInto('ephemeral')
      .values({ topic, state: NOTHING, updatedAt: now })
      .onConflict((conflict) => conflict.column('topic').doUpdateSet({ topic }))
      .returning('state')
      .executeTakeFirstOrThrow();
    const after = change(state);
    if (after === undefined) return false;
    await tx
      .updateTable('ephemeral')
      .set({ state: JSON.stringify(after), updatedAt: now })
      .where('topic', '=', topic)
      .execute();
    return true;
  });
  if (isChanged) hub.wake(`${PASSING}${topic}`);
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
