import { z } from 'zod';
import { DomainError } from './errors.ts';

/** A calendar day `2026-02-13` in the office's time zone. Compare and sort as text. */
export const Day = z
  .string()
  .refine((text) => isRealDay(text), 'day')
  .brand<'Day'>();
export type Day = z.infer<typeof Day>;

/** An ISO week `2026-W07`. Compare and sort as text. */
export const Week = z
  .string()
  .refine(
    (text) =>
      /^(19|20|21)\d{2}-W\d{2}$/.test(text) && Number(text.slice(6)) >= 1 && Number(text.slice(6)) <= weeksIn(Number(text.slice(0, 4))),
    'week',
  )
  .brand<'Week'>();
export type Week = z.infer<typeof Week>;

/** A month `2026-02`. Compare and sort as text. */
export const Month = z
  .string()
  .regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/)
  .brand<'Month'>();
export type Month = z.infer<typeof Month>;

/** A quarter `2026-Q1`. Compare and sort as text. */
export const Quarter = z
  .string()
  .regex(/^(19|20|21)\d{2}-Q[1-4]$/)
  .brand<'Quarter'>();
export type Quarter = z.infer<typeof Quarter>;

/** A time of day on the office's wall clock, `09:00`. */
export const WallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** A moment in UTC, `2026-02-13T01:00:00.000Z`. */
export const Instant = z.iso.datetime({ precision: 3 }).brand<'Instant'>();
export type Instant = z.infer<typeof Instant>;

/** Asia/Shanghai has kept UTC+8 without summer time since 1991; the product holds no older instant. */
const OFFICE_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

function utc(day: Day): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
}

function dayFromUtc(ms: number): Day {
  return new Date(ms).toISOString().slice(0, 10) as Day;
}

/** Only 1900 to 2199: `0206-01-05` is a slip of the finger, and Date.UTC takes the years below 100 for 19xx. */
function isRealDay(text: string): boolean {
  if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === text;
}

/** Reads a day, or throws `INVALID` where the text is not a day of the calendar. */
export function day(text: string): Day {
  if (!isRealDay(text)) throw new DomainError('INVALID', { field: 'day', value: text });
  return text as Day;
}

/** The office's calendar day at a moment. */
export function dayOf(instant: Instant): Day {
  return dayFromUtc(Date.parse(instant) + OFFICE_OFFSET_MS);
}

/** The office's wall-clock time `HH:MM` at a moment. */
export function timeOf(instant: Instant): string {
  return new Date(Date.parse(instant) + OFFICE_OFFSET_MS).toISOString().slice(11, 16);
}

/** The moment of a wall-clock time `HH:MM` on a day in the office's zone. */
export function instantAt(on: Day, time: string): Instant {
  return new Date(Date.parse(`${on}T${time}:00.000Z`) - OFFICE_OFFSET_MS).toISOString() as Instant;
}

/** A moment so many milliseconds on; negative goes back. */
export function addMs(instant: Instant, ms: number): Instant {
  return new Date(Date.parse(instant) + ms).toISOString() as Instant;
}

/** Milliseconds from one moment to another; negative when `to` is earlier. */
export function msBetween(from: Instant, to: Instant): number {
  return Date.parse(to) - Date.parse(from);
}

/** Whole days added to a day; negative goes back. */
export function addDays(on: Day, days: number): Day {
  return dayFromUtc(utc(on) + days * DAY_MS);
}

