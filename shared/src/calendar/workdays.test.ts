import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, day } from '../kit/calendar.ts';
import { publishedCalendar as calendar, notices } from './notices.ts';
import {
  addWorkdays,
  CalendarException,
  isKnownYear,
  isWorkday,
  nextWorkday,
  workCalendar,
  workdaysBetween,
  yearsToEnter,
} from './workdays.ts';

const anyDay = fc.integer({ min: 0, max: 2900 }).map((days) => addDays(day('2020-06-01'), days));
const sorted = (...days: Day[]) => [...days].sort();

/** Counts one day after the other, as a clerk with a wall calendar would. */
function counted(from: Day, to: Day): number {
  let days = 0;
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (isWorkday(calendar, at)) days++;
  return days;
}

describe('the published notices', () => {
  for (const notice of notices) {
    test(`${notice.year}: every day named off is off, and every make-up day is worked`, () => {
      for (const [from, to] of notice.off) {
        expect(isWorkday(calendar, day(from))).toBe(false);
        expect(isWorkday(calendar, day(to))).toBe(false);
      }
      for (const worked of notice.work) expect(isWorkday(calendar, day(worked))).toBe(true);
    });
    test(`${notice.year}: a make-up day is always taken from a weekend`, () => {
      const plain = workCalendar([], []);
      for (const worked of notice.work) expect(isWorkday(plain, day(worked))).toBe(false);
    });
  }
  test.each([
    [2021, 250],
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i has %i working days', (year, expected) => {
    expect(workdaysBetween(calendar, day(`${year - 1}-12-31`), day(`${year}-12-31`)).days).toBe(expected);
  });
  test.each([
    ['2022-12-30', true],
    ['2022-12-31', false],
    ['2026-02-13', true],
    ['2026-02-14', true],
    ['2026-02-15', false],
    ['2026-02-23', false],
    ['2026-02-24', true],
    ['2026-02-28', true],
    ['2026-03-01', false],
    ['2026-10-08', true],
    ['2026-10-10', true],
    ['2026-10-11', false],
  ])('%s worked: %s', (on, expected) => {
    expect(isWorkday(calendar, day(on))).toBe(expected);
  });
});

describe('counting', () => {
  test.each([
    ['2026-10-29', '2026-10-29', 0],
    ['2026-10-29', '2026-10-30', 1],
    ['2026-10-30', '2026-11-01', 0],
    ['2026-10-30', '2026-11-02', 1],
    ['2026-09-30', '2026-10-08', 1],
    ['2026-09-30', '2026-10-12', 4],
    ['2026-02-13', '2026-02-24', 2],
    ['2026-11-02', '2026-10-30', -1],
  ])('from %s to %s it is %i', (from, to, expected) => {
    expect(workdaysBetween(calendar, day(from), day(to)).days).toBe(expected);
  });
  test.each([
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-09-30', 4, '2026-10-12'],
    ['2026-10-03', 0, '2026-10-03'],
    ['2026-10-08', -1, '2026-09-30'],
    ['2026-10-05', -2, '2026-09-29'],
  ])('%s and %i working days is %s', (from, n, expected) => {
    expect(addWorkdays(calendar, day(from), n).day).toBe(expected);
  });
  test.each([
    ['2026-10-01', '2026-10-08'],
    ['2026-10-08', '2026-10-08'],
    ['2026-10-10', '2026-10-10'],
    ['2026-10-11', '2026-10-12'],
  ])('the working day on or after %s is %s', (on, expected) => {
    expect(nextWorkday(calendar, day(on)).day).toBe(expected);
  });
  test('the count agrees with one made day by day', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        expect(workdaysBetween(calendar, from, to).days).toBe(counted(from, to));
      }),
    );
  });
  test('splitting an interval never changes its sum, whichever way round', () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyDay, (a, b, c) => {
        const parts = workdaysBetween(calendar, a, b).days + workdaysBetween(calendar, b, c).days;
        expect(parts).toBe(workdaysBetween(calendar, a, c).days);
      }),
    );
  });
  test('a later end never counts fewer days', () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyDay, (a, b, c) => {
        const [from, mid, to] = sorted(a, b, c);
        if (!from || !mid || !to) return;
        expect(workdaysBetween(calendar, from, to).days).toBeGreaterThanOrEqual(workdaysBetween(calendar, from, mid).days);
      }),
    );
  });
  test('adding working days lands on the working day that many away', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -250, max: 250 }), (from, n) => {
        if (n === 0) return;
        const landed = addWorkdays(calendar, from, n).day;
        expect(isWorkday(calendar, landed)).toBe(true);
        if (n > 0) expect(workdaysBetween(calendar, from, landed).days).toBe(n);
        else expect(counted(addDays(landed, -1), addDays(from, -1))).toBe(-n);
      }),
    );
  });
});

describe('years without a notice', () => {
  test('an answer that rests on weekdays alone names the years', () => {
    expect(isKnownYear(calendar, day('2026-12-31'))).toBe(true);
    expect(isKnownYear(calendar, day('2027-01-01'))).toBe(false);
    expect(workdaysBetween(calendar, day('2026-12-01'), day('2026-12-31')).unknownYears).toEqual([]);
    expect(workdaysBetween(calendar, day('2026-12-31'), day('2028-01-04')).unknownYears).toEqual([2027, 2028]);
    expect(addWorkdays(calendar, day('2026-12-28'), 10)).toEqual({ day: '2027-01-11', unknownYears: [2027] });
    expect(nextWorkday(calendar, day('2027-01-02')).unknownYears).toEqual([2027]);
  });
  test.each([
    ['2026-10-31', []],
    ['2026-11-01', [2027]],
    ['2027-03-01', [2027]],
    ['2027-11-01', [2027, 2028]],
  ])('on %s the notices of %j are waited for', (today, years) => {
    expect(yearsToEnter(calendar, day(today))).toEqual(years);
  });
  test('rows added for a year make it known, and the later of two rows counts', () => {
    const rows = [
      { day: '2027-02-08', kind: 'work', name: '误录' },
      { day: '2027-02-08', kind: 'off', name: '春节' },
    ].map((row) => CalendarException.parse(row));
    const next = workCalendar(rows, [2027]);
    expect(isWorkday(next, day('2027-02-08'))).toBe(false);
    expect(workdaysBetween(next, day('2027-02-05'), day('2027-02-09'))).toEqual({ days: 1, unknownYears: [] });
  });
});
