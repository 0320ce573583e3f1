import { z } from 'zod';
import { Month } from '../kit/calendar.ts';
import { Reason } from './result.ts';
import { Lamp, RuleSet } from './schema.ts';

/** A set of rules to be tried before it is adopted, on this month and so many cut months before it. */
export const TryRules = z.strictObject({ ruleSet: RuleSet, months: z.number().int().min(0).max(12) });
export type TryRules = z.infer<typeof TryRules>;

/** A lamp that would turn: whose, in which month, from what to what, and the main reason of the new one. */
export const TrialTurn = z.strictObject({
  subjectId: z.string(),
  name: z.string(),
  month: Month,
  from: Lamp.nullable(),
  to: Lamp.nullable(),
  reason: Reason.nullable(),
});
export type TrialTurn = z.infer<typeof TrialTurn>;

/** What a trial found in one month. */
export const TrialMonth = z.strictObject({
  month: Month,
  /** Whether the month is still provisional. */
  isProvisional: z.boolean(),
  /** How many were worked out. */
  rated: z.number().int(),
  /** How many could not be, because their cut was taken before its facts were kept. */
  unknown: z.number().int(),
  turns: z.array(TrialTurn),
});
export type TrialMonth = z.infer<typeof TrialMonth>;

/** How many lamps turn in all, and how many different projects, units or tasks they are of. */
export function countTurns(months: readonly TrialMonth[]): { lamps: number; subjects: number } {
  const turns = months.flatMap((month) => month.turns);
  return { lamps: turns.length, subjects: new Set(turns.map(({ subjectId }) => subjectId)).size };
}
