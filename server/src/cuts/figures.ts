import type { ProjectFigures } from '#shared/cuts/figures.ts';
import { accountDay } from '#shared/cycle/periods.ts';
import { plannedToDate } from '#shared/figures/plan.ts';
import { type Day, monthOf, weekOf, yearOf } from '#shared/kit/calendar.ts';
import { groupBy, keyBy } from '#shared/kit/collections.ts';
import type { Id } from '#shared/kit/ids.ts';
import { type Money, sum, zero } from '#shared/kit/money.ts';
import { cohortOf, needsCohort } from '#shared/lamps/cohort.ts';
import { evaluate, ratedDay } from '#shared/lamps/evaluate.ts';
import type { LampInput } from '#shared/lamps/input.ts';
import type { RuleSet } from '#shared/lamps/schema.ts';
import type { YearPlan } from '#shared/projects/schema.ts';
import { needsRegistration } from '#shared/registrations/rules.ts';
import * as approvals from '../approvals/store.ts';
import * as calendars from '../calendar/store.ts';
import type { Reader } from '../db/tables.ts';
import { lampFacts } from '../lamps/facts.ts';
import * as lamps from '../lamps/store.ts';
import { yearPlans } from '../projects/store.ts';
import { confirmedFigures, countingReturns } from './done.ts';
import { type FigureQuery, knownFor, listedProjects, namedOf } from './listed.ts';
import { stepsAsOf } from './steps.ts';
import type { Rated } from './store.ts';

/** The figures of a district's active projects as of a day: what cards, cuts, screen and bulletin say. */
export async function loadFigures(db: Reader, query: FigureQuery): Promise<ProjectFigures[]> {
  return (await loadRated(db, query)).map(({ figures }) => figures);
}

/**
 * The figures with all that their lamps were worked out from. A fixed number of queries whatever the number of projects.
 */
export async function loadRated(db: Reader, query: FigureQuery): Promise<Rated[]> {
  if (query.projectIds?.length === 0) return [];
  const ruleSet = query.ruleSet ?? (await lamps.ruleSetOf(db, query.districtId));
  const own = { ...query, ruleSet };
  if (needsCohort(ruleSet) && (query.projectIds || query.reach?.unitIds)) {
    // A place among all needs all of them.
    const { projectIds: _ids, reach: _reach, ...everybody } = own;
    const asked = new Set((await listedProjects(db, query, query.asOf, null)).map(({ projectId }) => projectId));
    return (await loadRated(db, everybody)).filter(({ figures }) => asked.has(figures.projectId));
  }
  const asOf = accountDay(query.asOf);
  const rows = await rowsAsOf(db, own, asOf);
  const day = ratedDay(ruleSet, asOf);
  // Where the rules go by an earlier day of the month, the lamp is that day's and the figures are still today's.
  const judged = day === asOf ? rows : await rowsAsOf(db, own, day);
  const cohort = cohortOf(
    ruleSet,
    judged.map(({ input }) => input),
  );
  const inputs = new Map(judged.map(({ figures, input }) => [figures.projectId, input]));
  return rows.map(({ figures, input: now }) => {
    const input = inputs.get(figures.projectId) ?? now;
    const rated = evaluate(ruleSet, input, cohort);
    figures.lamp = figures.override?.lamp ?? rated.lamp;
    figures.ruleLamp = rated.lamp;
    figures.reasons = rated.reasons;
    return { figures, input, memory: rated.memory };
  });
}

