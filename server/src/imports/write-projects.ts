import type { RowPlace } from '#shared/imports/schema.ts';
import type { Target } from '#shared/imports/targets.ts';
import { shortNameOf, unitKindOf } from '#shared/imports/unit-names.ts';
import { keyBy } from '#shared/kit/collections.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import * as projects from '../projects/store.ts';
import * as units from '../units/store.ts';
import type { Records } from './compare.ts';
import { writePlan } from './write-plans.ts';
import type { Chosen, Writing } from './writing.ts';

type ProjectRow = Chosen & { write: { kind: 'project' } };

/** Writes the rows of a list of projects: new units first, then projects and their plans. Answers how many units were made. */
export async function writeProjects(writing: Writing, records: Records, year: number, chosen: readonly Chosen[]): Promise<number> {
  const rows = chosen.filter((row): row is ProjectRow => row.write.kind === 'project');
  const unitIds = await createUnits(writing, records.districtName, rows);
  const known = keyBy(records.projects, ({ project }) => project.id);
  for (const row of rows) {
    const { target } = row.write;
    const unitId = target.unit.id ?? unitIds.get(target.unit.name);
    if (!unitId) throw new DomainError('INTERNAL', { missing: 'unit' });
    const before = row.projectId === null ? null : (known.get(row.projectId) ?? null);
    await writeProject(writing, year, { place: row, before, target, unitId });
  }
  return unitIds.size;
}

async function createUnits({ tx, applier, reach, log }: Writing, districtName: string, rows: readonly ProjectRow[]) {
  const created = new Map<string, Id<'unit'>>();
  const { districtId } = reach;
  for (const row of rows) {
    const { id: known, name } = row.write.target.unit;
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

async function writeProject(writing: Writing, year: number, { place, before, target, unitId }: ProjectWriting): Promise<void> {
  const { tx, applier, reach, log } = writing;
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
  const had = before?.plan ?? null;
  if (plan !== null) await writePlan(writing, place, project.id, { before: had, after: { ...plan, year, byMonth: had?.byMonth ?? null } });
}
