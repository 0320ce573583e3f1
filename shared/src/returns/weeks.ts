import { isWorkday, nextWorkday, type WorkCalendar } from '../calendar/workdays.ts';
import type { District } from '../districts/schema.ts';
import { addWeeks, type Day, dayOfWeek, type Week } from '../kit/calendar.ts';
import type { WeeklyReturn } from './schema.ts';

/** Longer than any holiday: a calendar that never works must not be searched without end. */
const MOST_WEEKS = 8;

/**
 * From when to when a week's returns are asked for. It opens by itself, whether or not people work that day; a cut-off
 * that falls on a day off moves to the next working day; `unknownYears` are those whose notice that would need.
 */
export function returnDays(
  week: Week,
  district: Pick<District, 'returnOpenWeekday' | 'returnWeekday'>,
  calendar: WorkCalendar,
): { opensOn: Day; dueOn: Day; unknownYears: number[] } {
  const due = nextWorkday(calendar, dayOfWeek(week, district.returnWeekday));
  return { opensOn: dayOfWeek(week, district.returnOpenWeekday), dueOn: due.day, unknownYears: due.unknownYears };
}

/** Whether a week asks for returns: one without a working day asks nobody for anything. */
export function asksForReturns(calendar: WorkCalendar, week: Week): boolean {
  return [1, 2, 3, 4, 5, 6, 7].some((weekday) => isWorkday(calendar, dayOfWeek(week, weekday)));
}

/** The last week before this one that asked for returns. */
export function askedBefore(calendar: WorkCalendar, week: Week): Week {
  for (let back = 1; back <= MOST_WEEKS; back++) {
    const earlier = addWeeks(week, -back);
    if (asksForReturns(calendar, earlier)) return earlier;
  }
  return addWeeks(week, -1);
}

/** Whether the last week that asked went by without a return that counts. A project that never returned has missed nothing. */
export function missedBefore(calendar: WorkCalendar, week: Week, previous: Pick<WeeklyReturn, 'week'> | null): boolean {
  return previous !== null && previous.week < askedBefore(calendar, week);
}
