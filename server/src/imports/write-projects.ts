import type { PlannedRow } from '#shared/imports/match.ts';
import type { RowPlace } from '#shared/imports/schema.ts';
import type { Target } from '#shared/imports/targets.ts';
import { shortNameOf, unitKindOf } from '#shared/imports/unit-names.ts';
import { keyBy } from '#shared/kit/collections.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import { newYearPlan } from '#shared/projects/plans.ts';
import * as projects from '../projects/store.ts';
import * as units from '../units/store.ts';
import type { Writing } from './apply.ts';
import type { Records } from './store.ts';

type Chosen = PlannedRow & { target: Target };

/** Writes the rows of a list of projects: new units first, then projects and their plans. Answers how many units were made. */
export async function writeProjects(writing: Writing, records: Records, year: number, rows: readonly Chosen[]): Promise<number> {
  const unitIds = await createUnits(writing, records.districtName, rows);
  const known = keyBy(records.projects, ({ project }) => project.id);
  for (const row of rows) {
    if (row.verdict === 'unchanged') continue;
    const unitId = row.target.unit.id ?? unitIds.get(row.target.unit.name);
    if (!unitId) throw new DomainError('INTERNAL', { missing: 'unit' });
    const before = row.projectId === null ? null : (known.get(row.projectId) ?? null);
    await writeProject(writing, year, { place: row, before, target: row.target, unitId });
  }
  return unitIds.size;
}

async function createUnits({ tx, applier, reach, log }: Writing, districtName: string, rows: readonly Chosen[]) {
  const created = new Map<string, Id<'unit'>>();
  const { districtId } = reach;
  for (const row of rows) {
    const { id: known, name } = row.target.unit;
    if (known !== null || created.has(name)) continue;
    const id = applier.newId('unit');
    const shortName = shortNameOf(name, districtName);
    const unit = { id, parentId: districtId, districtId, name, shortName, kind: unitKindOf(name), active: true, version: 1 };
    await units.insert(tx, unit);
    await log(row, { action: 'unit.created', id, after: unit });
    created.set(name, id);
  }
  return created;
}

type ProjectWriting = { place: RowPlace; before: Records['projects'][number] | null; target: Target; unitId: Id<'unit'> };

async function writeProject({ tx, applier, reach, log }: Writing, year: number, { place, before, target, unitId }: ProjectWriting) {
  const fields = { ...target.fields, unitId };
  const project = before
    ? await projects.save(tx, reach, { ...before.project, ...fields })
    : await projects.insert(tx, { ...fields, id: applier.newId('project'), districtId: reach.districtId, version: 1 });
  await log(place, {
    action: before ? 'project.updated' : 'project.created',
    id: project.id,
    projectId: project.id,
    ...(before ? { before: before.project } : {}),
    after: project,
  });
  const { plan } = target;
  if (plan === null) return;
  const had = before?.plan ?? null;
  if (had && had.annual === plan.annual && had.doneBeforeYear === plan.doneBeforeYear) return;
  const wanted = had ? { ...had, ...plan } : newYearPlan({ ...plan, id: applier.newId('yearPlan'), projectId: project.id, year });
  const after = had ? await projects.saveYearPlan(tx, wanted) : wanted;
  if (!had) await projects.insertYearPlan(tx, wanted);
  await log(place, { action: 'yearPlan.set', id: after.id, projectId: project.id, before: had, after });
}
