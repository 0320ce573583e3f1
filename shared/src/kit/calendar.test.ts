import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as calendar from './calendar.ts';
import { Day, day, Instant, Month, Quarter, Week } from './calendar.ts';

const anyDay = fc.integer({ min: 0, max: 60_000 }).map((days) => calendar.addDays(day('1950-01-01'), days));
const anyMonth = anyDay.map(calendar.monthOf);
const anyWeek = anyDay.map(calendar.weekOf);

describe('what is a calendar value', () => {
  test.each(['2026-02-28', '2024-02-29', '1900-01-01', '2199-12-31'])('%s is a day', (text) => {
    expect(Day.safeParse(text).success).toBe(true);
  });
  test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-4-1', '2026-04-31', '0206-01-05', '2026-01-01T00:00', ''])(
    '%s is not a day',
    (text) => {
      expect(Day.safeParse(text).success).toBe(false);
      expect(() => day(text)).toThrow('INVALID');
    },
  );
  test('week 53 exists in long years alone', () => {
    expect(Week.safeParse('2026-W53').success).toBe(true);
    expect(Week.safeParse('2025-W53').success).toBe(false);
    expect(Week.safeParse('2026-W00').success).toBe(false);
  });
  test('months run from 01 to 12 and quarters from 1 to 4', () => {
    expect(['2026-00', '2026-13', '0026-01'].map((text) => Month.safeParse(text).success)).toEqual([false, false, false]);
    expect(['2026-Q0', '2026-Q5', '2026-Q4'].map((text) => Quarter.safeParse(text).success)).toEqual([false, false, true]);
  });
});

describe('the office’s day', () => {
  test.each([
    ['2026-02-12T15:59:59.999Z', '2026-02-12', '23:59'],
    ['2026-02-12T16:00:00.000Z', '2026-02-13', '00:00'],
    ['2025-12-31T16:00:00.000Z', '2026-01-01', '00:00'],
  ])('%s is %s %s in the office', (instant, on, time) => {
    expect(calendar.dayOf(Instant.parse(instant))).toBe(on);
    expect(calendar.timeOf(Instant.parse(instant))).toBe(time);
    expect(calendar.dayOf(calendar.instantAt(day(on), time))).toBe(on);
  });
});

describe('weeks', () => {
  test.each([
    ['2020-12-31', '2020-W53'],
    ['2021-01-03', '2020-W53'],
    ['2021-01-04', '2021-W01'],
    ['2024-12-30', '2025-W01'],
    ['2026-11-22', '2026-W47'],
    ['2027-01-03', '2026-W53'],
  ])('%s lies in %s', (on, week) => {
    expect(calendar.weekOf(day(on))).toBe(week);
  });
  test('a week begins on a Monday, ends on a Sunday and holds the days between', () => {
    fc.assert(
      fc.property(anyDay, (on) => {
        const week = calendar.weekOf(on);
        expect(calendar.weekdayOf(calendar.firstDayOfWeek(week))).toBe(1);
        expect(calendar.weekdayOf(calendar.lastDayOfWeek(week))).toBe(7);
        expect(calendar.firstDayOfWeek(week) <= on && on <= calendar.lastDayOfWeek(week)).toBe(true);
        expect(Week.safeParse(week).success).toBe(true);
      }),
    );
  });
  test('weeks added and taken away again lead back, and sort as text', () => {
    fc.assert(
      fc.property(anyWeek, fc.integer({ min: 1, max: 600 }), (week, n) => {
        const later = calendar.addWeeks(week, n);
        expect(calendar.addWeeks(later, -n)).toBe(week);
        expect(later > week).toBe(true);
      }),
    );
  });
});

describe('days and months', () => {
  test('days added are the days between', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -9000, max: 9000 }), (on, n) => {
        const other = calendar.addDays(on, n);
        expect(calendar.daysBetween(on, other)).toBe(n);
        expect(Math.sign(n)).toBe(other > on ? 1 : other < on ? -1 : 0);
      }),
    );
  });
  test('months added are the months between', () => {
    fc.assert(
      fc.property(anyMonth, fc.integer({ min: -400, max: 400 }), (month, n) => {
        expect(calendar.monthsBetween(month, calendar.addMonths(month, n))).toBe(n);
        expect(Month.safeParse(calendar.addMonths(month, n)).success).toBe(true);
      }),
    );
  });
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-01-31', 2, '2026-03-31'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2025-11-10', 3, '2026-02-10'],
  ])('%s and %i months is %s', (on, months, expected) => {
    expect(calendar.addMonthsToDay(day(on), months)).toBe(expected);
  });
  test('a month’s last day is followed by the next month’s first', () => {
    fc.assert(
      fc.property(anyMonth, (month) => {
        expect(calendar.addDays(calendar.lastDayOfMonth(month), 1)).toBe(calendar.firstDayOfMonth(calendar.addMonths(month, 1)));
      }),
    );
  });
  test.each([
    ['2026-01-01', '2026-Q1', '2026-03-31'],
    ['2026-06-30', '2026-Q2', '2026-06-30'],
    ['2026-07-01', '2026-Q3', '2026-09-30'],
    ['2026-12-31', '2026-Q4', '2026-12-31'],
  ])('%s lies in %s, which ends on %s', (on, quarter, last) => {
    expect(calendar.quarterOf(day(on))).toBe(quarter);
    expect(calendar.lastDayOfQuarter(Quarter.parse(quarter))).toBe(last);
  });
  test('quarters added and taken away again lead back', () => {
    fc.assert(
      fc.property(anyDay.map(calendar.quarterOf), fc.integer({ min: -40, max: 40 }), (quarter, n) => {
        expect(calendar.addQuarters(calendar.addQuarters(quarter, n), -n)).toBe(quarter);
        expect(calendar.addQuarters(quarter, 4)).toBe(`${calendar.yearOf(quarter) + 1}${quarter.slice(4)}`);
      }),
    );
  });
});

test('a year begins on the day after the last of the year before', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1901, max: 2199 }), (year) => {
      expect(calendar.addDays(calendar.lastDayOfYear(year - 1), 1)).toBe(calendar.firstDayOfYear(year));
    }),
  );
});

test('a moment moves by milliseconds, on and back', () => {
  const noon = Instant.parse('2026-02-28T12:00:00.000Z');
  expect(calendar.addMs(noon, 43_200_000)).toBe('2026-03-01T00:00:00.000Z');
  expect(calendar.addMs(calendar.addMs(noon, 1), -1)).toBe(noon);
});
