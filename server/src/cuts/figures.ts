import { type ClockedStep, standing } from '#shared/approvals/clock.ts';
import type { WorkCalendar } from '#shared/calendar/workdays.ts';
import type { NextStep, ProjectFigures } from '#shared/cuts/figures.ts';
import { accountDay } from '#shared/cycle/periods.ts';
import { plannedToDate } from '#shared/figures/plan.ts';
import { addWeeks, type Day, firstWeekOf, lastDayOfMonth, monthOf, weekOf, yearOf } from '#shared/kit/calendar.ts';
import { groupBy, keyBy } from '#shared/kit/collections.ts';
import type { Id } from '#shared/kit/ids.ts';
import { type Money, sum, zero } from '#shared/kit/money.ts';
import { evaluate } from '#shared/lamps/evaluate.ts';
import type { RuleSet } from '#shared/lamps/schema.ts';
import type { YearPlan } from '#shared/projects/schema.ts';
import { needsRegistration } from '#shared/registrations/rules.ts';
import * as approvals from '../approvals/store.ts';
import * as calendars from '../calendar/store.ts';
import type { Reader } from '../db/tables.ts';
import * as lamps from '../lamps/store.ts';
import { yearPlans } from '../projects/store.ts';
import type { Reach } from '../trpc.ts';

export type FigureQuery = {
  districtId: Id<'unit'>;
  asOf: Day;
  /** Only what exists for the asker; without it the whole district. */
  reach?: Reach;
  /** Only these projects. */
  projectIds?: Id<'project'>[];
  /** Rates by this rule set instead of the district's own. */
  ruleSet?: RuleSet;
};

/**
 * The figures of a district's active projects as of a day: what cards, cuts, screen and bulletin say. A fixed number
 * of queries whatever the number of projects.
 */
export async function loadFigures(db: Reader, query: FigureQuery): Promise<ProjectFigures[]> {
  const { districtId } = query;
  if (query.projectIds?.length === 0) return [];
  const asOf = accountDay(query.asOf);
  const projects = await projectRows(db, query);
  if (projects.length === 0) return [];
  const only = namedOf(query, projects);
  const ruleSet = query.ruleSet ?? (await lamps.ruleSetOf(db, districtId));
  const calendar = await calendars.load(db);
  const plans = keyBy(await yearPlans(db, districtId, yearOf(asOf), only), (plan) => plan.projectId);
  const returns = keyBy(await countingReturns(db, districtId, asOf, only), (row) => row.projectId);
  const confirmed = await confirmedFigures(db, districtId, asOf, only);
  const problems = keyBy(await openProblems(db, districtId, only), (row) => row.projectId);
  const registrations = keyBy(await registrationRows(db, districtId, only), (row) => row.projectId);
  const open = groupBy(await approvals.openAsOf(db, districtId, asOf, only), (step) => step.projectId);
  const settled = await approvals.countSettled(db, districtId, asOf, only);
  const overrides = keyBy(await lamps.overrides(db, districtId, monthOf(asOf), only), (row) => row.projectId);
  const agencies = new Map((await db.selectFrom('unit').select(['id', 'shortName']).execute()).map((unit) => [unit.id, unit.shortName]));

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
    const rated = evaluate(ruleSet, {
      asOf,
      stage: project.stage,
      standing: project.standing,
      yearClass,
      yearPlan: money.yearPlan,
      plannedToDate: money.plannedToDate,
      doneThisYear: money.doneThisYear,
      plannedStart: project.plannedStart,
      actualStart: project.actualStart,
      needsRegistration: isNeeded,
      registeredOn: isRegistered ? registeredOn : null,
      payment: null,
      overdueSteps: own.unsettled + done + exempt > 0 ? own.overdue : null,
      exemptions: [],
    });
    const override = overrides.get(projectId);
    return {
      projectId,
      key: project.key,
      code: project.code,
      name: project.name,
      unitId: project.unitId,
      unitName: project.unitName,
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
      lamp: override?.lamp ?? rated.lamp,
      ruleLamp: rated.lamp,
      reasons: rated.reasons,
      override: override ? { lamp: override.lamp, reason: override.reason, byName: override.byName } : null,
    };
  });
}

/** A statement takes some thousands of ids, and asking by them pays only where they are few. */
const MOST_NAMED = 1000;

/** The projects to ask the other tables for by name; null asks for the whole district. */
function namedOf({ projectIds, reach }: FigureQuery, projects: readonly { projectId: Id<'project'> }[]): Id<'project'>[] | null {
  const isPart = projectIds !== undefined || (reach?.unitIds ?? null) !== null;
  return isPart && projects.length <= MOST_NAMED ? projects.map(({ projectId }) => projectId) : null;
}

function projectRows(db: Reader, { districtId, reach, projectIds }: FigureQuery) {
  let rows = db
    .selectFrom('project')
    .innerJoin('unit', 'unit.id', 'project.unitId')
    .select([
      'project.id as projectId',
      'project.key',
      'project.code',
      'project.name',
      'project.unitId',
      'unit.shortName as unitName',
      'project.leaderName',
      'project.kind',
      'project.level',
      'project.track',
      'project.yearClass',
      'project.category',
      'project.stage',
      'project.standing',
      'project.totalInvestment',
      'project.plannedStart',
      'project.plannedFinish',
      'project.actualStart',
      'project.actualFinish',
    ])
    .where('project.districtId', '=', districtId)
    .where('project.standing', '=', 'active')
    .where('project.mergedIntoId', 'is', null)
    .orderBy('project.key');
  if (reach?.unitIds) rows = rows.where('project.unitId', 'in', reach.unitIds);
  if (projectIds) rows = rows.where('project.id', 'in', projectIds);
  return rows.execute();
}

