import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day, firstDayOfMonth, lastDayOfMonth, Month, monthOf } from '../kit/calendar.ts';
import { type Money, sum, wan, yuan } from '../kit/money.ts';
import { type PlannedYear, plannedToDate } from './plan.ts';

const linear: PlannedYear = { annual: wan(12_000), byMonth: null };
const own: PlannedYear = {
  annual: wan(12_000),
  byMonth: [null, null, 1000, 1000, 2000, 2000, 3000, 3000, null, null, null, null].map((n) => (n === null ? null : wan(n))),
};
const anyDay = fc.integer({ min: 0, max: 364 }).map((n) => addDays(day('2026-01-01'), n));
const anyPlan = fc.array(fc.option(fc.integer({ min: 0, max: 9e13 })), { minLength: 12, maxLength: 12 }).map(
  (months): PlannedYear => ({
    annual: yuan(months.reduce<number>((total, month) => total + (month ?? 0), 0)),
    byMonth: months.map((month): Money | null => (month === null ? null : yuan(month))),
  }),
);

describe('序时计划', () => {
  test.each([
    ['2026-01-31', 1_000],
    ['2026-09-30', 9_000],
    ['2026-12-31', 12_000],
    ['2026-04-15', 3_500],
    ['2026-02-14', 1_500],
  ])('without a month plan it grows by a twelfth: by %s %d 万元', (asOf, expected) => {
    expect(plannedToDate(linear, day(asOf))).toBe(wan(expected));
  });
  test.each([
    ['2026-02-28', 0],
    ['2026-03-31', 1_000],
    ['2026-04-15', 1_500],
    ['2026-06-30', 6_000],
    ['2026-08-31', 12_000],
    ['2026-12-31', 12_000],
  ])('the project’s own months go before it: by %s %d 万元', (asOf, expected) => {
    expect(plannedToDate(own, day(asOf))).toBe(wan(expected));
  });
  test('twelve empty months are no month plan', () => {
    expect(plannedToDate({ ...linear, byMonth: Array.from({ length: 12 }, () => null) }, day('2026-06-30'))).toBe(wan(6_000));
  });
  test('whole yuan, rounded down', () => {
    expect(plannedToDate({ annual: yuan(1000), byMonth: null }, day('2026-05-31'))).toBe(416);
    expect(plannedToDate({ annual: yuan(9e15), byMonth: null }, day('2026-12-31'))).toBe(9e15);
  });
  test('it never falls from one day to the next, and ends at the year’s sum', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyPlan,
          fc.integer({ min: 0, max: 9e14 }).map((n): PlannedYear => ({ annual: yuan(n), byMonth: null })),
        ),
        anyDay,
        (plan, asOf) => {
          const end = day('2026-12-31');
          expect(plannedToDate(plan, end)).toBe(plan.annual);
          if (asOf < end) expect(plannedToDate(plan, addDays(asOf, 1))).toBeGreaterThanOrEqual(plannedToDate(plan, asOf));
        },
      ),
    );
  });
  test('at a month’s end it is the sum of the months so far', () => {
    fc.assert(
      fc.property(anyPlan, fc.integer({ min: 1, max: 12 }), (plan, number) => {
        if (!plan.byMonth?.some((amount) => amount !== null)) return;
        const month = Month.parse(`2026-${String(number).padStart(2, '0')}`);
        expect(monthOf(firstDayOfMonth(month))).toBe(month);
        expect(plannedToDate(plan, lastDayOfMonth(month))).toBe(sum(plan.byMonth.slice(0, number).map((amount) => amount ?? yuan(0))));
      }),
    );
  });
});
