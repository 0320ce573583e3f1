import { createHash } from 'node:crypto';
import { type ImportPlan, type PlannedRow, planImport } from '#shared/imports/match.ts';
import type { RowPlace } from '#shared/imports/schema.ts';
import type { Target } from '#shared/imports/targets.ts';
import { shortNameOf, unitKindOf } from '#shared/imports/unit-names.ts';
import { dayOf } from '#shared/kit/calendar.ts';
import { keyBy } from '#shared/kit/collections.ts';
import { DomainError, refuse } from '#shared/kit/errors.ts';
import type { Id, IdKind } from '#shared/kit/ids.ts';
import type { Tx } from '../db/tables.ts';
import * as events from '../events/store.ts';
import * as projects from '../projects/store.ts';
import type { Reach } from '../trpc.ts';
import * as units from '../units/store.ts';
import * as imports from './store.ts';

/** Who applies, when, and where new ids come from. */
export type Applier = events.Witness & { newId: <Kind extends IdKind>(kind: Kind) => Id<Kind> };

export type Applied = { created: number; changed: number; unchanged: number; leftOut: number; units: number };

/** Names what a plan says, so that what a person confirmed is what is done. */
export function basisOf(plan: ImportPlan): string {
  return createHash('sha256').update(JSON.stringify(plan)).digest('hex');
}

/**
 * Applies a reading: units, projects and year plans, each with its event, and the batch with its counts. The comparison
 * is made again here, inside the change; where it differs from the one that was confirmed, nothing is applied.
 */
export async function applyBatch(
  tx: Tx,
  applier: Applier,
  reach: Reach,
  batch: imports.Batch,
  { basis, only }: { basis: string | null; only: readonly RowPlace[] | null },
): Promise<Applied> {
  const asOf = dayOf(applier.now);
  const records = await imports.records(tx, reach, batch.reading, asOf);
  const plan = planImport(batch.reading, records, asOf);
  if (basis !== null && basis !== basisOf(plan)) throw new DomainError('CONFLICT', { entity: 'import' });
  const chosen = choose(plan, only);
  const unitIds = await createUnits(tx, applier, reach, records.districtName, chosen);
  const known = keyBy(records.projects, ({ project }) => project.id);
  for (const { row, target } of chosen) {
    if (row.verdict === 'unchanged') continue;
    const unitId = target.unit.id ?? unitIds.get(target.unit.name);
    if (!unitId) throw new DomainError('INTERNAL', { missing: 'unit' });
    const before = row.projectId === null ? null : (known.get(row.projectId) ?? null);
    await write(tx, applier, reach, plan.year, { before, target, unitId });
  }
  const counts: Applied = {
    created: chosen.filter(({ row }) => row.verdict === 'new').length,
    changed: chosen.filter(({ row }) => row.verdict === 'changed').length,
    unchanged: chosen.filter(({ row }) => row.verdict === 'unchanged').length,
    leftOut: plan.rows.length - chosen.length,
    units: unitIds.size,
  };
  await imports.markApplied(tx, batch, applier.now);
  const { fileName, sha256, kind } = batch;
  await events.append(tx, applier, {
    action: 'import.applied',
    id: batch.id,
    after: { fileName, sha256, kind, year: plan.year, ...counts },
  });
  return counts;
}

type Chosen = { row: PlannedRow; target: Target };

function choose(plan: ImportPlan, only: readonly RowPlace[] | null): Chosen[] {
  const place = ({ sheet, row }: RowPlace) => `${sheet}|${row}`;
  const usable = plan.rows.flatMap((row): Chosen[] => (row.target ? [{ row, target: row.target }] : []));
  if (only === null) return usable;
  const wanted = new Set(only.map(place));
  const chosen = usable.filter(({ row }) => wanted.has(place(row)));
  refuse(chosen.length < wanted.size ? { reason: 'import-row-unusable' } : null);
  return chosen;
}

async function createUnits(tx: Tx, applier: Applier, reach: Reach, districtName: string, chosen: readonly Chosen[]) {
  const created = new Map<string, Id<'unit'>>();
  const parentId = reach.districtId;
  for (const { target } of chosen) {
    const { id: known, name } = target.unit;
    if (known !== null || created.has(name)) continue;
    const id = applier.newId('unit');
    const shortName = shortNameOf(name, districtName);
    const unit = { id, parentId, districtId: reach.districtId, name, shortName, kind: unitKindOf(name), active: true, version: 1 };
    await units.insert(tx, unit);
    await events.append(tx, applier, { action: 'unit.created', id, after: unit });
    created.set(name, id);
  }
  return created;
}

type Writing = { before: imports.Records['projects'][number] | null; target: Target; unitId: Id<'unit'> };

async function write(tx: Tx, applier: Applier, reach: Reach, year: number, { before, target, unitId }: Writing): Promise<void> {
  const fields = { ...target.fields, unitId };
  const project = before
    ? await projects.save(tx, reach, { ...before.project, ...fields })
    : await projects.insert(tx, { ...fields, id: applier.newId('project'), districtId: reach.districtId, version: 1 });
  await events.append(tx, applier, {
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
  const wanted = had
    ? { ...had, ...plan }
    : { ...plan, id: applier.newId('yearPlan'), projectId: project.id, year, byMonth: null, version: 1 };
  const after = had ? await projects.saveYearPlan(tx, wanted) : wanted;
  if (!had) await projects.insertYearPlan(tx, wanted);
  await events.append(tx, applier, { action: 'yearPlan.set', id: after.id, projectId: project.id, before: had, after });
}
