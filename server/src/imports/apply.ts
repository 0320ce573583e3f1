import { createHash } from 'node:crypto';
import { planImport } from '#shared/imports/plan.ts';
import type { ImportPlan } from '#shared/imports/planned.ts';
import type { RowPlace } from '#shared/imports/schema.ts';
import { dayOf } from '#shared/kit/calendar.ts';
import { assertNever, DomainError, refuse } from '#shared/kit/errors.ts';
import type { Tx } from '../db/tables.ts';
import * as events from '../events/store.ts';
import type { Reach } from '../trpc.ts';
import { breathe } from './breathe.ts';
import { type Gathered, gather } from './compare.ts';
import * as imports from './store.ts';
import { writePlans } from './write-plans.ts';
import { writeProjects } from './write-projects.ts';
import { writeReturns } from './write-returns.ts';
import { writeSteps } from './write-steps.ts';
import * as writes from './write-store.ts';
import type { Applier, Chosen, Writing } from './writing.ts';

export type Applied = { created: number; changed: number; unchanged: number; leftOut: number; units: number };

/** Names what a plan says, so that what a person confirmed is what is done. */
export function basisOf(plan: ImportPlan): string {
  return createHash('sha256').update(JSON.stringify(plan)).digest('hex');
}

/**
 * Applies a reading: every record with its event, and the batch with its counts. The comparison is made again here,
 * inside the change; where it differs from the one that was confirmed, nothing is applied.
 */
export async function applyBatch(
  tx: Tx,
  applier: Applier,
  reach: Reach,
  batch: imports.Batch,
  { basis, only }: { basis: string | null; only: readonly RowPlace[] | null },
): Promise<Applied> {
  const asOf = dayOf(applier.now);
  const gathered = await gather(tx, { reach, now: applier.now }, batch.reading);
  const plan = planImport(gathered, asOf);
  if (basis !== null && basis !== basisOf(plan)) throw new DomainError('CONFLICT', { entity: 'import' });
  const chosen = choose(plan, only);
  const written: Parameters<typeof writes.insert>[1][number][] = [];
  const log = async ({ sheet, row }: RowPlace, happening: events.Happening): Promise<void> => {
    written.push({ batchId: batch.id, seq: await events.append(tx, applier, happening), sheet, row });
    await breathe(written.length);
  };
  const units = await writeRows({ tx, applier, reach, source: batch.fileName, log }, gathered, plan.year, chosen);
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

/** Writes the rows that change something; answers how many units were made for them. */
async function writeRows(writing: Writing, gathered: Gathered, year: number, rows: readonly Chosen[]): Promise<number> {
  const changing = rows.filter(({ verdict }) => verdict !== 'unchanged');
  switch (gathered.of) {
    case 'projects':
      return writeProjects(writing, gathered.known, year, changing);
    case 'returns':
      await writeReturns(writing, gathered.known, changing);
      return 0;
    case 'steps':
      await writeSteps(writing, gathered.known, changing);
      return 0;
    case 'plans':
      await writePlans(writing, changing);
      return 0;
    default:
      return assertNever(gathered);
  }
}

function choose(plan: ImportPlan, only: readonly RowPlace[] | null): Chosen[] {
  const place = ({ sheet, row }: RowPlace) => `${sheet}|${row}`;
  const usable = plan.rows.flatMap((row): Chosen[] => (row.write ? [{ ...row, write: row.write }] : []));
  if (only === null) return usable;
  const wanted = new Set(only.map(place));
  const chosen = usable.filter((row) => wanted.has(place(row)));
  refuse(chosen.length < wanted.size ? { reason: 'import-row-unusable' } : null);
  return chosen;
}
