import { standing } from '#shared/approvals/clock.ts';
import { monthEndIn } from '#shared/cycle/periods.ts';
import type { District } from '#shared/districts/schema.ts';
import { dayOf, type Instant, yearOf } from '#shared/kit/calendar.ts';
import { groupBy, keyBy } from '#shared/kit/collections.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import { zero } from '#shared/kit/money.ts';
import type { Project } from '#shared/projects/schema.ts';
import { type CheckFacts, isSilent } from '#shared/returns/checks.ts';
import { plannedFor } from '#shared/returns/planned.ts';
import type { SubmitReturn } from '#shared/returns/schema.ts';
import { byLateness, checkFactsOf, type ReturnLine, type ReturnSheet, type ReturnWeek } from '#shared/returns/sheet.ts';
import { isToAnswer } from '#shared/returns/ticks.ts';
import { asksForReturns, missedBefore, returnDays } from '#shared/returns/weeks.ts';
import * as approvals from '../approvals/store.ts';
import * as calendar from '../calendar/store.ts';
import { loadFigures } from '../cuts/figures.ts';
import * as cuts from '../cuts/store.ts';
import { cycleNow } from '../cycle/now.ts';
import type { Reader } from '../db/tables.ts';
import * as decisions from '../meetings/decision-store.ts';
import * as officers from '../officers/store.ts';
import { yearPlans } from '../projects/store.ts';
import type { Reach } from '../trpc.ts';
import * as returns from './store.ts';

type Asked = { district: District; reach: Reach; now: Instant };

/** The week in hand, or another one as it stands now. */
export async function weekInHand(
  db: Reader,
  { district, now }: Omit<Asked, 'reach'>,
  other: ReturnWeek['week'] | null = null,
): Promise<ReturnWeek> {
  const { week: openWeek } = await cycleNow(db, district, now);
  const week = other ?? openWeek;
  const workdays = await calendar.load(db);
  return {
    week,
    openWeek,
    today: dayOf(now),
    isCut: (await cuts.find(db, district.id, 'week', week)) !== null,
    isAsked: asksForReturns(workdays, week),
    monthEnd: monthEndIn(week),
    ...returnDays(week, district, workdays),
    dueTime: district.returnTime,
  };
}

/** The forms of the projects within reach, or of one of them, the latest first. A fixed number of queries. */
export async function sheetsOf(
  db: Reader,
  asked: Asked,
  { week }: Pick<ReturnWeek, 'week'>,
  only: Id<'project'> | null = null,
): Promise<ReturnSheet[]> {
  const { district, reach, now } = asked;
  const today = dayOf(now);
  const projects = await returns.owing(db, reach, only);
  const projectIds = only ? [only] : null;
  const workdays = await calendar.load(db);
  const current = keyBy(await returns.ofWeek(db, reach, week, only), (row) => row.projectId);
  const previous = keyBy(await returns.lastBefore(db, reach, week, only), (row) => row.projectId);
  const problems = groupBy(await returns.openProblems(db, reach, only), (row) => row.projectId);
  const steps = groupBy(await approvals.inHand(db, reach, only), (row) => row.projectId);
  const decided = groupBy(
    await decisions.named(db, district.id, today, { openOrOf: null, calendar: workdays, ...(only ? { projectId: only } : {}) }),
    (row) => row.projectId,
  );
  const plans = keyBy(await yearPlans(db, district.id, yearOf(week), projectIds), (plan) => plan.projectId);
  const figures = keyBy(
    await loadFigures(db, { districtId: district.id, asOf: today, reach, ...(projectIds ? { projectIds } : {}) }),
    (row) => row.projectId,
  );
  const carried = await officers.ofDistrict(db, district.id);
  const sheets = projects.map(({ unitName, ...project }): ReturnSheet => {
    const plan = plans.get(project.id);
    const last = previous.get(project.id) ?? null;
    const rated = figures.get(project.id);
    return {
      project,
      unitName,
      annual: plan?.annual ?? null,
      plannedToDate: plan ? plannedFor(week, today, plan) : null,
      doneBeforeYear: plan?.doneBeforeYear ?? zero,
      lamp: rated?.lamp ?? null,
      reason: rated?.reasons[0] ?? null,
      steps: (steps.get(project.id) ?? []).map(({ id, name, state, acceptedOn, doneOn, tolerantUntil, version, agencyName, ...step }) => {
        const { dueOn, overdueWorkdays } = standing({ state, acceptedOn, doneOn, tolerantUntil, ...step }, today, workdays);
        return { id, name, state, acceptedOn, doneOn, tolerantUntil, version, agencyName, dueOn, overdueWorkdays };
      }),
      problems: (problems.get(project.id) ?? []).map(({ projectId: _project, ...problem }) => problem),
      decisions: (decided.get(project.id) ?? []).map(
        ({ id, text, dueOn, meetingNumber, seriesName, ownerName, ownerUnitId, state, version }) => ({
          ...{ id, text, dueOn, meetingNumber, seriesName, ownerName, state, version },
          isToAnswer: isToAnswer({ state, ownerUnitId }, reach.unitIds ?? []),
        }),
      ),
      previous: last,
      current: current.get(project.id) ?? null,
      missedLastWeek: missedBefore(workdays, week, last),
      officerId: carried.get(project.id) ?? null,
    };
  });
  return sheets.sort(byLateness);
}

/** The form of one project that owes. */
export async function sheetOf(db: Reader, asked: Asked, week: Pick<ReturnWeek, 'week'>, projectId: Id<'project'>): Promise<ReturnSheet> {
  const [sheet] = await sheetsOf(db, asked, week, projectId);
  if (!sheet) throw new DomainError('NOT_FOUND', { entity: 'project' });
  return sheet;
}

/** A week's list for the office: every project that owes, by unit, with what has come in. */
export async function linesOf(db: Reader, reach: Reach, week: ReturnWeek['week']): Promise<ReturnLine[]> {
  const projects = await returns.owing(db, reach);
  const workdays = await calendar.load(db);
  const current = keyBy(await returns.ofWeek(db, reach, week), (row) => row.projectId);
  const previous = keyBy(await returns.lastBefore(db, reach, week), (row) => row.projectId);
  return projects.map(({ id, key, name, unitId, unitName }) => ({
    id,
    key,
    name,
    unitId,
    unitName,
    current: current.get(id) ?? null,
    missedLastWeek: missedBefore(workdays, week, previous.get(id) ?? null),
  }));
}

/** What a return that is sent is held against. The lamp costs a dozen queries and matters only where nothing new was said. */
export async function checkFacts(
  db: Reader,
  asked: Asked,
  week: Pick<ReturnWeek, 'week' | 'monthEnd'>,
  project: Pick<Project, 'id' | 'totalInvestment'>,
  form: SubmitReturn,
): Promise<CheckFacts> {
  const [previous = null] = await returns.lastBefore(db, asked.reach, week.week, project.id);
  if (isSilent(form, previous)) return checkFactsOf(await sheetOf(db, asked, week, project.id), week);
  const [plan] = await yearPlans(db, asked.district.id, yearOf(week.week), [project.id]);
  return {
    ...{ week: week.week, monthEnd: week.monthEnd, previous, totalInvestment: project.totalInvestment },
    ...{ annual: plan?.annual ?? null, doneBeforeYear: plan?.doneBeforeYear ?? zero, isRed: false, missedLastWeek: false },
  };
}
