import {
  addMonths,
  addWeeks,
  type Day,
  dayOfWeek,
  firstDayOfWeek,
  lastDayOfMonth,
  lastDayOfWeek,
  type Month,
  monthOf,
  type Week,
  weekOf,
  yearOf,
} from '../kit/calendar.ts';

/**
 * The week that returns are asked for and the next meeting reviews. It is this ISO week, except that last week stays
 * open until its meeting is closed or its day has passed, and that a week whose meeting is closed gives way to the next.
 */
export function currentWeek(today: Day, lastClosedWeek: Week | null, previousMeetingDay: Day): Week {
  const thisWeek = weekOf(today);
  const previous = addWeeks(thisWeek, -1);
  if (lastClosedWeek !== null && lastClosedWeek >= thisWeek) return addWeeks(lastClosedWeek, 1);
  const isPreviousOpen = lastClosedWeek === null || lastClosedWeek < previous;
  return isPreviousOpen && today <= previousMeetingDay ? previous : thisWeek;
}

/** The day on which a week is reviewed: the meeting's weekday in the week after it. 1 = Monday … 7 = Sunday. */
export function meetingDayOf(week: Week, meetingWeekday: number): Day {
  return dayOfWeek(addWeeks(week, 1), meetingWeekday);
}

/**
 * The month whose bulletin is in hand: last month until its bulletin is issued, then this one. Where none was ever
 * issued, last month counts only if units were already reporting then.
 */
export function currentBulletinMonth(today: Day, lastIssued: Month | null, firstReported: Month | null): Month {
  const thisMonth = monthOf(today);
  const previous = addMonths(thisMonth, -1);
  if (lastIssued !== null) return lastIssued >= thisMonth ? addMonths(lastIssued, 1) : lastIssued < previous ? previous : thisMonth;
  return firstReported !== null && firstReported <= previous ? previous : thisMonth;
}

/** The month-end that falls into a week, or null: the week's return asks for the figure as of that day. */
export function monthEndIn(week: Week): Day | null {
  const end = lastDayOfMonth(monthOf(firstDayOfWeek(week)));
  return end <= lastDayOfWeek(week) ? end : null;
}

/**
 * The day that figures stand for. The first days of January may still belong to the old year's last ISO week: nobody
 * has returned anything for the new year then, so the old year's last day counts until its first week begins.
 */
export function accountDay(asOf: Day): Day {
  const isoYear = yearOf(weekOf(asOf));
  return isoYear < yearOf(asOf) ? lastDayOfMonth(addMonths(monthOf(asOf), -1)) : asOf;
}
