import { z } from 'zod';
import type { ProblemRung } from '../problems/schema.ts';

/** Working days that a problem may stand on a rung; null where nothing moves it on by itself. */
const RungDays = z.number().int().min(1).max(120).nullable();

/** 时限: what a district allows before a matter is late. `version` 0 says that nobody has changed the usual ones. */
export const TimeLimits = z.strictObject({
  /** Working days on each rung; past them a problem climbs to the next one. */
  problemDays: z.strictObject({ unit: RungDays, office: RungDays, leader: RungDays, meeting: RungDays } satisfies Record<
    ProblemRung,
    unknown
  >),
  /** Calendar months from 开工 within which a project has to be in the statistics bureau's base. */
  registrationMonths: z.number().int().min(1).max(12),
  version: z.number().int().min(0),
});
export type TimeLimits = z.infer<typeof TimeLimits>;

/**
 * Until the office says otherwise. The month from 开工 is the one published lamp rule's (FACTS §1, 银川 2025); the days on
 * a rung are ours: no published ladder names any.
 */
export const usualLimits: TimeLimits = {
  problemDays: { unit: 5, office: 5, leader: 10, meeting: 10 },
  registrationMonths: 1,
  version: 0,
};
