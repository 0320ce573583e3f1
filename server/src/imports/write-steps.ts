import type { ApprovalStep } from '#shared/approvals/schema.ts';
import type { KnownSteps } from '#shared/imports/plan-steps.ts';
import type { StepWrite } from '#shared/imports/planned.ts';
import type { RowPlace } from '#shared/imports/schema.ts';
import { dayOf } from '#shared/kit/calendar.ts';
import { groupBy } from '#shared/kit/collections.ts';
import { keyAfter } from '#shared/kit/rank.ts';
import * as approvals from '../approvals/store.ts';
import type { Chosen, Writing } from './writing.ts';

/** Writes the steps of a list of approvals. */
export async function writeSteps(writing: Writing, known: KnownSteps, rows: readonly Chosen[]): Promise<void> {
  const byProject = groupBy(known.steps, (step) => step.projectId);
  for (const row of rows) {
    if (row.write.kind !== 'steps' || row.projectId === null) continue;
    await writeRow(writing, row, byProject.get(row.projectId) ?? [], row.write.steps);
  }
}

/** New steps come behind those that the project has, in the list's order. */
async function writeRow(
  { tx, applier, reach, log }: Writing,
  place: RowPlace,
  own: readonly ApprovalStep[],
  steps: readonly StepWrite[],
): Promise<void> {
  const all = [...own];
  for (const { before, after: wanted } of steps) {
    if (before) {
      const after = await approvals.save(tx, reach, { ...before, ...wanted });
      await log(place, { action: 'step.updated', id: after.id, projectId: after.projectId, before, after });
      continue;
    }
    const made = { id: applier.newId('approvalStep'), orderKey: keyAfter(all, undefined), addedOn: dayOf(applier.now), version: 1 };
    const step: ApprovalStep = { ...wanted, ...made };
    await approvals.insert(tx, step);
    await log(place, { action: 'step.created', id: step.id, projectId: step.projectId, after: step });
    all.push(step);
  }
}
