import { z } from 'zod';
import { Day, dayOf } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
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
