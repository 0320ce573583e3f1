import { yearOf } from '../kit/calendar.ts';
import { compareRatio, type Money, yuan } from '../kit/money.ts';
import { ratioOf } from './bands.ts';
import type { LampInput } from './input.ts';
import type { Facts } from './result.ts';
import type { RuleSet } from './schema.ts';

type Checked = Extract<Facts, { code: 'investment' }>['checked'];

/**
 * The investment that a lamp goes by. What a unit reports and what a visit found are kept apart; where the visit differed
 * by more than the rules allow, the figure found counts together with what was reported since, and the lamp says so.
 */
export function ratedDone({ verification }: Pick<RuleSet, 'verification'>, input: LampInput): { done: Money; checked: Checked } {
  const { verified, doneThisYear: reported } = input;
  if (!verified || verified.on > input.asOf || yearOf(verified.on) !== yearOf(input.asOf)) return { done: reported, checked: null };
  if (!differs(verified, verification.tolerance)) return { done: reported, checked: null };
  const isUsed = verification.use === 'verified';
  const since = Math.max(0, reported - verified.reported);
  return { done: isUsed ? yuan(verified.done + since) : reported, checked: { ...verified, isUsed } };
}

/** Whether what was found differs from what was reported by more than so many percent of the report. */
function differs({ done, reported }: { done: Money; reported: Money }, tolerance: string): boolean {
  const difference = Math.abs(done - reported);
  if (reported <= 0) return difference > 0;
  const { part, base } = ratioOf(tolerance);
  return compareRatio(difference, reported, part, Number(base) * 100) > 0;
}