/** Figures and lamp inputs as of a day; the lamps themselves are still to be worked out. */
async function rowsAsOf(
  db: Reader,
  query: FigureQuery & { ruleSet: RuleSet },
  asOf: Day,
): Promise<{ figures: ProjectFigures; input: LampInput }[]> {
  const { districtId, ruleSet } = query;
  const known = await knownFor(db, query, asOf);
  const projects = await listedProjects(db, query, asOf, known);
  if (projects.length === 0) return [];
  const only = namedOf(query, projects);
  const calendar = await calendars.load(db);
  const plans = keyBy(await yearPlans(db, districtId, yearOf(asOf), only), (plan) => plan.projectId);
  const returns = keyBy(await countingReturns(db, districtId, asOf, only), (row) => row.projectId);
  const confirmed = await confirmedFigures(db, districtId, asOf, only);
  const problems = keyBy(await openProblems(db, query, only), (row) => row.projectId);
  const registrations = keyBy(await registrationRows(db, districtId, only), (row) => row.projectId);
  const steps = { districtId, asOf, known, only };
  const open = groupBy(await approvals.openAsOf(db, steps), (step) => step.projectId);
  const settled = await approvals.countSettled(db, steps);
  const overrides = keyBy(await lamps.overrides(db, districtId, monthOf(asOf), only), (row) => row.projectId);
  const agencies = new Map((await db.selectFrom('unit').select(['id', 'shortName']).execute()).map((unit) => [unit.id, unit.shortName]));

  const factsOf = await lampFacts(db, { districtId, asOf, only, ruleSets: [ruleSet, ...(query.otherRuleSets ?? [])] });
  const week = weekOf(asOf);

  return projects.map((project) => {
    const { projectId } = project;
    const plan = plans.get(projectId) ?? null;
    // A year's list keeps its own class: the next one may be made up before it begins.
    const yearClass = plan?.yearClass ?? project.yearClass;
    const counted = returns.get(projectId);
    const own = stepsAsOf(open.get(projectId) ?? [], asOf, calendar, agencies);
    const { done, exempt } = settled.get(projectId) ?? { done: 0, exempt: 0 };
    const registeredOn = registrations.get(projectId)?.registeredOn ?? null;
    const money = moneyOf(plan, confirmed.get(projectId) ?? counted?.doneThisYear ?? zero, asOf);
    const isRegistered = registeredOn !== null && registeredOn <= asOf;
    const isNeeded = needsRegistration(project);
    // Field by field, here and below: spreading rows this wide costs more than all the reading and rating of them.
    const facts = factsOf(projectId, money);
    const input: LampInput = {
      asOf,
      kind: project.kind,
      level: project.level,
      track: project.track,
      unitKind: null,
      stage: project.stage,
      standing: project.standing,
      yearClass,
      yearPlan: money.yearPlan,
      plannedToDate: money.plannedToDate,
      doneThisYear: money.doneThisYear,
      verified: facts.verified,
      plannedStart: project.plannedStart,
      actualStart: project.actualStart,
      plannedFinish: project.plannedFinish,
      actualFinish: project.actualFinish,
      needsRegistration: isNeeded,
      registeredOn: isRegistered ? registeredOn : null,
      overdueSteps: own.unsettled + done + exempt > 0 ? own.overdue : null,
      payment: facts.payment,
      exemptions: facts.exemptions,
      tasks: facts.tasks,
      doneLastYear: facts.doneLastYear,
      memory: facts.memory,
    };
    const override = overrides.get(projectId);
    const figures: ProjectFigures = {
      projectId,
      key: project.key,
      code: project.code,
      name: project.name,
      unitId: project.unitId,
      unitName: project.unitName,
      unitKind: project.unitKind,
      leaderName: project.leaderName,
      kind: project.kind,
      level: project.level,
      track: project.track,
      yearClass,
      category: project.category,
      stage: project.stage,
      standing: project.standing,
      totalInvestment: project.totalInvestment,
      plannedStart: project.plannedStart,
      plannedFinish: project.plannedFinish,
      actualStart: project.actualStart,
      actualFinish: project.actualFinish,
      yearPlan: money.yearPlan,
      plannedToDate: money.plannedToDate,
      doneThisYear: money.doneThisYear,
      doneSinceStart: money.doneSinceStart,
      isRegistered,
      needsRegistration: isNeeded,
      doneThisWeek: counted && counted.week === week ? counted.doneThisWeek : null,
      returnWeek: counted?.week ?? null,
      progress: counted?.progress ?? null,
      request: counted?.request ?? null,
      openProblems: Number(problems.get(projectId)?.count ?? 0),
      nextStep: own.next,
      stepsNeeded: own.unsettled + done,
      stepsDone: done,
      stepsOwed: own.owed,
      lamp: null,
      ruleLamp: null,
      reasons: [],
      override: override ? { lamp: override.lamp, reason: override.reason, byName: override.byName } : null,
    };
    return { figures, input };
  });
}

function moneyOf(plan: YearPlan | null, doneThisYear: Money, asOf: Day) {
  return {
    yearPlan: plan?.annual ?? null,
    plannedToDate: plan ? plannedToDate(plan, asOf) : null,
    doneThisYear,
    doneSinceStart: sum([plan?.doneBeforeYear ?? zero, doneThisYear]),
  };
}

/** What was raised by the day and not yet solved on it: a month taken again later counts no later month's problems. */
function openProblems(db: Reader, { districtId, asOf }: FigureQuery, only: Id<'project'>[] | null) {
  let query = db
    .selectFrom('problem')
    .innerJoin('project', 'project.id', 'problem.projectId')
    .select((built) => ['problem.projectId', built.fn.countAll<number>().as('count')])
    .where('project.districtId', '=', districtId)
    .where('problem.raisedOn', '<=', asOf)
    .where((where) => where.or([where('problem.solvedOn', 'is', null), where('problem.solvedOn', '>', asOf)]))
    .groupBy('problem.projectId');
  if (only) query = query.where('problem.projectId', 'in', only);
  return query.execute();
}

function registrationRows(db: Reader, districtId: Id<'unit'>, only: Id<'project'>[] | null) {
  let query = db
    .selectFrom('registration')
    .innerJoin('project', 'project.id', 'registration.projectId')
    .select(['registration.projectId', 'registration.registeredOn'])
    .where('project.districtId', '=', districtId);
  if (only) query = query.where('registration.projectId', 'in', only);
  return query.execute();
}
