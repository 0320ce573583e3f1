import type { KnownReturns } from '#shared/imports/plan-returns.ts';
import { keyBy } from '#shared/kit/collections.ts';
import { checkFactsOf } from '#shared/returns/sheet.ts';
import { keepReturn } from '../returns/submit.ts';
import type { Chosen, Writing } from './writing.ts';

/** Writes the returns of a weekly list: a unit's own, or as the office fills them in for the units. */
export async function writeReturns({ tx, applier, reach, log }: Writing, known: KnownReturns, rows: readonly Chosen[]): Promise<void> {
  const projects = keyBy(known.projects, (project) => project.id);
  const sheets = keyBy(known.sheets, (sheet) => sheet.project.id);
  for (const row of rows) {
    const project = row.projectId === null ? undefined : projects.get(row.projectId);
    const sheet = project && sheets.get(project.id);
    if (row.write.kind !== 'return' || !project || !sheet) continue;
    const { form, before } = row.write;
    const owner = { unitId: project.unitId, unitName: project.unitName, districtId: reach.districtId };
    const { happening } = await keepReturn(tx, reach, {
      ...{ form, before, owner, facts: checkFactsOf(sheet, known.week), due: known.week },
      ...{ newId: applier.newId('weeklyReturn'), by: applier },
    });
    await log(row, happening);
  }
}
