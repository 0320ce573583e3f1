import { type Day, lastDayOfMonth, type Month, monthOf } from '../kit/calendar.ts';
import { type Money, sum, yuan } from '../kit/money.ts';
import { monthsOfYear } from './period.ts';
import { type PlannedYear, plannedToDate } from './plan.ts';
import { type PlanRow, progressRate } from './rates.ts';

/**
 * A month of the year in money: planned by its end, done by `on`. Done is null for months to come, and for a past month
 * that was never cut: what stood then is not known.
 */
export type CurvePoint = { month: Month; on: Day; planned: Money; done: Money | null; isCut: boolean };

/** What the months of a year are drawn from: each month's cut, the figures of the day, and the plans for what is to come. */
export type CurveInput = {
  asOf: Day;
  cuts: ReadonlyMap<Month, readonly PlanRow[]>;
  now: readonly PlanRow[];
  plans: readonly PlannedYear[];
};

/** Plan against actual, month by month, over the projects that have a plan. */
export function curveOf({ asOf, cuts, now, plans }: CurveInput): CurvePoint[] {
  const current = monthOf(asOf);
  return monthsOfYear(asOf).map((month) => {
    const end = lastDayOfMonth(month);
    const cut = month <= current && end <= asOf ? (cuts.get(month) ?? null) : null;
    const rows = cut ?? (month === current ? now : null);
    const rate = rows && progressRate(rows);
    return {
      month,
      on: month === current ? asOf : end,
      planned: rate && end <= asOf ? yuan(rate.denominator) : sum(plans.map((plan) => plannedToDate(plan, end))),
      done: rate ? yuan(rate.numerator) : null,
      isCut: cut !== null,
    };
  });
}
