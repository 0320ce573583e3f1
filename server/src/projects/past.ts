import { z } from 'zod';
import { addDays, Day, dayOf, instantAt } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { PastMove } from '#shared/projects/past.ts';
import { PlanBaseline, Project, YearPlan } from '#shared/projects/schema.ts';
import { tenuresOf } from '#shared/projects/tenures.ts';
import type { Reader } from '../db/tables.ts';
import * as events from '../events/store.ts';

const Recorded = z.object({ unitId: Project.shape.unitId });
const StandingSet = z.object({ standing: Project.shape.standing, on: Day, reason: z.string() });

/** A stage that a project was moved to: when, and what was said to it. */
const StageMoved = z.object({
  stage: Project.shape.stage,
  /** Records of before 2026-11 do not say the day apart from the time of writing. */
  on: Day.nullish(),
  reason: z.string().nullish(),
  evidenceNote: z.string().nullish(),
});
const Staged = StageMoved.pick({ stage: true });

const Planned = z.object({ annual: YearPlan.shape.annual, baseline: PlanBaseline.nullable().default(null), reason: z.string().nullish() });

/** How a year's plan was changed after it was approved, oldest first, each time with why. */
export async function planChangesOf(db: Reader, planId: Id<'yearPlan'>) {
  const recorded = await events.ofRecord(db, 'yearPlan', planId);
  return recorded.flatMap(({ seq, at, actorName, action, before, after }) => {
    const from = Planned.safeParse(JSON.parse(before ?? 'null'));
    const to = Planned.safeParse(JSON.parse(after ?? 'null'));
    if (action !== 'yearPlan.set' || !from.data?.baseline || !to.success) return [];
    return [{ seq, on: dayOf(at), by: actorName, from: from.data.annual, to: to.data.annual, reason: to.data.reason ?? '' }];
  });
}

/** What only the log knows of a project: which unit had it when, and why it stands as it does. */
export async function pastOf(db: Reader, id: Id<'project'>) {
  const recorded = await events.ofRecord(db, 'project', id);
  const tenures = tenuresOf(
    recorded.flatMap(({ at, after }) => {
      const read = Recorded.safeParse(JSON.parse(after ?? 'null'));
      return read.success ? [{ on: dayOf(at), unitId: read.data.unitId }] : [];
    }),
  );
  const stages = recorded.flatMap(({ seq, at, actorName, action, before, after }) => {
    const from = Staged.safeParse(JSON.parse(before ?? 'null'));
    const to = StageMoved.safeParse(JSON.parse(after ?? 'null'));
    if (action !== 'project.stageMoved' || !from.success || !to.success) return [];
    const { stage, on, reason = null, evidenceNote = null } = to.data;
    return [{ seq, from: from.data.stage, to: stage, on: on ?? dayOf(at), by: actorName, reason, evidenceNote }];
  });
  const last = recorded.findLast((event) => event.action === 'project.standingSet');
  const set = StandingSet.safeParse(JSON.parse(last?.after ?? 'null'));
  return {
    tenures,
    /** How it came to its stage, oldest first. */
    stages,
    /** Null while it was never taken out of the running. */
    standing: last && set.success ? { ...set.data, by: last.actorName } : null,
  };
}

const Stood = z.object({ stage: Project.shape.stage, standing: Project.shape.standing, on: Day.nullish() });

/** What the log recorded of a district's projects after a day, oldest first: entered, moved, suspended, put right. */
export async function movesAfter(db: Reader, districtId: Id<'unit'>, asOf: Day): Promise<(PastMove & { projectId: Id<'project'> })[]> {
  const rows = await db
    .selectFrom('event')
    .innerJoin('project', 'project.id', 'event.entityId')
    .select(['event.at', 'event.before', 'event.after', 'project.id as projectId'])
    .where('event.entity', '=', 'project')
    .where('event.at', '>=', instantAt(addDays(asOf, 1), '00:00'))
    .where('event.action', 'in', ['project.created', 'project.updated', 'project.stageMoved', 'project.standingSet'])
    .where('project.districtId', '=', districtId)
    .orderBy('event.seq')
    .execute();
  return rows.flatMap(({ projectId, at, before, after }) => {
    const from = Stood.safeParse(JSON.parse(before ?? 'null'));
    const to = Stood.safeParse(JSON.parse(after ?? 'null'));
    return to.success ? [{ projectId, on: to.data.on ?? dayOf(at), from: from.data ?? null, to: to.data }] : [];
  });
}

/** The day on which a district's list was begun; null where the log does not tell. */
export async function listBegunOn(db: Reader, districtId: Id<'unit'>): Promise<Day | null> {
  const row = await db
    .selectFrom('project')
    .innerJoin('event', (join) => join.onRef('event.entityId', '=', 'project.id').on('event.entity', '=', 'project'))
    .select('event.at')
    .where('project.districtId', '=', districtId)
    .where('event.action', '=', 'project.created')
    .orderBy('project.key')
    .limit(1)
    .executeTakeFirst();
  return row ? dayOf(row.at) : null;
}
