import { standing, validity } from '#shared/approvals/clock.ts';
import { type Assumption, planOf } from '#shared/approvals/plan.ts';
import { dayOf, type Instant } from '#shared/kit/calendar.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { Project } from '#shared/projects/schema.ts';
import * as calendars from '../calendar/store.ts';
import type { Reader } from '../db/tables.ts';
import * as units from '../units/store.ts';
import * as approvals from './store.ts';
import * as templates from './template-store.ts';

type Assumed = Assumption<Id<'approvalStep'>>;

/** A project's steps as a plan from today, and beside it what the plan would be if a step were decided or tolerated on a day. */
export async function gatherPlan(ctx: { db: Reader; now: Instant }, project: Project, assumed: Assumed | null) {
  const { db } = ctx;
  const today = dayOf(ctx.now);
  const calendar = await calendars.load(db);
  const steps = await approvals.list(db, project.districtId, [project.id]);
  if (assumed && !steps.some(({ id }) => id === assumed.id)) throw new DomainError('NOT_FOUND', { entity: 'step' });
  const nameOf = new Map((await units.list(db, project.districtId)).map((unit) => [unit.id, unit.shortName]));
  const made = [...new Set(steps.flatMap(({ templateId }) => templateId ?? []))];
  return {
    today,
    plannedStart: project.plannedStart,
    actualStart: project.actualStart,
    plannedFinish: project.plannedFinish,
    steps: steps.map((step) => ({
      ...step,
      agencyName: step.agencyUnitId ? (nameOf.get(step.agencyUnitId) ?? null) : null,
      clock: standing(step, today, calendar),
      validity: validity(step, today, calendar),
    })),
    plan: planOf(steps, today, calendar),
    whatIf: assumed && { assumed, plan: planOf(steps, today, calendar, assumed) },
    templates: await templates.editionsNamed(db, made),
    /** The days that are not what their weekday says, for the chart's shading. */
    exceptions: [...calendar.exceptions.values()],
  };
}
