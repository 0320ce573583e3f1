import { pressing, type StepCell, stepCell, stepKindOf } from '#shared/approvals/pivot.ts';
import { daysSince } from '#shared/calendar/spans.ts';
import type { WorkCalendar } from '#shared/calendar/workdays.ts';
import type { ProjectFigures } from '#shared/cuts/figures.ts';
import { type Day, dayOf, type Instant, yearOf } from '#shared/kit/calendar.ts';
import { groupBy, keyBy } from '#shared/kit/collections.ts';
import type { Id } from '#shared/kit/ids.ts';
import type {
  ApprovalsPart,
  LedgerName,
  LedgerProject,
  LedgerRecord,
  ProblemPart,
  ProgressPart,
  RegistrationPart,
} from '#shared/ledgers/records.ts';
import { type ProblemClock, problemClock } from '#shared/problems/clock.ts';
import { crossChecks, missingPapers, papersFor, registrationDue, registrationStatus } from '#shared/registrations/papers.ts';
import { unregistered } from '#shared/registrations/rules.ts';
import type { Registration } from '#shared/registrations/schema.ts';
import * as approvals from '../approvals/store.ts';
import * as calendars from '../calendar/store.ts';
import { loadFigures } from '../cuts/figures.ts';
import type { Reader } from '../db/tables.ts';
import * as limits from '../limits/store.ts';
import * as problems from '../problems/store.ts';
import { yearPlans } from '../projects/store.ts';
import * as registrations from '../registrations/store.ts';
import type { Reach } from '../trpc.ts';
import * as units from '../units/store.ts';
import * as store from './store.ts';

export type LedgerQuery = { name: LedgerName; reach: Reach; now: Instant; projectIds?: Id<'project'>[] };

/** A ledger's rows for the asker, all or those of some projects: a fixed number of queries whatever their number. */
export async function readLedger(db: Reader, { name, reach, now, projectIds }: LedgerQuery): Promise<LedgerRecord[]> {
  const asOf = dayOf(now);
  const { districtId } = reach;
  const figures = await loadFigures(db, { districtId, asOf, reach, ...(projectIds ? { projectIds } : {}) });
  if (figures.length === 0) return [];
  const extras = keyBy(await store.extras(db, districtId, projectIds ?? null), (row) => row.id);
  const projects = figures.flatMap((row) => {
    const extra = extras.get(row.projectId);
    return extra ? [{ row, extra, project: projectOf(row, extra) }] : [];
  });
  const bare = { progress: null, approvals: null, problem: null, registration: null };
  switch (name) {
    case 'progress': {
      const plans = keyBy(await yearPlans(db, districtId, yearOf(asOf), projectIds ?? null), (plan) => plan.projectId);
      return projects.map(({ row, extra, project }) => {
        const progress = progressOf(row, extra, plans.get(row.projectId)?.doneBeforeYear ?? null);
        return { ...bare, id: row.projectId, project, progress };
      });
    }
    case 'approvals': {
      const calendar = await calendars.load(db);
      const kindOf = remembered(stepKindOf);
      const steps = groupBy(await approvals.listed(db, districtId, projectIds ?? null), (step) => step.projectId);
      return projects.map(({ row, project }) => {
        return { ...bare, id: row.projectId, project, approvals: approvalsOf(steps.get(row.projectId) ?? [], kindOf, asOf, calendar) };
      });
    }
    case 'problems': {
      const byId = keyBy(projects, ({ row }) => row.projectId);
      const calendar = await calendars.load(db);
      const { problemDays } = await limits.load(db, districtId);
      const nameOf = new Map((await units.list(db, districtId)).map((unit) => [unit.id, unit.shortName]));
      return (await problems.ofDistrict(db, districtId, { only: projectIds ?? null })).flatMap((problem) => {
        const found = byId.get(problem.projectId);
        if (!found) return [];
        const part = problemOf(problem, nameOf, problemClock(problem, problemDays, calendar, asOf));
        return [{ ...bare, id: problem.id, project: found.project, problem: part }];
      });
    }
    case 'registrations': {
      const registered = keyBy(await registrations.ofDistrict(db, districtId, projectIds ?? null), (row) => row.projectId);
      const given = { months: (await limits.load(db, districtId)).registrationMonths, calendar: await calendars.load(db), asOf };
      return projects.map(({ row, project }) => {
        const registration = registrationOf(row, registered.get(row.projectId) ?? null, given);
        return { ...bare, id: row.projectId, project, registration };
      });
    }
  }
}

type Extra = Awaited<ReturnType<typeof store.extras>>[number];