/** Calendar days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((utc(to) - utc(from)) / DAY_MS);
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(on: Day): number {
  return new Date(utc(on)).getUTCDay() || 7;
}

function weeksIn(year: number): number {
  const first = weekdayOf(firstDayOfYear(year));
  const last = weekdayOf(lastDayOfYear(year));
  return first === 4 || last === 4 ? 53 : 52;
}

/** The ISO week (Monday to Sunday) that a day belongs to. */
export function weekOf(on: Day): Week {
  const thursday = addDays(on, 4 - weekdayOf(on));
  const year = Number(thursday.slice(0, 4));
  const week = Math.floor(daysBetween(firstDayOfYear(year), thursday) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}` as Week;
}

/** The Monday of an ISO week. */
export function firstDayOfWeek(week: Week): Day {
  const fourth = `${week.slice(0, 4)}-01-04` as Day;
  return addDays(fourth, 1 - weekdayOf(fourth) + (Number(week.slice(6)) - 1) * 7);
}

/** The Sunday of an ISO week. */
export function lastDayOfWeek(week: Week): Day {
  return dayOfWeek(week, 7);
}

/** A weekday of an ISO week, 1 = Monday … 7 = Sunday. */
export function dayOfWeek(week: Week, weekday: number): Day {
  return addDays(firstDayOfWeek(week), weekday - 1);
}

/** A year's first ISO week: the one that holds 4 January. */
export function firstWeekOf(year: number): Week {
  return `${year}-W01` as Week;
}

/** Whole weeks added to a week; negative goes back. */
export function addWeeks(week: Week, weeks: number): Week {
  return weekOf(addDays(firstDayOfWeek(week), weeks * 7));
}

/** The month a day belongs to. */
export function monthOf(on: Day): Month {
  return on.slice(0, 7) as Month;
}

/** The first day of a month. */
export function firstDayOfMonth(month: Month): Day {
  return `${month}-01` as Day;
}

/** The last day of a month. */
export function lastDayOfMonth(month: Month): Day {
  return addDays(firstDayOfMonth(addMonths(month, 1)), -1);
}

/** Whole months added to a month; negative goes back. */
export function addMonths(month: Month, months: number): Month {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}` as Month;
}

/** Calendar months from one month to another; negative when `to` is earlier. */
export function monthsBetween(from: Month, to: Month): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5)) - Number(from.slice(5));
}

/** Of two calendar values of a kind the one that comes first. */
export function earlier<Value extends Day | Month | Week | Instant>(a: Value, b: Value): Value {
  return b < a ? b : a;
}

/** Of two calendar values of a kind the one that comes last. */
export function later<Value extends Day | Month | Week | Instant>(a: Value, b: Value): Value {
  return b > a ? b : a;
}

/**
 * The same day of the month, some months on; where that month is shorter, its last day.
 * “Within one month of 31 January” ends on the last day of February.
 */
export function addMonthsToDay(on: Day, months: number): Day {
  const month = addMonths(monthOf(on), months);
  const last = lastDayOfMonth(month);
  const same = `${month}-${on.slice(8)}` as Day;
  if (same > last) return last;
  return same;
}

/** The year of a day, month, week or quarter. */
export function yearOf(period: Day | Month | Week | Quarter): number {
  return Number(period.slice(0, 4));
}

/** The first of January of a year. */
export function firstDayOfYear(year: number): Day {
  return `${year}-01-01` as Day;
}

/** The last of December of a year. */
export function lastDayOfYear(year: number): Day {
  return `${year}-12-31` as Day;
}

/** The month's number, 1 to 12. */
export function monthNumber(month: Month): number {
  return Number(month.slice(5));
}

/** The week's number, 1 to 53. */
export function weekNumber(week: Week): number {
  return Number(week.slice(6));
}

/** The quarter a day belongs to. */
export function quarterOf(on: Day): Quarter {
  return `${on.slice(0, 4)}-Q${Math.ceil(Number(on.slice(5, 7)) / 3)}` as Quarter;
}

/** The quarter's number, 1 to 4. */
export function quarterNumber(quarter: Quarter): number {
  return Number(quarter.slice(6));
}

/** Whole quarters added to a quarter; negative goes back. */
export function addQuarters(quarter: Quarter, quarters: number): Quarter {
  const month = addMonths(`${quarter.slice(0, 4)}-${String(quarterNumber(quarter) * 3).padStart(2, '0')}` as Month, quarters * 3);
  return quarterOf(firstDayOfMonth(month));
}

/** The last day of a quarter. */
export function lastDayOfQuarter(quarter: Quarter): Day {
  return lastDayOfMonth(`${quarter.slice(0, 4)}-${String(quarterNumber(quarter) * 3).padStart(2, '0')}` as Month);
}
