import { z } from 'zod';
import { accountDay } from '../cycle/periods.ts';
import {
  Day,
  firstDayOfMonth,
  firstDayOfYear,
  lastDayOfMonth,
  lastDayOfQuarter,
  lastDayOfWeek,
  lastDayOfYear,
  Month,
  monthOf,
  Quarter,
  quarterNumber,
  type Week,
  weekOf,
  yearOf,
} from '../kit/calendar.ts';
import type { Refusal } from '../kit/errors.ts';

/** A calendar year `2026`. */
export const Year = z
  .string()
  .regex(/^(19|20|21)\d{2}$/)
  .brand<'Year'>();
export type Year = z.infer<typeof Year>;

/** What figures are asked for: a month, a quarter, a year, or the year up to a day. */
export const FigurePeriod = z.union([Month, Quarter, Year, Day]);
export type FigurePeriod = z.infer<typeof FigurePeriod>;

/** What a period is, by how it is written. */
export type PeriodKind = 'month' | 'quarter' | 'year' | 'day';

/** The days that a period's figures stand for: what happened is counted from the first to the last, what stands as of the last. */
export type Span = { from: Day; asOf: Day };

/** Which of the four a period is. */
export function periodKind(period: FigurePeriod): PeriodKind {
  if (period.length === 4) return 'year';
  if (period.includes('Q')) return 'quarter';
  return period.length === 7 ? 'month' : 'day';
}

/** The year of a period, as a number. */
export function periodYear(period: FigurePeriod): number {
  return Number(period.slice(0, 4));
}

/** The period of the kind given in which a day lies. */
export function periodAt(kind: PeriodKind, on: Day): FigurePeriod {
  switch (kind) {
    case 'year':
      return Year.parse(on.slice(0, 4));
    case 'quarter':
      return Quarter.parse(`${on.slice(0, 4)}-Q${Math.ceil(Number(on.slice(5, 7)) / 3)}`);
    case 'month':
      return monthOf(on);
    case 'day':
      return on;
  }
}

/** The first and last day of a period; a day's own figures begin with its year. */
export function boundsOf(period: FigurePeriod): { first: Day; last: Day } {
  const year = periodYear(period);
  switch (periodKind(period)) {
    case 'year':
      return { first: firstDayOfYear(year), last: lastDayOfYear(year) };
    case 'quarter': {
      const quarter = Quarter.parse(period);
      const month = String(quarterNumber(quarter) * 3 - 2).padStart(2, '0');
      return { first: firstDayOfMonth(Month.parse(`${year}-${month}`)), last: lastDayOfQuarter(quarter) };
    }
    case 'month': {
      const month = Month.parse(period);
      return { first: firstDayOfMonth(month), last: lastDayOfMonth(month) };
    }
    case 'day':
      return { first: firstDayOfYear(year), last: Day.parse(period) };
  }
}

/** The days that a period's figures stand for; one that is still running is counted up to today. */
export function spanOf(period: FigurePeriod, today: Day): Span {
  const { first, last } = boundsOf(period);
  return { from: first, asOf: accountDay(last < today ? last : today) };
}

/** Why a period cannot be counted, or null: nothing has happened in one that has not begun. */
export function whyNotCount(period: FigurePeriod, today: Day): Refusal<'period-ahead'> | null {
  const { first, last } = boundsOf(period);
  const begins = periodKind(period) === 'day' ? last : first;
  return begins > today ? { reason: 'period-ahead', today } : null;
}

/** The cuts that may hold a day's figures, the one to be asked first in front: its month's, if it ends the month; its week's, if it ends the week. */
export function cutsFor(asOf: Day): ({ kind: 'month'; period: Month } | { kind: 'week'; period: Week })[] {
  const month = monthOf(asOf);
  const week = weekOf(asOf);
  return [
    ...(asOf === lastDayOfMonth(month) ? [{ kind: 'month' as const, period: month }] : []),
    ...(asOf === lastDayOfWeek(week) ? [{ kind: 'week' as const, period: week }] : []),
  ];
}

/** The twelve months of a day's year. */
export function monthsOfYear(on: Day): Month[] {
  return Array.from({ length: 12 }, (_, index) => Month.parse(`${yearOf(on)}-${String(index + 1).padStart(2, '0')}`));
}
