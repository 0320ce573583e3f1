import { addMonthsToDay, type Day, lastDayOfMonth, monthOf, yearOf } from '#shared/kit/calendar.ts';
import { groupBy } from '#shared/kit/collections.ts';
import type { Id } from '#shared/kit/ids.ts';
import { type Money, yuan, zero } from '#shared/kit/money.ts';
import type { LampInput, MonthTask } from '#shared/lamps/input.ts';
import type { Metric } from '#shared/lamps/metrics.ts';
import type { RuleSet } from '#shared/lamps/schema.ts';
import { doneAsOf } from '../cuts/done.ts';
import * as cuts from '../cuts/store.ts';
import type { Reader } from '../db/tables.ts';
import * as payments from '../payments/store.ts';
import * as visits from '../visits/store.ts';
import * as lamps from './store.ts';

type FactQuery = { districtId: Id<'unit'>; asOf: Day; only: Id<'project'>[] | null; ruleSets: readonly RuleSet[] };

/** What a lamp depends on besides a project's own figures. */
export type LampFacts = Pick<LampInput, 'verified' | 'payment' | 'exemptions' | 'tasks' | 'doneLastYear' | 'memory'>;

/**
 * Gathers what lamps need besides a project's figures, a query for each kind; payments, last year and the months' tasks
 * only where a rule asks for them.
 */
export async function lampFacts(
  db: Reader,
  { districtId, asOf, only, ruleSets }: FactQuery,
): Promise<(id: Id<'project'>, now: Pick<LampInput, 'plannedToDate' | 'doneThisYear'>) => LampFacts> {
  const asks = (...metrics: Metric[]) => ruleSets.some(({ dimensions }) => dimensions.some(({ metric }) => metrics.includes(metric)));
  const verified = await visits.measured(db, districtId, asOf, only);
  const exemptions = groupBy(await lamps.exemptions(db, districtId, only), (row) => row.projectId);
  const memory = await cuts.memoryBefore(db, districtId, monthOf(asOf), only);
  const lastYear = asks('growthBelowPlan', 'growthBelowAverage')
    ? await doneAsOf(db, districtId, addMonthsToDay(asOf, -12), only)
    : new Map<Id<'project'>, Money>();
  const paid = asks('paymentRatio') ? await payments.latest(db, districtId, asOf, only) : null;
  const earlier = asks('tasksMissedInARow', 'taskShortfall') ? await monthsBefore(db, districtId, asOf) : null;
  return (id, now) => ({
    verified: verified.get(id) ?? null,
    payment: paid?.get(id) ?? null,
    exemptions: (exemptions.get(id) ?? []).map(({ dimension, kind, reason, approvedBy, until }) => {
      return { dimension, kind, reason, approvedBy, until };
    }),
    tasks: earlier && tasksOf(earlier.get(id) ?? [], asOf, now),
    doneLastYear: lastYear.get(id) ?? null,
    memory: memory.get(id) ?? {},
  });
}

type Standing = { month: MonthTask['month']; plannedToDate: Money | null; doneThisYear: Money };

/** How projects stood at the ends of the year's cut months before a day's. */
async function monthsBefore(db: Reader, districtId: Id<'unit'>, asOf: Day): Promise<Map<Id<'project'>, Standing[]>> {
  const sums = await cuts.monthSums(db, districtId, yearOf(asOf));
  const before = sums.filter(({ month }) => month < monthOf(asOf));
  return groupBy(
    before.flatMap(({ month, rows }) =>
      rows.map(({ projectId, plannedToDate, doneThisYear }) => ({ projectId, month, plannedToDate, doneThisYear })),
    ),
    (row) => row.projectId,
  );
}

/** Each month's own plan and doing, out of what stood at their ends; the day's own month once it has ended. */
function tasksOf(before: readonly Standing[], asOf: Day, now: Pick<LampInput, 'plannedToDate' | 'doneThisYear'>): MonthTask[] {
  const month = monthOf(asOf);
  const ended = asOf === lastDayOfMonth(month) ? [...before, { month, ...now }] : before;
  return ended.map((standing, at) => {
    const last = ended[at - 1];
    return {
      month: standing.month,
      planned: yuan((standing.plannedToDate ?? zero) - (last?.plannedToDate ?? zero)),
      done: yuan(standing.doneThisYear - (last?.doneThisYear ?? zero)),
    };
  });
}