/** Field by field: spreading rows this wide, thousands of times, costs more than reading them. */
function projectOf(row: ProjectFigures, extra: Extra): LedgerProject {
  return {
    projectId: row.projectId,
    key: row.key,
    code: row.code,
    name: row.name,
    unitId: row.unitId,
    unitName: row.unitName,
    leaderName: row.leaderName,
    kind: row.kind,
    level: row.level,
    yearClass: row.yearClass,
    category: row.category,
    stage: row.stage,
    lamp: row.lamp,
    totalInvestment: row.totalInvestment,
    actualStart: row.actualStart,
    pinyin: extra.pinyin,
    initials: extra.initials,
    unitPinyin: extra.unitPinyin,
  };
}

function progressOf(row: ProjectFigures, extra: Extra, doneBeforeYear: ProgressPart['doneBeforeYear']): ProgressPart {
  return {
    location: extra.location,
    content: extra.content,
    track: extra.track,
    doneBeforeYear,
    plannedStart: row.plannedStart,
    plannedFinish: row.plannedFinish,
    actualFinish: row.actualFinish,
    yearPlan: row.yearPlan,
    plannedToDate: row.plannedToDate,
    doneThisYear: row.doneThisYear,
    doneSinceStart: row.doneSinceStart,
    doneThisWeek: row.doneThisWeek,
    progress: row.progress,
    request: row.request,
    openProblems: row.openProblems,
    stepsNeeded: row.stepsNeeded,
    stepsDone: row.stepsDone,
    nextStep: row.nextStep?.name ?? null,
  };
}

/** Thousands of steps share a few names. */
function remembered<Answer>(ask: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const answer = known.has(text) ? known.get(text) : undefined;
    if (answer !== undefined) return answer;
    const found = ask(text);
    known.set(text, found);
    return found;
  };
}

type Listed = Awaited<ReturnType<typeof approvals.listed>>[number];

function approvalsOf(steps: readonly Listed[], kindOf: typeof stepKindOf, asOf: Day, calendar: WorkCalendar): ApprovalsPart {
  const part: ApprovalsPart = { steps: {}, others: { needed: 0, done: 0 }, needed: 0, done: 0, running: 0, tolerant: 0, overdue: 0 };
  for (const step of steps) {
    const cell = stepCell(step, asOf, calendar);
    const kind = kindOf(step.name);
    if (kind) part.steps[kind] = pressing(part.steps[kind] ?? cell, cell);
    if (cell.status === 'exempt') continue;
    count(part, cell);
    if (!kind) {
      part.others.needed += 1;
      if (cell.status === 'done') part.others.done += 1;
    }
  }
  return part;
}

function count(part: ApprovalsPart, { status }: StepCell): void {
  part.needed += 1;
  if (status === 'done') part.done += 1;
  if (status === 'running' || status === 'due' || status === 'supplement' || status === 'stopped') part.running += 1;
  if (status === 'tolerant') part.tolerant += 1;
  if (status === 'overdue') part.overdue += 1;
}

type KeptProblem = Awaited<ReturnType<typeof problems.ofDistrict>>[number];

function problemOf(kept: KeptProblem, nameOf: ReadonlyMap<Id<'unit'>, string>, clock: ProblemClock): ProblemPart {
  const { id, title, category, state, rung, rungSince, raisedOn, dueOn, ownerUnitId, helperUnitIds, solvedOn, closedOn } = kept;
  return {
    ...{ id, title, category, state, rung, rungSince, raisedOn, dueOn, ownerUnitId, helperUnitIds, solvedOn, closedOn },
    ownerName: ownerUnitId ? (nameOf.get(ownerUnitId) ?? null) : null,
    helperNames: helperUnitIds.flatMap((helper) => nameOf.get(helper) ?? []).join('、') || null,
    openDays: clock.openDays,
    overdueDays: clock.overdueDays,
    rungDueOn: clock.rungDueOn,
    rungDaysLeft: clock.rungDaysLeft,
    unknownYears: clock.unknownYears,
  };
}

function registrationOf(
  row: ProjectFigures,
  found: Registration | null,
  given: { months: number; calendar: WorkCalendar; asOf: Day },
): RegistrationPart {
  const isWaiting = row.needsRegistration && !row.isRegistered;
  const { submittedOn, returnedOn, registeredOn, note, papers, facts } = found ?? unregistered;
  const needed = papersFor(row.totalInvestment);
  const due = registrationDue(row, registeredOn, given);
  return {
    ...{ submittedOn, returnedOn, registeredOn, note },
    isNeeded: row.needsRegistration,
    status: registrationStatus(found, row.needsRegistration, given.asOf),
    waitingDays: isWaiting && row.actualStart && row.actualStart <= given.asOf ? daysSince(row.actualStart, given.asOf) : null,
    dueOn: due?.dueOn ?? null,
    overdueDays: due?.overdueDays ?? 0,
    unknownYears: due?.unknownYears ?? [],
    papers: { part: needed.length - missingPapers(row.totalInvestment, papers).length, base: needed.length },
    differing: crossChecks(facts, row).flatMap(({ check, finding }) => (finding === 'differs' ? [check] : [])),
  };
}
