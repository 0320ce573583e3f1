import { addDays, type Day, firstDayOfYear, weekdayOf, yearOf } from '../kit/calendar.ts';
import type { Refusal } from '../kit/errors.ts';
import type { SetCalendarYear } from './schema.ts';
import type { CalendarException } from './workdays.ts';

/** How far a notice reaches into December of the year before: New Year's holiday may begin there. */
const DAYS_BEFORE = 3;

/** Whether a day may stand in the notice of a year. */
export function isInNotice(year: number, on: Day): boolean {
  return yearOf(on) === year || (yearOf(on) === year - 1 && on >= addDays(firstDayOfYear(year), -DAYS_BEFORE));
}

/** Why a year cannot be kept so: a day of another year, one day twice, or a notice that names no day. */
export function whyNotSetYear({
  year,
  isKnown,
  days,
}: Pick<SetCalendarYear, 'year' | 'isKnown' | 'days'>): Refusal<'day-of-other-year' | 'day-twice' | 'notice-without-days'> | null {
  const stray = days.find((each) => !isInNotice(year, each.day));
  if (stray) return { reason: 'day-of-other-year', day: stray.day, year };
  const twice = days.find((each, at) => days.findIndex((other) => other.day === each.day) !== at);
  if (twice) return { reason: 'day-twice', day: twice.day };
  return isKnown && !days.some((each) => each.kind === 'off') ? { reason: 'notice-without-days', year } : null;
}

/** What a day is called that nobody gave a name. The calendar is Chinese whatever the page speaks. */
export const plainNames: Readonly<Record<CalendarException['kind'], string>> = { off: '放假', work: '调休上班' };

/** What a day is made by a stroke of the brush; null gives it back to its weekday. */
export type Brush = Pick<CalendarException, 'kind' | 'name'> | null;

/**
 * The days after one of them was painted. A second stroke of the same kind takes it back, and so does a stroke that
 * says no more than the weekday does: work on a weekday.
 */
export function painted(days: readonly CalendarException[], on: Day, brush: Brush): CalendarException[] {
  const others = days.filter((each) => each.day !== on);
  const was = days.find((each) => each.day === on);
  const isBack = brush === null || was?.kind === brush.kind || (brush.kind === 'work' && weekdayOf(on) <= 5);
  const after = isBack ? others : [...others, { ...brush, day: on }];
  return after.sort((a, b) => (a.day < b.day ? -1 : 1));
}
