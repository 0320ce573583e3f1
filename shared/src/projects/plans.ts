import { z } from 'zod';
import { plannedToDate } from '../figures/plan.ts';
import { type Day, lastDayOfMonth, Month } from '../kit/calendar.ts';
import type { Refusal } from '../kit/errors.ts';
import { type Money, sum, yuan, zero } from '../kit/money.ts';
import { YearPlan } from './schema.ts';

/** Sets a year's plan; `version` is 0 where the year has none yet. */
export const SetYearPlan = YearPlan.omit({ id: true, yearClass: true, baseline: true }).extend({
  version: z.number().int().min(0),
  /** Why an approved plan is changed. */
  reason: z.string().trim().max(300).nullish(),
});
export type SetYearPlan = z.infer<typeof SetYearPlan>;

/** Approves a year's plan as it stands: from then on it is the baseline. */
export const ApproveYearPlan = YearPlan.pick({ projectId: true, year: true, version: true });
export type ApproveYearPlan = z.infer<typeof ApproveYearPlan>;

/** The first plan of a year: spread evenly, not approved, of the project's own class. */
export function newYearPlan(plan: Pick<YearPlan, 'id' | 'projectId' | 'year' | 'annual' | 'doneBeforeYear'>): YearPlan {
  return { ...plan, byMonth: null, yearClass: null, baseline: null, version: 1 };
}

/** Why a year is not planned so. */
export type PlanRefusal = 'amount-negative' | 'months-not-the-year' | 'plan-change-unexplained';

/** Why a year cannot be planned so: amounts below nothing, months that do not make the year, an approved plan changed without a word. */
export function whyNotPlanYear(
  plan: Pick<YearPlan, 'annual' | 'byMonth' | 'doneBeforeYear'> & { reason?: string | null | undefined },
  before: Pick<YearPlan, 'baseline'> | null = null,
): Refusal<PlanRefusal> | null {
  const months = (plan.byMonth ?? []).flatMap((amount) => (amount === null ? [] : [amount]));
  if ([plan.annual, plan.doneBeforeYear, ...months].some((amount) => amount < 0)) return { reason: 'amount-negative' };
  const total = sum(months);
  if (months.length > 0 && total !== plan.annual) return { reason: 'months-not-the-year', total, annual: plan.annual };
  return before?.baseline && !plan.reason?.trim() ? { reason: 'plan-change-unexplained' } : null;
}

/** Why a plan is not approved: it was, and a baseline is set once. */
export function whyNotApprovePlan(plan: Pick<YearPlan, 'baseline'>): Refusal<'plan-approved'> | null {
  return plan.baseline ? { reason: 'plan-approved', on: plan.baseline.approvedOn, by: plan.baseline.approvedBy } : null;
}

/** The plan with its baseline frozen as it stands. */
export function approved(plan: YearPlan, on: Day, by: string): YearPlan {
  return { ...plan, baseline: { annual: plan.annual, byMonth: plan.byMonth, approvedOn: on, approvedBy: by } };
}

/** What a plan asks of each month, January first, in yuan: its own months, or even shares whose rounding falls where 序时 puts it. */
export function monthsOf(plan: Pick<YearPlan, 'annual' | 'byMonth'>, year: number): Money[] {
  let before = zero;
  return Array.from({ length: 12 }, (_, at) => {
    const month = Month.parse(`${year}-${String(at + 1).padStart(2, '0')}`);
    const planned = plannedToDate(plan, lastDayOfMonth(month));
    const share = yuan(planned - before);
    before = planned;
    return share;
  });
}
