import { monthEndIn } from '../cycle/periods.ts';
import { type Week, weekdayOf, yearOf } from '../kit/calendar.ts';
import { type Money, yuan, zero } from '../kit/money.ts';
import type { SubmitReturn, WeeklyReturn } from './schema.ts';

/** What the form holds before it is sent. This week's amount is null until somebody has said it, if only 0. */
export type ReturnForm = Omit<SubmitReturn, 'projectId' | 'week' | 'version' | 'ticks' | 'key' | 'doneThisWeek'> & {
  doneThisWeek: Money | null;
};

/** The last return that counts, as far as the next form is filled from it. */
export type PreviousReturn = Pick<WeeklyReturn, 'week' | 'doneThisWeek' | 'doneThisYear' | 'progress' | 'problem' | 'nextStep'>;

/** The cumulative that a week's return builds on: that of the last one, and nothing in a new year. */
export function baseOf(week: Week, previous: Pick<WeeklyReturn, 'week' | 'doneThisYear'> | null): Money {
  return previous && yearOf(previous.week) === yearOf(week) ? previous.doneThisYear : zero;
}

/** 累计 = last week's cumulative + this week's. */
export function yearFromWeek(base: Money, doneThisWeek: Money): Money {
  return yuan(base + doneThisWeek);
}

/** The other way round: a cumulative that is put right makes this week's amount the difference, which may be below 0. */
export function weekFromYear(base: Money, doneThisYear: Money): Money {
  return yuan(doneThisYear - base);
}

/** From Friday on a month's end is as good as the week's, so its figure is the week's cumulative unless the unit says otherwise. */
export function monthEndIsWeekEnd(week: Week): boolean {
  const end = monthEndIn(week);
  return end !== null && weekdayOf(end) >= 5 && yearOf(end) === yearOf(week);
}

/** The month-end figure before anybody has touched it: the week's cumulative or, early in a week, that of the last return. */
export function monthEndFigure(week: Week, previous: Pick<WeeklyReturn, 'week' | 'doneThisYear'> | null, thisYear: Money): Money | null {
  const end = monthEndIn(week);
  if (end === null) return null;
  if (monthEndIsWeekEnd(week)) return thisYear;
  return previous && yearOf(previous.week) === yearOf(end) ? previous.doneThisYear : zero;
}

/** The form as it opens: this week's own return where there is one, otherwise last week's words and cumulative. */
export function prefill(week: Week, previous: PreviousReturn | null, current: WeeklyReturn | null): ReturnForm {
  if (current) {
    const { doneThisWeek, doneThisYear, doneAtMonthEnd, progress, problem, nextStep, request } = current;
    return { doneThisWeek, doneThisYear, doneAtMonthEnd, progress, problem, nextStep, request };
  }
  const base = baseOf(week, previous);
  return {
    doneThisWeek: null,
    doneThisYear: base,
    doneAtMonthEnd: monthEndFigure(week, previous, base),
    progress: previous?.progress ?? '',
    problem: previous?.problem ?? null,
    nextStep: previous?.nextStep ?? null,
    // What was asked of one meeting is not asked of the next by itself.
    request: null,
  };
}

/** “同上周，无变化”: nothing was done, and everything else is as it was. */
export function noChange(week: Week, previous: PreviousReturn | null): ReturnForm {
  return { ...prefill(week, previous, null), doneThisWeek: zero };
}
