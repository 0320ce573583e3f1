import type { Role } from '#shared/accounts/schema.ts';
import { standing } from '#shared/approvals/clock.ts';
import { addMonths, dayOf, type Instant, monthOf, yearOf } from '#shared/kit/calendar.ts';
import { groupBy } from '#shared/kit/collections.ts';
import { problemClock } from '#shared/problems/clock.ts';
import { partIn } from '#shared/problems/flow.ts';
import { gateFacts } from '#shared/projects/gate.ts';
import type { Project } from '#shared/projects/schema.ts';
import { phoneFor } from '#shared/projects/task-force.ts';
import { registrationDue } from '#shared/registrations/papers.ts';
import * as approvals from '../approvals/store.ts';
import * as attachments from '../attachments/store.ts';
import * as calendars from '../calendar/store.ts';
import { loadFigures } from '../cuts/figures.ts';
import * as cuts from '../cuts/store.ts';
import type { Reader } from '../db/tables.ts';
import * as flags from '../flags/store.ts';
import * as limits from '../limits/store.ts';
import * as decisions from '../meetings/decision-store.ts';
import * as answers from '../problems/answer-store.ts';
import * as problems from '../problems/store.ts';
import * as registrations from '../registrations/store.ts';
import * as remarks from '../remarks/store.ts';
import * as returns from '../returns/store.ts';
import * as signoffs from '../signoffs/store.ts';
import type { Reach } from '../trpc.ts';
import * as units from '../units/store.ts';
import * as visits from '../visits/store.ts';
import * as merges from './merge-store.ts';
import { pastOf, planChangesOf } from './past.ts';
import * as projects from './store.ts';
import * as taskForces from './task-force-store.ts';

const RETURNS_SHOWN = 60;
const MONTHS_SHOWN = 12;

/** Gathers a project's page in a fixed number of queries, whatever there is to show. */
export async function gatherPage(ctx: { db: Reader; now: Instant; actor: { role: Role }; reach: Reach }, project: Project) {
  const { db } = ctx;
  const { id, districtId } = project;
  const today = dayOf(ctx.now);
  const [yearPlan = null] = await projects.yearPlans(db, districtId, yearOf(today), [id]);
  const [figures = null] = await loadFigures(db, { districtId, asOf: today, projectIds: [id], isAnyStanding: true });
  const all = await units.list(db, districtId);
  const nameOf = new Map(all.map((unit) => [unit.id, unit.shortName]));
  const calendar = await calendars.load(db);
  const steps = await approvals.list(db, districtId, [id]);
  const visited = await visits.ofProject(db, id);
  const asked = await signoffs.ofProject(db, id);
  const isRated = ctx.actor.role === 'officer';
  const held = await problems.ofProject(db, id);
  const heldIds = held.map((problem) => problem.id);
  const answered = groupBy(await answers.ofProblems(db, heldIds), (answer) => answer.problemId);
  const { problemDays, registrationMonths } = await limits.load(db, districtId);
  const registration = await registrations.find(db, id);
  const force = await taskForces.find(db, id);
  const past = await pastOf(db, id);
  return {
    project,
    unitName: nameOf.get(project.unitId) ?? '',
    yearPlan,
    planChanges: yearPlan ? await planChangesOf(db, yearPlan.id) : [],
    standing: past.standing,
    stages: past.stages,
    tenures: past.tenures.map((tenure) => ({ ...tenure, unitName: nameOf.get(tenure.unitId) ?? '' })),
    /** Null for a record that became part of another. */
    figures,
    taskForce: force && { ...force, members: force.members.map((one) => ({ ...one, phone: phoneFor(ctx.actor.role, one.phone) })) },
    /** The records that became part of this one. */
    parts: await merges.mergedInto(db, id),
    attachments: await attachments.ofProject(db, id),
    registration,
    /** By when it has to be in the statistics bureau's base; null where it need not be. */
    registrationDue: registrationDue(project, registration?.registeredOn ?? null, { months: registrationMonths, calendar, asOf: today }),
    /** Within how many months of its start. */
    registrationMonths,
    returns: await returns.ofProject(db, id, RETURNS_SHOWN),
    steps: steps.map((step) => ({
      ...step,
      agencyName: step.agencyUnitId ? (nameOf.get(step.agencyUnitId) ?? null) : null,
      clock: standing(step, today, calendar),
    })),
    visits: visited,
    signoffs: asked,
    /** What the stages' gates read besides the project itself. */
    gate: gateFacts(project, steps, asked, visited),
    problems: held.map((problem) => ({
      ...problem,
      ownerName: problem.ownerUnitId ? (nameOf.get(problem.ownerUnitId) ?? null) : null,
      /** What the asker's units have to do with it. */
      part: ctx.reach.unitIds && partIn({ ...problem, projectUnitId: project.unitId }, ctx.reach.unitIds),
      helperNames: problem.helperUnitIds.flatMap((unitId) => nameOf.get(unitId) ?? []),
      clock: problemClock(problem, problemDays, calendar, today),
      answers: answered.get(problem.id) ?? [],
    })),
    decisions: (await decisions.named(db, districtId, today, { projectId: id, calendar })).reverse(),
    remarks: await remarks.ofProject(db, id),
    lamps: await cuts.lampsOf(db, id, addMonths(monthOf(today), -MONTHS_SHOWN)),
    // Those who are rated see a flag when it is announced, and not before.
    flags: (await flags.ofProject(db, id)).filter((flag) => !isRated || flag.state === 'announced'),
  };
}
