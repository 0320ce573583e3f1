import { z } from 'zod';
import { addDays, addMonthsToDay, type Day, daysBetween, monthOf, monthsBetween } from '../kit/calendar.ts';
import { addWorkdays, nextWorkday, type WorkCalendar, type WorkdayCount, type WorkdayDate, workdaysBetween } from './workdays.ts';

// Working days are the rule, and `workdays.ts` counts them; here is whatever is counted in another unit. No rule and no
// page subtracts two days by itself: tests/house.test.ts holds that.

/** 工作日 (the rule for permits, 行政许可法 第82条) or 自然日 (where a statute says plain “日”). */
export const LimitUnit = z.enum(['workday', 'calendar']);
export type LimitUnit = z.infer<typeof LimitUnit>;

/** A limit in its own unit. */
export const Limit = z.strictObject({ days: z.number().int().min(0).max(400), unit: LimitUnit });
export type Limit = z.infer<typeof Limit>;

/** Days of a unit from one day to another: the first is not counted, the last is, and the same day is 0. */
export function daysUsed(calendar: WorkCalendar, from: Day, to: Day, unit: LimitUnit): WorkdayCount {
  return unit === 'workday' ? workdaysBetween(calendar, from, to) : { days: daysBetween(from, to), unknownYears: [] };
}

/** The last day of a limit that begins to run on a day; one that ends on a day off moves to the next working day. */
export function limitEnds(calendar: WorkCalendar, from: Day, { days, unit }: Limit): WorkdayDate {
  const end = unit === 'workday' ? addWorkdays(calendar, from, days) : { day: addDays(from, days), unknownYears: [] };
  const moved = nextWorkday(calendar, end.day);
  return { day: moved.day, unknownYears: union(end.unknownYears, moved.unknownYears) };
}

/** 历时, calendar days gone by since a day: 0 on that day and before it. Ages are told in these, deadlines never. */
export function daysSince(from: Day, asOf: Day): number {
  return Math.max(0, daysBetween(from, asOf));
}

/** Calendar days by which one day lies behind another; negative where it lies before. How far dates of a plan are apart. */
export function daysApart(from: Day, to: Day): number {
  return daysBetween(from, to);
}

/**
 * Calendar months gone by since a day, as rules say “within one month”: the full ones, the days beyond them, and how
 * many days the month that is not over has. Each is counted from the day itself: counting on from the last one would
 * lose the 31st in February.
 */
export function monthsSince(from: Day, asOf: Day): { fullMonths: number; extraDays: number; monthLength: number } {
  let fullMonths = Math.max(0, monthsBetween(monthOf(from), monthOf(asOf)) - 1);
  while (addMonthsToDay(from, fullMonths + 1) <= asOf) fullMonths++;
  const begins = addMonthsToDay(from, fullMonths);
  return {
    fullMonths,
    extraDays: daysBetween(begins, asOf),
    monthLength: daysBetween(begins, addMonthsToDay(from, fullMonths + 1)),
  };
}

/** Years named by any of several answers, in their order. */
export function union(...years: readonly (readonly number[])[]): number[] {
  return [...new Set(years.flat())].sort((a, b) => a - b);
}
