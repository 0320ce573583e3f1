import { keyBy } from '../kit/collections.ts';
import type { Id } from '../kit/ids.ts';
import { type Money, wan, yuan, zero } from '../kit/money.ts';
import { whyNotPlanYear } from '../projects/plans.ts';
import type { YearPlan } from '../projects/schema.ts';
import type { Change, RowNote } from './changes.ts';
import { unusableFields } from './drafts.ts';
import type { Field } from './fields.ts';
import { type FollowedProject, followRows } from './follow-rows.ts';
import { leftOutRow, type PlannedRow } from './planned.ts';
import type { FollowedReading } from './read.ts';
import type { ByMonth, MonthlyRow } from './rows.ts';

/** What a plan by month is compared with: the plans of its year, and what is done as of the last month that it reports. */
export type KnownPlans = {
  year: number;
  projects: readonly FollowedProject[];
  plans: readonly YearPlan[];
  done: ReadonlyMap<Id<'project'>, Money>;
};

type Reading = Extract<FollowedReading, { kind: 'monthly' }>;

/** How many months the list reports as done, counted from January; 0 where it only plans. */
export function monthsReported(reading: Reading): number {
  const last = ({ doneByMonthWan, cumDoneByMonthWan }: MonthlyRow) =>
    Math.max(lastFigure(doneByMonthWan), lastFigure(cumDoneByMonthWan)) + 1;
  return reading.rows.reduce((most, row) => Math.max(most, last(row)), 0);
}

function lastFigure(months: ByMonth | null): number {
  return months?.findLastIndex((amount) => amount !== null) ?? -1;
}

/** A plan by month as plans of its year. What it says is done is compared and shown: that is the returns' to say. */
export function planMonths(reading: Reading, known: KnownPlans): PlannedRow[] {
  const unusable = unusableFields(reading);
  const plans = keyBy(known.plans, (plan) => plan.projectId);
  return followRows(reading.rows, known.projects, (row, project) => {
    const bad = unusable.get(`${row.sheet}|${row.row}`) ?? new Set<Field>();
    if (bad.has('annualPlanWan')) return leftOutRow(row, 'plan');
    if ([...bad].some((field) => /^(plan|cumPlan)ByMonthWan\./.test(field))) return leftOutRow(row, 'figure');
    return planYear(row, plans.get(project.id) ?? null, known.year, known.done.get(project.id) ?? null);
  });
}

function planYear(row: MonthlyRow, before: YearPlan | null, year: number, done: Money | null): PlannedRow {
  const months = monthsOf(row);
  const annual = row.annualPlanWan === null ? (before?.annual ?? null) : wan(row.annualPlanWan);
  if (annual === null) return leftOutRow(row, 'plan');
  const after = { year, annual, byMonth: months ?? before?.byMonth ?? null, doneBeforeYear: before?.doneBeforeYear ?? zero };
  // Changing an approved plan asks for a reason: that the list says so is one.
  const refusal = whyNotPlanYear({ ...after, reason: 'list' }, before);
  if (refusal) return leftOutRow(row, 'refused', { refusal });
  const changes = changesOf(before, after);
  const listed = doneOf(row);
  const isOther = listed !== null && done !== null && listed !== done;
  const notes: RowNote[] = isOther ? [{ code: 'done-differs', facts: { listed, recorded: done } }] : [];
  return {
    ...leftOutRow(row, 'plan'),
    ...{ leftOut: null, verdict: before === null ? 'new' : changes.length > 0 ? 'changed' : 'unchanged' },
    ...{ amounts: [annual, listed], changes, notes },
    write: { kind: 'plan', before, after },
  };
}

/** The months in yuan. A list of cumulative figures leaves the months before its first to that one, as it does itself. */
function monthsOf({ planByMonthWan, cumPlanByMonthWan }: MonthlyRow): (Money | null)[] | null {
  if (planByMonthWan?.some((amount) => amount !== null)) return planByMonthWan.map(asMoney);
  if (!cumPlanByMonthWan?.some((amount) => amount !== null)) return null;
  let before: Money = zero;
  return cumPlanByMonthWan.map((amount) => {
    if (amount === null) return null;
    const upTo = wan(amount);
    const month = yuan(upTo - before);
    before = upTo;
    return month;
  });
}

function asMoney(amount: number | null): Money | null {
  return amount === null ? null : wan(amount);
}

/** What the list says is done this year: its own cumulative column, else its months. */
function doneOf({ cumDoneWan, cumDoneByMonthWan, doneByMonthWan }: MonthlyRow): Money | null {
  const stated = cumDoneWan ?? cumDoneByMonthWan?.findLast((amount) => amount !== null) ?? null;
  if (stated !== null) return wan(stated);
  if (!doneByMonthWan?.some((amount) => amount !== null)) return null;
  return yuan(doneByMonthWan.reduce<number>((sum, amount) => sum + (amount === null ? 0 : wan(amount)), 0));
}

function changesOf(before: YearPlan | null, after: Pick<YearPlan, 'annual' | 'byMonth'>): Change[] {
  const annual: Change[] = before?.annual === after.annual ? [] : [{ field: 'annual', from: before?.annual ?? null, to: after.annual }];
  const months = (after.byMonth ?? []).flatMap((to, place): Change[] => {
    const from = before?.byMonth?.[place] ?? null;
    return from === to ? [] : [{ field: 'byMonth', of: String(place + 1), from, to }];
  });
  return [...annual, ...months];
}
