import { addMs, type Instant } from '#shared/kit/calendar.ts';
import type { Reader } from '../db/tables.ts';
import { type AccountWithUnit, readSession } from './store.ts';

/** Short of the minute after which reading a session winds its idle clock on. */
const REMEMBERED_MS = 10_000;
const MOST_REMEMBERED = 2_000;

/** Reads the account behind a session as `readSession` does, from memory where that can say nothing else as of the log's number. */
export type RememberedSessions = { read: (db: Reader, tokenHash: string, now: Instant, seq: number) => Promise<AccountWithUnit | null> };

/**
 * Signing out, another role, another unit, a closed account: each is an event. While the log stands where it stood, who
 * asks is who they were a moment ago. For what is asked often and answered from memory itself.
 */
export function rememberSessions(): RememberedSessions {
  const known = new Map<string, { seq: number; from: Instant; until: Instant; account: AccountWithUnit }>();
  return {
    read: async (db, tokenHash, now, seq) => {
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
