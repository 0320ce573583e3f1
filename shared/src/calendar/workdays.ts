import { z } from 'zod';
import { addDays, Day, daysBetween, monthNumber, monthOf, weekdayOf, yearOf } from '../kit/calendar.ts';

/** A day that is not what its weekday says: 放假 on a working weekday, or 调休 work on a weekend. */
export const CalendarException = z.strictObject({
  day: Day,
  kind: z.enum(['work', 'off']),
  name: z.string().trim().min(1).max(40),
});
export type CalendarException = z.infer<typeof CalendarException>;

/**
 * The office's working days: the weekdays, changed by the exceptions of the years whose State Council notice is known.
 * Made by `workCalendar` from rows, so that rows may come from a table, a file or `notices.ts`.
 */
export type WorkCalendar = {
  readonly exceptions: ReadonlyMap<Day, CalendarException>;
  readonly years: ReadonlySet<number>;
  /** The exceptions that change a count, in order, each with the sum of all changes up to it. */
  readonly shifts: readonly { readonly day: Day; readonly total: number }[];
};

/**
 * A number of working days. `unknownYears` names the years in the interval whose notice is not known: there the
 * count rests on weekdays alone, and whoever shows it has to say so.
 */
export type WorkdayCount = { days: number; unknownYears: number[] };

/** A day found by counting working days, with the same warning as `WorkdayCount`. */
export type WorkdayDate = { day: Day; unknownYears: number[] };

/** Builds a calendar from rows and the years they are complete for; of two rows for one day the later counts. */
export function workCalendar(rows: Iterable<CalendarException>, years: Iterable<number>): WorkCalendar {
  const exceptions = new Map<Day, CalendarException>();
  for (const row of rows) exceptions.set(row.day, row);
  const shifts: { day: Day; total: number }[] = [];
  let total = 0;
  for (const row of [...exceptions.values()].sort((a, b) => (a.day < b.day ? -1 : 1))) {
    const isWeekday = weekdayOf(row.day) <= 5;
    if (isWeekday === (row.kind === 'work')) continue;
    total += row.kind === 'work' ? 1 : -1;
    shifts.push({ day: row.day, total });
  }
  return { exceptions, years: new Set(years), shifts };
}

/** Whether the State Council's notice for the day's year is in the calendar. */
export function isKnownYear(calendar: WorkCalendar, on: Day): boolean {
  return calendar.years.has(yearOf(on));
}

/** The years from one day to another, both included, whose notice is not known. */
export function unknownYears(calendar: WorkCalendar, from: Day, to: Day): number[] {
  const [first, last] = from <= to ? [yearOf(from), yearOf(to)] : [yearOf(to), yearOf(from)];
  const unknown: number[] = [];
  for (let year = first; year <= last; year++) if (!calendar.years.has(year)) unknown.push(year);
  return unknown;
}

/** November, in which the notice for the next year comes out. */
const NOTICE_MONTH = 11;

/** The years that somebody has to enter by a day: its own, and from November on the next, where the notice is not known. */
export function yearsToEnter(calendar: WorkCalendar, today: Day): number[] {
  const ahead = monthNumber(monthOf(today)) >= NOTICE_MONTH ? [yearOf(today), yearOf(today) + 1] : [yearOf(today)];
  return ahead.filter((year) => !calendar.years.has(year));
}

/** Whether people work on the day. In a year that `isKnownYear` denies, the weekday decides alone. */
export function isWorkday(calendar: WorkCalendar, on: Day): boolean {
  const exception = calendar.exceptions.get(on);
  return exception ? exception.kind === 'work' : weekdayOf(on) <= 5;
}

/**
 * Working days after `from` up to and including `to`: the day of acceptance is not counted, the day of completion is,
 * and the same day is 0. Negative when `to` is earlier.
 */
export function workdaysBetween(calendar: WorkCalendar, from: Day, to: Day): WorkdayCount {
  const days = from <= to ? count(calendar, from, to) : -count(calendar, to, from);
  return { days: days + 0, unknownYears: unknownYears(calendar, from, to) };
}

/**
 * The n-th working day after a day (before it, when n is negative). With n = 0 the day itself, worked or not.
 */
export function addWorkdays(calendar: WorkCalendar, from: Day, n: number): WorkdayDate {
  let at = addDays(from, n);
  // A working day takes at least one calendar day, so a step of the missing number never goes too far.
  for (;;) {
    const missing = n >= 0 ? n - count(calendar, from, at) : n + count(calendar, addDays(at, -1), addDays(from, -1));
    if (missing === 0) return { day: at, unknownYears: unknownYears(calendar, from, at) };
    at = addDays(at, missing);
  }
}

/** The day itself when people work on it, otherwise the first working day after it. */
export function nextWorkday(calendar: WorkCalendar, on: Day): WorkdayDate {
  return addWorkdays(calendar, addDays(on, -1), 1);
}

/**
 * Working days by which a deadline has passed; 0 in time. A deadline on a day off moves to the next working day.
 */
export function workdaysLate(calendar: WorkCalendar, dueOn: Day, asOf: Day): WorkdayCount {
  const due = nextWorkday(calendar, dueOn);
  if (asOf <= due.day) return { days: 0, unknownYears: due.unknownYears };
  return { days: count(calendar, due.day, asOf), unknownYears: unknownYears(calendar, dueOn, asOf) };
}

/** Working days in (from, to], for from ≤ to, without walking through them: lamps of 5,000 projects ask this often. */
function count(calendar: WorkCalendar, from: Day, to: Day): number {
  const span = daysBetween(from, to);
  const weeks = Math.floor(span / 7);
  let days = weeks * 5;
  const start = weekdayOf(from);
  for (let i = 1; i <= span - weeks * 7; i++) if ((start + i - 1) % 7 < 5) days++;
  return days + shiftsUpTo(calendar, to) - shiftsUpTo(calendar, from);
}

function shiftsUpTo(calendar: WorkCalendar, on: Day): number {
  let low = 0;
  let high = calendar.shifts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const shift = calendar.shifts[middle];
    if (shift && shift.day <= on) low = middle + 1;
    else high = middle;
  }
  return calendar.shifts[low - 1]?.total ?? 0;
}
