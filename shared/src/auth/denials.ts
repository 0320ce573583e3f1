import { addMs, type Instant } from '../kit/calendar.ts';

/** Refused calls of one account to one procedure within this time are one matter: an hour. */
export const DENIAL_WINDOW_MS = 3_600_000;

/** How often somebody has been refused one procedure since when; `earlier` is how often in the window before. */
export type Denials = { since: Instant; count: number; earlier: number };

/** One more refusal, in the window that runs or as the first of the next. */
export function countDenial(before: Denials | null, now: Instant): Denials {
  if (!before) return { since: now, count: 1, earlier: 0 };
  if (before.since <= addMs(now, -DENIAL_WINDOW_MS)) return { since: now, count: 1, earlier: before.count };
  return { ...before, count: before.count + 1 };
}

/**
 * Whether the log takes a refusal down: the 1st, the 10th, the 100th … of a window. So every attempt leaves a trace
 * with its weight, and a loop that asks all day cannot fill a log that is never purged.
 */
export function isNoted({ count }: Pick<Denials, 'count'>): boolean {
  return /^10*$/.test(String(count));
}
