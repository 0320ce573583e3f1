import type { KnownReturns } from '#shared/imports/plan-returns.ts';
import { keyBy } from '#shared/kit/collections.ts';
import { keepReturn } from '../returns/submit.ts';
import type { Chosen, Writing } from './writing.ts';

/** Writes the returns of a weekly list: a unit's own, or as the office fills them in for the units. */
export async function writeReturns({ tx, applier, reach, log }: Writing, known: KnownReturns, rows: readonly Chosen[]): Promise<void> {
  const projects = keyBy(known.projects, (project) => project.id);
  for (const row of rows) {
    const project = row.projectId === null ? undefined : projects.get(row.projectId);
    if (row.write.kind !== 'return' || !project) continue;
    const { form, before } = row.write;
    const owner = { unitId: project.unitId, unitName: project.unitName, districtId: reach.districtId };
    const { happening } = await keepReturn(tx, reach, { form, before, owner, newId: applier.newId('weeklyReturn'), by: applier });
    await log(row, happening);
  }
}
