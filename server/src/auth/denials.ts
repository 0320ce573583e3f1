import { countDenial, type Denials } from '#shared/auth/denials.ts';
import type { Instant } from '#shared/kit/calendar.ts';

/** Counts refused calls by who and what. It is only a brake on the log: a restart costs one more line in it. */
export type DenialCounter = { count: (actorId: string, procedure: string, now: Instant) => Denials };

/** Far more than a town hall has accounts times what they may not call. */
const MOST_KEPT = 10_000;

export function createDenialCounter(): DenialCounter {
  const counted = new Map<string, Denials>();
  return {
    count: (actorId, procedure, now) => {
      const key = `${actorId} ${procedure}`;
      const next = countDenial(counted.get(key) ?? null, now);
      // Last touched stands last, so that what gives way is what has been quiet longest.
      counted.delete(key);
      counted.set(key, next);
      const [oldest] = counted.size > MOST_KEPT ? counted.keys() : [];
      if (oldest !== undefined) counted.delete(oldest);
      return next;
    },
  };
}
