import { groupBy, keyBy } from '../kit/collections.ts';
import type { Project } from '../projects/schema.ts';
import type { Field } from './fields.ts';
import { nameKey } from './names.ts';
import { leftOutRow, type PlannedRow } from './planned.ts';
import { type FollowedReading, listFinder, type SheetReading } from './read.ts';
import type { RowPlace } from './schema.ts';

/** A project on record as far as a list that follows projects is compared with it. */
export type FollowedProject = Pick<Project, 'id' | 'name' | 'standing' | 'yearClass' | 'unitId'> & { unitName: string };

/** Plans the rows of a list about projects on record: each row's project is found by `matchLedger` before. */
export function followRows<Row extends FollowedReading['rows'][number]>(
  rows: readonly Row[],
  projects: readonly FollowedProject[],
  planRow: (row: Row, project: FollowedProject) => PlannedRow,
): PlannedRow[] {
  const byId = keyBy(projects, (project) => project.id);
  const byName = groupBy(projects, (project) => nameKey(project.name));
  const taken = new Set<Project['id']>();
  return rows.map((row) => {
    if (row.parentRow !== null) return leftOutRow(row, 'part');
    if (row.name === null) return leftOutRow(row, 'name');
    const project = row.match?.projectId ? byId.get(row.match.projectId) : undefined;
    if (!project) return leftOutRow(row, 'unknown');
    if ((byName.get(nameKey(project.name))?.length ?? 0) > 1) return leftOutRow(row, 'ambiguous');
    if (taken.has(project.id)) return leftOutRow(row, 'repeated', { projectId: project.id });
    taken.add(project.id);
    const planned = { ...planRow(row, project), projectId: project.id, unit: { id: project.unitId, name: project.unitName } };
    if (row.match?.how !== 'similar') return planned;
    return { ...planned, notes: [{ code: 'near-name', facts: { name: project.name } }, ...planned.notes] };
  });
}

/** Whether the list that a row stands in has a column for a field. */
export function columnsIn(sheets: readonly SheetReading[]): (place: RowPlace, field: Field) => boolean {
  const listOf = listFinder(sheets);
  return ({ sheet, row }, field) => listOf(sheet, row)?.columns.some((column) => column.field === field) === true;
}
