import { type Day, lastDayOfMonth, monthOf, type Week, weekOf, yearOf } from '../kit/calendar.ts';
import { type Money, zero } from '../kit/money.ts';
import type { ReturnState, WeeklyReturn } from './schema.ts';

/** Whether a return's figures count. A submitted one counts at once; sent back, the one before it counts again. */
export function counts(state: ReturnState): boolean {
  return state !== 'sent-back';
}

type Counted = Pick<WeeklyReturn, 'week' | 'state'>;

/** The latest return before a week that counts, whatever its year: what the week's form is filled from. */
export function lastBefore<Return extends Counted>(returns: Iterable<Return>, week: Week): Return | null {
  let latest: Return | null = null;
  for (const each of returns) {
    if (counts(each.state) && each.week < week && (!latest || each.week > latest.week)) latest = each;
  }
  return latest;
}

/**
 * The return that a project's figures come from as of a day: the latest that counts, of the day's own year, because
 * a year begins at nothing. The days around New Year belong to the week's year only where that is their own.
 */
export function countingReturn<Return extends Counted>(returns: Iterable<Return>, asOf: Day): Return | null {
  const week = weekOf(asOf);
  let latest: Return | null = null;
  for (const each of returns) {
    if (!counts(each.state) || each.week > week || yearOf(each.week) !== yearOf(asOf)) continue;
    if (!latest || each.week > latest.week) latest = each;
  }
  return latest;
}

/**
 * 年初至今完成投资 as of a day. On a month's last day it is the figure that the unit confirmed for that day, where the
 * week's return asked for one; otherwise the cumulative of the return that counts.
 */
export function doneThisYear(
  returns: readonly Pick<WeeklyReturn, 'week' | 'state' | 'doneThisYear' | 'doneAtMonthEnd'>[],
  asOf: Day,
): Money {
  if (asOf === lastDayOfMonth(monthOf(asOf))) {
    const confirmed = returns.find((each) => each.week === weekOf(asOf) && counts(each.state))?.doneAtMonthEnd ?? null;
    if (confirmed !== null) return confirmed;
  }
  return countingReturn(returns, asOf)?.doneThisYear ?? zero;
}