/** The latest return of the day's year that counts: submitted or accepted, up to the day's week. */
function countingReturns(db: Reader, districtId: Id<'unit'>, asOf: Day, only: Id<'project'>[] | null) {
  const year = yearOf(asOf);
  // The last days of December may lie in the new year's first week, whose returns begin again at zero.
  const last = yearOf(weekOf(asOf)) === year ? weekOf(asOf) : addWeeks(weekOf(asOf), -1);
  let query = db
    .selectFrom('project')
    .innerJoin('weekly_return', (join) =>
      join.onRef('weekly_return.projectId', '=', 'project.id').on('weekly_return.week', '=', (built) =>
        built
          .selectFrom('weekly_return as latest')
          .select((inner) => inner.fn.max('latest.week').as('week'))
          .whereRef('latest.projectId', '=', 'project.id')
          .where('latest.state', '!=', 'sent-back')
          .where('latest.week', '<=', last)
          .where('latest.week', '>=', firstWeekOf(year)),
      ),
    )
    .select([
      'weekly_return.projectId',
      'weekly_return.week',
      'weekly_return.doneThisWeek',
      'weekly_return.doneThisYear',
      'weekly_return.progress',
      'weekly_return.request',
    ])
    .where('project.districtId', '=', districtId);
  if (only) query = query.where('project.id', 'in', only);
  return query.execute();
}

/** What each project has done this year as of a day, where a return of the year says so. */
export async function doneAsOf(db: Reader, districtId: Id<'unit'>, asOf: Day): Promise<Map<Id<'project'>, Money>> {
  const counted = await countingReturns(db, districtId, asOf, null);
  const confirmed = await confirmedFigures(db, districtId, asOf, null);
  return new Map([...counted.map((row): [Id<'project'>, Money] => [row.projectId, row.doneThisYear]), ...confirmed]);
}

/** On a month's last day the figure is the one that the unit confirmed for it, in the return of the week that holds it. */
async function confirmedFigures(
  db: Reader,
  districtId: Id<'unit'>,
  asOf: Day,
  only: Id<'project'>[] | null,
): Promise<Map<Id<'project'>, Money>> {
  if (asOf !== lastDayOfMonth(monthOf(asOf))) return new Map();
  let query = db
    .selectFrom('weekly_return')
    .select(['projectId', 'doneAtMonthEnd'])
    .where('districtId', '=', districtId)
    .where('week', '=', weekOf(asOf))
    .where('state', '!=', 'sent-back');
  if (only) query = query.where('projectId', 'in', only);
  const rows = await query.execute();
  return new Map(rows.flatMap((row) => (row.doneAtMonthEnd === null ? [] : [[row.projectId, row.doneAtMonthEnd]])));
}

function moneyOf(plan: YearPlan | null, doneThisYear: Money, asOf: Day) {
  return {
    yearPlan: plan?.annual ?? null,
    plannedToDate: plan ? plannedToDate(plan, asOf) : null,
    doneThisYear,
    doneSinceStart: sum([plan?.doneBeforeYear ?? zero, doneThisYear]),
  };
}

function openProblems(db: Reader, districtId: Id<'unit'>, only: Id<'project'>[] | null) {
  let query = db
    .selectFrom('problem')
    .innerJoin('project', 'project.id', 'problem.projectId')
    .select((built) => ['problem.projectId', built.fn.countAll<number>().as('count')])
    .where('project.districtId', '=', districtId)
    .where('problem.state', 'in', ['raised', 'assigned'])
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

type OpenStep = ClockedStep & { name: string; agencyUnitId: Id<'unit'> | null };

/** The steps that run late, and the one to name on a card: the latest of those, else the next to fall due. */
function stepsAsOf(steps: OpenStep[], asOf: Day, calendar: WorkCalendar, agencies: Map<Id<'unit'>, string>) {
  const open = steps
    .map((step) => ({ step, clock: standing(step, asOf, calendar) }))
    .sort((a, b) => b.clock.overdueWorkdays - a.clock.overdueWorkdays || compareDue(a.clock.dueOn, b.clock.dueOn));
  const first = open[0];
  const next: NextStep | null = first
    ? { name: first.step.name, dueOn: first.clock.dueOn, overdueDays: first.clock.overdueWorkdays }
    : null;
  const overdue = open.flatMap(({ step, clock }) => {
    const agency = step.agencyUnitId ? (agencies.get(step.agencyUnitId) ?? null) : null;
    const { dueOn, overdueWorkdays } = clock;
    return dueOn && overdueWorkdays > 0 ? [{ name: step.name, agency, overdueWorkdays, dueOn }] : [];
  });
  return { next, overdue, unsettled: steps.length };
}

function compareDue(a: Day | null, b: Day | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null || a < b ? -1 : 1;
}
