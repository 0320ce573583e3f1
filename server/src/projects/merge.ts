import { type Refusal, refuse } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import { conflictsOf, type MergeProjects, mergePlan, whyNotMerge } from '#shared/projects/merge.ts';
import type { Project } from '#shared/projects/schema.ts';
import type { Reader, Tx } from '../db/tables.ts';
import * as events from '../events/store.ts';
import type { Reach } from '../trpc.ts';
import * as merges from './merge-store.ts';
import * as projects from './store.ts';

/** What would become of two records: what moves without a question, and what has to be chosen between. */
export async function previewMerge(db: Reader, reach: Reach, ids: { kept: Id<'project'>; other: Id<'project'> }) {
  const kept = await projects.load(db, reach, ids.kept);
  const other = await projects.load(db, reach, ids.other);
  const rows = await merges.rowsOf(db, reach.districtId, [kept.id, other.id]);
  const conflicts = conflictsOf(rows, kept.id);
  const chosen = conflicts.filter((conflict) => conflict.isOpen).map(({ kind, period }) => ({ kind, period, side: 'kept' as const }));
  // Whatever is chosen, these stand in the way.
  const refusal: Refusal | null = whyNotMerge(kept, other, conflicts, chosen);
  const contested = new Set(conflicts.map(({ other: row }) => row.id));
  const free = rows.filter((row) => row.projectId === other.id && !contested.has(row.id));
  return { kept, other, conflicts, refusal, moving: { ...(await merges.countManifold(db, other.id)), periods: free.length } };
}

/** Makes two records of one project one, in one change with one event. */
export async function mergeProjects(tx: Tx, witness: events.Witness, reach: Reach, input: MergeProjects): Promise<Project> {
  const kept = await projects.load(tx, reach, input.kept.id);
  const other = await projects.load(tx, reach, input.other.id);
  const rows = await merges.rowsOf(tx, reach.districtId, [kept.id, other.id]);
  const conflicts = conflictsOf(rows, kept.id);
  refuse(whyNotMerge(kept, other, conflicts, input.choices));
  const plan = mergePlan(rows, kept.id, conflicts, input.choices);
  const counts = await merges.countManifold(tx, other.id);
  const after = await projects.save(tx, reach, { ...kept, version: input.kept.version });
  const replaced = await merges.carryOut(tx, kept.id, other.id, plan);
  await merges.markMerged(tx, input.other, kept.id);
  const { reason, choices } = input;
  await events.append(tx, witness, {
    action: 'project.merged',
    id: other.id,
    projectId: kept.id,
    before: { kept, other },
    after: {
      name: other.name,
      code: other.code,
      into: kept.id,
      reason,
      choices,
      moved: { ...counts, periods: plan.moved.length },
      replaced,
    },
  });
  return after;
}
