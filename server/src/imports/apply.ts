import { createHash } from 'node:crypto';
import { type ImportPlan, type PlannedRow, planImport } from '#shared/imports/match.ts';
import type { RowPlace } from '#shared/imports/schema.ts';
import type { Target } from '#shared/imports/targets.ts';
import { dayOf } from '#shared/kit/calendar.ts';
import { DomainError, refuse } from '#shared/kit/errors.ts';
import type { Id, IdKind } from '#shared/kit/ids.ts';
import type { Tx } from '../db/tables.ts';
import * as events from '../events/store.ts';
import type { Reach } from '../trpc.ts';
import * as imports from './store.ts';
import { writeProjects } from './write-projects.ts';
import * as writes from './writes.ts';

/** Who applies, when, and where new ids come from. */
export type Applier = events.Witness & { newId: <Kind extends IdKind>(kind: Kind) => Id<Kind> };

/** An application under way; `log` appends an event and notes the row that it came from, for undoing. */
export type Writing = {
  tx: Tx;
  applier: Applier;
  reach: Reach;
  log: (place: RowPlace, happening: events.Happening) => Promise<void>;
};

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
  const written: Parameters<typeof writes.insert>[1][number][] = [];
  const log = async ({ sheet, row }: RowPlace, happening: events.Happening): Promise<void> => {
    written.push({ batchId: batch.id, seq: await events.append(tx, applier, happening), sheet, row });
  };
  const units = await writeProjects({ tx, applier, reach, log }, records, plan.year, chosen);
  await writes.insert(tx, written);
  const counts: Applied = {
    created: chosen.filter(({ verdict }) => verdict === 'new').length,
    changed: chosen.filter(({ verdict }) => verdict === 'changed').length,
    unchanged: chosen.filter(({ verdict }) => verdict === 'unchanged').length,
    leftOut: plan.rows.length - chosen.length,
    units,
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

type Chosen = PlannedRow & { target: Target };

function choose(plan: ImportPlan, only: readonly RowPlace[] | null): Chosen[] {
  const place = ({ sheet, row }: RowPlace) => `${sheet}|${row}`;
  const usable = plan.rows.flatMap((row): Chosen[] => (row.target ? [{ ...row, target: row.target }] : []));
  if (only === null) return usable;
  const wanted = new Set(only.map(place));
  const chosen = usable.filter((row) => wanted.has(place(row)));
  refuse(chosen.length < wanted.size ? { reason: 'import-row-unusable' } : null);
  return chosen;
}
