import type { ApprovalStep } from '../approvals/schema.ts';
import type { Day, Instant } from '../kit/calendar.ts';
import type { Id } from '../kit/ids.ts';
import type { Money } from '../kit/money.ts';
import type { Reason } from '../lamps/result.ts';
import type { Lamp } from '../lamps/schema.ts';
import type { NamedDecision } from '../meetings/screen.ts';
import type { Problem } from '../problems/schema.ts';
import type { Project } from '../projects/schema.ts';
import type { CheckFacts } from './checks.ts';
import { counts } from './counting.ts';
import type { WeekFacts } from './rules.ts';
import type { ReturnState, WeeklyReturn } from './schema.ts';

/** The week that returns are asked for, and by when; `unknownYears` are those whose holidays that rests on and nobody knows. */
export type ReturnWeek = WeekFacts & { monthEnd: Day | null; dueOn: Day; dueTime: string; unknownYears: number[] };

/** Everything that a project's form needs: its plan, where it stands, last week's return and this week's. */
export type ReturnSheet = {
  project: Pick<Project, 'id' | 'key' | 'code' | 'name' | 'unitId' | 'kind' | 'stage' | 'standing' | 'yearClass' | 'totalInvestment'>;
  unitName: string;
  annual: Money | null;
  /** 序时计划 up to today, within the return's week and year. */
  plannedToDate: Money | null;
  doneBeforeYear: Money;
  lamp: Lamp | null;
  reason: Reason | null;
  /** What runs at an agency, with where its clock stands. */
  steps: OpenStep[];
  /** What is not solved yet. */
  problems: Pick<Problem, 'id' | 'title' | 'raisedOn' | 'version'>[];
  /** 例会交办: what meetings have decided of it and is not done. */
  decisions: (Pick<NamedDecision, 'id' | 'text' | 'dueOn' | 'meetingNumber' | 'seriesName' | 'ownerName' | 'state' | 'version'> & {
    /** Whether who fills the form answers it. */
    isToAnswer: boolean;
  })[];
  previous: WeeklyReturn | null;
  current: WeeklyReturn | null;
  missedLastWeek: boolean;
  /** Who carries the project 项目专员. */
  officerId: Id<'account'> | null;
};

/** A step as the form of a return shows it. */
export type OpenStep = Pick<ApprovalStep, 'id' | 'name' | 'state' | 'acceptedOn' | 'doneOn' | 'tolerantUntil' | 'version'> & {
  agencyName: string | null;
  dueOn: Day | null;
  overdueWorkdays: number;
};

/** One line of the office's list of a week: who owes, and what has come in. */
export type ReturnLine = Pick<ReturnSheet['project'], 'id' | 'key' | 'name'> & {
  unitId: Project['unitId'];
  unitName: string;
  current: WeeklyReturn | null;
  missedLastWeek: boolean;
};

/** Whether a project still owes its return: sent back is owed again. */
export function isOwed(current: Pick<WeeklyReturn, 'state'> | null): boolean {
  return current === null || !counts(current.state);
}

/** What the form is checked against, on both sides. */
export function checkFactsOf(
  sheet: Omit<ReturnSheet, 'steps' | 'problems' | 'decisions' | 'reason' | 'plannedToDate' | 'officerId'>,
  week: Pick<ReturnWeek, 'week' | 'monthEnd'>,
): CheckFacts {
  const { previous, annual, doneBeforeYear, lamp, missedLastWeek } = sheet;
  const { totalInvestment } = sheet.project;
  return {
    week: week.week,
    monthEnd: week.monthEnd,
    previous,
    annual,
    doneBeforeYear,
    totalInvestment,
    isRed: lamp === 'red',
    missedLastWeek,
  };
}

const urgency: Record<Lamp, number> = { red: 0, yellow: 1, green: 3 };

/** What is owed comes first: sent back, then missed last week, then by its lamp; what has come in last, the newest first. */
export function byLateness(a: Pick<ReturnSheet, 'project' | 'current' | 'missedLastWeek' | 'lamp'>, b: typeof a): number {
  return (
    lateness(a) - lateness(b) ||
    compareLatest(a.current?.submittedAt ?? null, b.current?.submittedAt ?? null) ||
    a.project.key - b.project.key
  );
}

/** How late a return is, the latest lowest; those that have come in are all alike. */
export function lateness({
  current,
  missedLastWeek,
  lamp,
}: Pick<ReturnSheet, 'missedLastWeek' | 'lamp'> & { current: Pick<WeeklyReturn, 'state'> | null }): number {
  if (!isOwed(current)) return 100;
  if (current) return 0;
  return (missedLastWeek ? 10 : 20) + (lamp ? urgency[lamp] : 2);
}

function compareLatest(a: Instant | null, b: Instant | null): number {
  if (a === b || a === null || b === null) return 0;
  return a < b ? 1 : -1;
}

/** What somebody carries comes before what others do; within both the order stays. */
export function ownFirst<Sheet extends Pick<ReturnSheet, 'officerId'>>(sheets: readonly Sheet[], accountId: string): Sheet[] {
  const isOwn = (sheet: Sheet) => sheet.officerId === accountId;
  return [...sheets.filter(isOwn), ...sheets.filter((sheet) => !isOwn(sheet))];
}

/** How many returns of a week stand where; `owed` counts what is missing and what was sent back. */
export type ReturnCounts = Record<ReturnState | 'missing', number> & { total: number; owed: number };

/** Counts a week's lines. */
export function countLines(lines: readonly Pick<ReturnLine, 'current'>[]): ReturnCounts {
  const found: ReturnCounts = { submitted: 0, accepted: 0, 'sent-back': 0, missing: 0, total: lines.length, owed: 0 };
  for (const { current } of lines) {
    found[current?.state ?? 'missing']++;
    if (isOwed(current)) found.owed++;
  }
  return found;
}
