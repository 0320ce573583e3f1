import { addMs, type Instant } from '#shared/kit/calendar.ts';
import type { Reader } from '../db/tables.ts';
import * as events from '../events/store.ts';
import { type AccountWithUnit, readSession } from './store.ts';

/** Short of the minute after which reading a session winds its idle clock on. */
const REMEMBERED_MS = 10_000;
const MOST_REMEMBERED = 2_000;

/** Reads the account behind a session as `readSession` does, from memory where that can say nothing else. */
export type RememberedSessions = { read: typeof readSession };

/**
 * Signing out, another role, another unit, a closed account: each is an event. While the log stands where it stood, who
 * asks is who they were a moment ago. For what is asked often and answered from memory itself.
 */
export function rememberSessions(): RememberedSessions {
  const known = new Map<string, { seq: number; from: Instant; until: Instant; account: AccountWithUnit }>();
  return {
    read: async (db: Reader, tokenHash: string, now: Instant) => {
      // Read before the account: what is changed in between is asked for the next time.
      const seq = await events.head(db);
      const before = known.get(tokenHash);
      if (before && before.seq === seq && before.from <= now && now < before.until) return before.account;
      known.delete(tokenHash);
      const account = await readSession(db, tokenHash, now);
      if (account) known.set(tokenHash, { seq, from: now, until: addMs(now, REMEMBERED_MS), account });
      const [oldest] = known.keys();
      if (known.size > MOST_REMEMBERED && oldest !== undefined) known.delete(oldest);
      return account;
    },
  };
}
