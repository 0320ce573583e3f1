import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../kit/calendar.ts';
import { makeId } from '../kit/ids.ts';
import { sum, wan, yuan, zero } from '../kit/money.ts';
import { approved, monthsOf, newYearPlan, whyNotApprovePlan, whyNotPlanYear } from './plans.ts';

const plan = newYearPlan({
  id: makeId('yearPlan', '1'.repeat(32)),
  projectId: makeId('project', '2'.repeat(32)),
  year: 2026,
  annual: wan(12_000),
  doneBeforeYear: zero,
});
const frozen = approved(plan, day('2026-02-10'), '宋科长');
const months = Array.from({ length: 12 }, () => wan(1_000));

describe('planning a year', () => {
  test.each([
    [{ byMonth: null }, null],
    [{ byMonth: months }, null],
    [{ byMonth: [wan(12_000), ...months.slice(1).map(() => null)] }, null],
    [{ byMonth: [wan(1), ...months.slice(1)] }, 'months-not-the-year'],
    [{ byMonth: [wan(-1), wan(1), ...months.slice(2)] }, 'amount-negative'],
    [{ annual: wan(-1) }, 'amount-negative'],
    [{ doneBeforeYear: wan(-1) }, 'amount-negative'],
  ] as const)('%j is refused as %s', (changes, reason) => {
    const wanted = { ...plan, ...changes, byMonth: 'byMonth' in changes && changes.byMonth ? [...changes.byMonth] : null };
    expect(whyNotPlanYear(wanted)?.reason ?? null).toBe(reason);
  });

  test('once approved, a change says why', () => {
    expect(whyNotPlanYear(plan, plan)).toBeNull();
    expect(whyNotPlanYear({ ...plan, reason: ' ' }, frozen)).toEqual({ reason: 'plan-change-unexplained' });
    expect(whyNotPlanYear({ ...plan, reason: '征迁滞后，区政府常务会同意调减' }, frozen)).toBeNull();
  });
});

describe('the baseline', () => {
  test('is the plan as it stood when it was approved', () => {
    expect(frozen.baseline).toEqual({ annual: wan(12_000), byMonth: null, approvedOn: '2026-02-10', approvedBy: '宋科长' });
  });
  test('is set once', () => {
    expect(whyNotApprovePlan(plan)).toBeNull();
    expect(whyNotApprovePlan(frozen)).toMatchObject({ reason: 'plan-approved', by: '宋科长' });
  });
});

test('the months of a plan make its year, whether it names them or not', () => {
  const amount = fc.integer({ min: 0, max: 1e12 }).map(yuan);
  fc.assert(
    fc.property(amount, fc.option(fc.array(fc.option(amount), { minLength: 12, maxLength: 12 })), (annual, byMonth) => {
      const given = byMonth?.some((each) => each !== null) ? byMonth : null;
      const year = given ? sum(given.map((each) => each ?? zero)) : annual;
      const shown = monthsOf({ annual: year, byMonth }, 2026);
      expect(shown).toHaveLength(12);
      expect(sum(shown)).toBe(year);
    }),
  );
});
