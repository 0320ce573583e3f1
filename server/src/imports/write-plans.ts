import type { PlanWrite } from '#shared/imports/planned.ts';
import type { RowPlace } from '#shared/imports/schema.ts';
import type { Id } from '#shared/kit/ids.ts';
import { newYearPlan } from '#shared/projects/plans.ts';
import type { YearPlan } from '#shared/projects/schema.ts';
import * as projects from '../projects/store.ts';
import type { Chosen, Writing } from './writing.ts';

/** Writes the plans of a list by month. */
export async function writePlans(writing: Writing, rows: readonly Chosen[]): Promise<void> {
  for (const row of rows) {
    if (row.write.kind === 'plan' && row.projectId !== null) await writePlan(writing, row, row.projectId, row.write);
  }
}

/** Writes one project's plan of a year, where it says something else than the one on record. */
export async function writePlan(
  { tx, applier, source, log }: Writing,
  place: RowPlace,
  projectId: Id<'project'>,
  { before, after: wanted }: PlanWrite,
): Promise<void> {
  if (before && isSame(before, wanted)) return;
  const plan: YearPlan = { ...(before ?? newYearPlan({ ...wanted, id: applier.newId('yearPlan'), projectId })), ...wanted };
  const after = before ? await projects.saveYearPlan(tx, plan) : plan;
  if (!before) await projects.insertYearPlan(tx, plan);
  // An approved plan is not changed without a word: the list is the reason.
  const said = before?.baseline ? { ...after, reason: `按导入的清单“${source}”` } : after;
  await log(place, { action: 'yearPlan.set', id: after.id, projectId, before, after: said });
}

function isSame(before: YearPlan, { annual, byMonth, doneBeforeYear }: PlanWrite['after']): boolean {
  const isSameMonths = JSON.stringify(before.byMonth) === JSON.stringify(byMonth);
  return before.annual === annual && before.doneBeforeYear === doneBeforeYear && isSameMonths;
}
