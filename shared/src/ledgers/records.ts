import type { StepCell, StepKind } from '../approvals/pivot.ts';
import type { ProjectFigures } from '../cuts/figures.ts';
import type { Day, Instant } from '../kit/calendar.ts';
import type { Id } from '../kit/ids.ts';
import type { Money } from '../kit/money.ts';
import type { ProblemClock } from '../problems/clock.ts';
import type { Problem } from '../problems/schema.ts';
import type { Project } from '../projects/schema.ts';
import type { CrossCheck, RegistrationStatus } from '../registrations/papers.ts';
import type { Registration } from '../registrations/schema.ts';

/** The four ledgers 四个台账: 项目进展, 手续办理, 问题解决, 项目入库. */
export const ledgerNames = ['progress', 'approvals', 'problems', 'registrations'] as const;
/** One of the four. */
export type LedgerName = (typeof ledgerNames)[number];

/** What every ledger says of a row's project. `pinyin` and `unitPinyin` are what Chinese names sort by. */
export type LedgerProject = Pick<
  ProjectFigures,
  | 'projectId'
  | 'key'
  | 'code'
  | 'name'
  | 'unitId'
  | 'unitName'
  | 'leaderName'
  | 'kind'
  | 'level'
  | 'yearClass'
  | 'category'
  | 'stage'
  | 'lamp'
  | 'totalInvestment'
  | 'actualStart'
> & { pinyin: string; initials: string; unitPinyin: string };

/** What 项目进展 adds. Money in yuan. */
export type ProgressPart = Pick<
  ProjectFigures,
  | 'plannedStart'
  | 'plannedFinish'
  | 'actualFinish'
  | 'yearPlan'
  | 'plannedToDate'
  | 'doneThisYear'
  | 'doneSinceStart'
  | 'doneThisWeek'
  | 'progress'
  | 'request'
  | 'openProblems'
  | 'stepsNeeded'
  | 'stepsDone'
> &
  Pick<Project, 'location' | 'content' | 'track'> & { doneBeforeYear: Money | null; nextStep: string | null };

/** What 手续办理 adds: the steps by kind, those that have no column counted, and the balance of all. */
export type ApprovalsPart = {
  steps: { [Kind in StepKind]?: StepCell };
  others: { needed: number; done: number };
  needed: number;
  done: number;
  running: number;
  tolerant: number;
  overdue: number;
};

/** What 问题解决 adds, with where its days stand as of the day. */
export type ProblemPart = Omit<Problem, 'projectId' | 'version'> & ProblemClock & { ownerName: string | null; helperNames: string | null };

/**
 * What 项目入库 adds. `waitingDays`: calendar days since the start, while it is not in the base though it has to be;
 * `overdueDays`: working days past the day by which it had to be, resting on `unknownYears` without a notice; `differing`: what does not agree between its papers.
 */
export type RegistrationPart = Pick<Registration, 'submittedOn' | 'returnedOn' | 'registeredOn' | 'note'> & {
  isNeeded: boolean;
  status: RegistrationStatus;
  waitingDays: number | null;
  dueOn: Day | null;
  overdueDays: number;
  unknownYears: readonly number[];
  papers: { part: number; base: number };
  differing: CrossCheck['check'][];
};

/** One row of a ledger; of the parts it has its own ledger's. A problem is a row, in the others a project is. */
export type LedgerRecord = {
  id: string;
  project: LedgerProject;
  progress: ProgressPart | null;
  approvals: ApprovalsPart | null;
  problem: ProblemPart | null;
  registration: RegistrationPart | null;
};

/** A whole ledger as of a sequence number. */
export type LedgerSnapshot = { seq: number; now: Instant; asOf: Day; records: LedgerRecord[] };

/** What has changed since: the rows of the projects touched, as they are now; a row that is not among them is gone. */
export type LedgerDelta = LedgerSnapshot & { touched: Id<'project'>[] };
