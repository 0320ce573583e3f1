import { ApprovalStep } from '#shared/approvals/schema.ts';
import type { EventAction } from '#shared/events/schema.ts';
import { type ChangedRow, type TouchedRecord, touchedRecords, whyNotUndo } from '#shared/imports/undo.ts';
import { groupBy } from '#shared/kit/collections.ts';
import { refuse } from '#shared/kit/errors.ts';
import { idOf } from '#shared/kit/ids.ts';
import { Project, YearPlan } from '#shared/projects/schema.ts';
import { WeeklyReturn } from '#shared/returns/schema.ts';
import { Unit } from '#shared/units/schema.ts';
import * as approvals from '../approvals/store.ts';
import * as cuts from '../cuts/store.ts';
import type { Tx } from '../db/tables.ts';
import * as events from '../events/store.ts';
import * as projects from '../projects/store.ts';
import * as returns from '../returns/store.ts';
import type { Reach } from '../trpc.ts';
import * as units from '../units/store.ts';
import { breathe } from './breathe.ts';
import * as imports from './store.ts';
import * as writes from './write-store.ts';
import { isStillNamed, remove, usedSince, versions, type WrittenEntity } from './write-store.ts';
import type { Applier } from './writing.ts';

type Touched = TouchedRecord<WrittenEntity>;
export type Undone = { removed: number; restored: number };

/** So many rows are named where something has changed since; the page says how many more there are. */
const NAMED = 50;

/**
 * Takes an import back: what it made goes, what it changed is as it was, newest first. While one record of it has
 * changed since, nothing is undone, and the rows are named.
 */
export async function undoBatch(tx: Tx, applier: Applier, reach: Reach, batch: imports.Batch): Promise<Undone> {
  refuse(whyNotUndo(batch));
  const touched = touchedRecords(await writes.ofBatch(tx, batch.id));
  refuseFor(batch, await changedSince(tx, reach, touched));
  for (const [at, record] of [...touched].reverse().entries()) {
    await breathe(at);
    const action = record.before === null ? removed[record.entity] : restored[record.entity];
    const after = record.before === null ? await takeOut(tx, batch, record) : await putBack(tx, reach, record);
    await events.append(tx, applier, { action, id: record.id, projectId: record.projectId, before: record.after, after });
  }
  await writes.forget(tx, batch.id);
  await imports.markUndone(tx, batch, applier.now);
  const { fileName, sha256, kind, createdBy } = batch;
  const counts = { removed: touched.filter(({ before }) => before === null).length };
  const undone: Undone = { ...counts, restored: touched.length - counts.removed };
  await events.append(tx, applier, { action: 'import.undone', id: batch.id, after: { fileName, sha256, kind, createdBy, ...undone } });
  return undone;
}

const removed = {
  unit: 'unit.removed',
  project: 'project.removed',
  yearPlan: 'yearPlan.removed',
  step: 'step.removed',
  return: 'return.withdrawn',
} as const satisfies Record<WrittenEntity, EventAction>;

const restored = {
  unit: 'unit.updated',
  project: 'project.updated',
  yearPlan: 'yearPlan.set',
  step: 'step.updated',
  return: 'return.withdrawn',
} as const satisfies Record<WrittenEntity, EventAction>;

async function changedSince(tx: Tx, reach: Reach, touched: readonly Touched[]): Promise<Touched[]> {
  const changed = new Set<Touched>();
  for (const [entity, records] of groupBy(touched, (record) => record.entity)) {
    const now = await versions(
      tx,
      entity,
      records.map((record) => record.id),
    );
    for (const record of records) if (now.get(record.id) !== record.version) changed.add(record);
  }
  const made = touched.filter(({ entity, before }) => entity === 'project' && before === null);
  const used = await usedSince(
    tx,
    made.map(({ id }) => id),
    new Set(touched.flatMap(({ seqs }) => seqs)),
  );
  for (const record of made) if (used.has(record.id)) changed.add(record);
  for (const record of await frozenReturns(tx, reach, touched)) changed.add(record);
  return touched.filter((record) => changed.has(record));
}

/** A return of a week that was cut since is part of what was issued. */
async function frozenReturns(tx: Tx, reach: Reach, touched: readonly Touched[]): Promise<Touched[]> {
  const records = touched.filter(({ entity }) => entity === 'return');
  const rows = await returns.weeksOf(
    tx,
    records.map(({ id }) => idOf('weeklyReturn').parse(id)),
  );
  const frozen = new Set<string>();
  for (const [week, of] of groupBy(rows, (row) => row.week)) {
    if (await cuts.find(tx, reach.districtId, 'week', week)) for (const { id } of of) frozen.add(id);
  }
  return records.filter(({ id }) => frozen.has(id));
}

async function takeOut(tx: Tx, batch: imports.Batch, record: Touched): Promise<undefined> {
  try {
    await remove(tx, record.entity, record.id);
  } catch (error) {
    if (!isStillNamed(error)) throw error;
    refuseFor(batch, [record]);
  }
}

/** The record as it was, as one more version of it: a number that was seen is not given twice. */
function putBack(tx: Tx, reach: Reach, { entity, before, version }: Touched): Promise<unknown> {
  switch (entity) {
    case 'unit':
      return units.save(tx, { ...Unit.parse(before), version });
    case 'project':
      return projects.save(tx, reach, { ...Project.parse(before), version });
    case 'yearPlan':
      return projects.saveYearPlan(tx, { ...YearPlan.parse(before), version });
    case 'step':
      return approvals.save(tx, reach, { ...ApprovalStep.parse(before), version });
    case 'return':
      return returns.save(tx, reach, { ...WeeklyReturn.parse(before), version });
  }
}

function refuseFor(batch: imports.Batch, changed: readonly Touched[]): void {
  if (changed.length === 0) return;
  const names = new Map(batch.reading.rows.map((row) => [`${row.sheet}|${row.row}`, row.name]));
  const rows = new Map<string, ChangedRow>();
  for (const { sheet, row } of changed) rows.set(`${sheet}|${row}`, { sheet, row, name: names.get(`${sheet}|${row}`) ?? null });
  refuse({ reason: 'import-changed-since', count: rows.size, rows: [...rows.values()].slice(0, NAMED) });
}
