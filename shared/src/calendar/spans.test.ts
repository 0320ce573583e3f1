import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../kit/calendar.ts';
import { daysApart, daysSince, daysUsed, limitEnds, monthsSince, union } from './spans.ts';
import { isWorkday, workCalendar } from './workdays.ts';

const calendar = workCalendar(
  [
    { day: '2026-10-01' as Day, kind: 'off', name: '国庆节' },
    { day: '2026-10-02' as Day, kind: 'off', name: '国庆节' },
    { day: '2026-10-10' as Day, kind: 'work', name: '国庆节调休' },
  ],
  [2026],
);
const day = fc.integer({ min: 0, max: 364 }).map((at) => addDays('2026-01-01' as Day, at));

describe('spans of days', () => {
  test.each([
    ['2026-09-30', '2026-10-12', 'workday', 7],
    ['2026-09-30', '2026-10-12', 'calendar', 12],
    ['2026-10-10', '2026-10-10', 'workday', 0],
  ] as const)('from %s to %s there are %3$s days by %s', (from, to, unit, days) => {
    expect(daysUsed(calendar, from as Day, to as Day, unit).days).toBe(days);
  });

  test('a limit in calendar days that ends on a day off moves to the next working day', () => {
    expect(limitEnds(calendar, '2026-09-21' as Day, { days: 10, unit: 'calendar' }).day).toBe('2026-10-05');
    expect(limitEnds(calendar, '2026-09-28' as Day, { days: 12, unit: 'calendar' }).day).toBe('2026-10-10');
  });

  test('a limit ends on a working day, and not before it is used up', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), fc.constantFrom('workday' as const, 'calendar' as const), (from, days, unit) => {
        const end = limitEnds(calendar, from, { days, unit }).day;
        expect(isWorkday(calendar, end)).toBe(true);
        expect(daysUsed(calendar, from, end, unit).days).toBeGreaterThanOrEqual(days);
      }),
    );
  });

  test('an age is never negative, a distance may be', () => {
    fc.assert(
      fc.property(day, day, (from, to) => {
        expect(daysSince(from, to)).toBe(Math.max(0, daysApart(from, to)));
        expect(daysApart(from, to) + daysApart(to, from)).toBe(0);
      }),
    );
  });

  test.each([
    ['2026-01-31', '2026-02-28', { fullMonths: 1, extraDays: 0 }],
    ['2026-01-31', '2026-03-30', { fullMonths: 1, extraDays: 30 }],
    ['2026-01-31', '2026-03-31', { fullMonths: 2, extraDays: 0 }],
  ])('months gone by from %s to %s', (from, to, wanted) => {
    expect(monthsSince(from as Day, to as Day)).toMatchObject(wanted);
  });

  test('years of several answers stand once, in order', () => {
    expect(union([2028], [2027, 2028], [])).toEqual([2027, 2028]);
  });
});
