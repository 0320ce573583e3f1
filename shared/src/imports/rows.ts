import type { Day, Month } from '../kit/calendar.ts';
import type { Id } from '../kit/ids.ts';
import type { ProjectKind } from '../projects/schema.ts';
import type { StepKey } from './fields.ts';
import type { ListLevel, ListLight, ListStage, ListStatus } from './words.ts';

/** What every row of a list has: where it stands (1-based), its number, its name and who answers for it. */
type ListRow = {
  sheet: string;
  row: number;
  seq: string | null;
  name: string | null;
  unit: string | null;
  units: string[];
  remark: string | null;
  /** The row of the bundle that a “其中：” row is a part of. */
  parentRow: number | null;
  level: ListLevel | null;
};

/** What a list that holds both kinds says of a row; null where it says nothing, and the row is of the list's own kind. */
type OfEitherKind = { list: ProjectKind | null };

/** A row of a list of key projects. Amounts are in 万元. */
export type KeyProjectRow = ListRow &
  OfEitherKind & {
    projectCode: string | null;
    category: string | null;
    location: string | null;
    content: string | null;
    totalInvestWan: number | null;
    annualPlanWan: number | null;
    investDoneLastYearEndWan: number | null;
    bondQuotaWan: number | null;
    preWork: string | null;
    yearGoal: string | null;
    planStart: Month | null;
    planFinish: Month | null;
    leader: string | null;
    stage: ListStage | null;
  };

/** Where the money of a reconstruction project comes from, in 万元; `bond` 增发国债, `local` 地方配套. */
export type Funds = {
  central: number | null;
  province: number | null;
  city: number | null;
  district: number | null;
  bond: number | null;
  local: number | null;
};

/** A row of a list of reconstruction projects. Amounts are in 万元. */
export type ReconstructionRow = ListRow &
  OfEitherKind & {
    projectCode: string | null;
    category: string | null;
    county: string | null;
    location: string | null;
    owner: string | null;
    rebuildType: string | null;
    content: string | null;
    totalInvestWan: number | null;
    annualPlanWan: number | null;
    funds: Funds;
    started: boolean | null;
    finished: boolean | null;
    actualStart: Month | null;
    /** The sidecars' second word for `actualStart`. */
    planStart: Month | null;
    /** When it was to start and when it was finished; where no column says so itself, what the other one of the pair says. */
    plannedStart: Month | null;
    planFinish: Month | null;
    actualFinish: Month | null;
    investDoneWan: number | null;
    progress: string | null;
    issue: string | null;
    leader: string | null;
    status: ListStatus | null;
    stage: ListStatus | null;
  };

/** Where a row's project was looked for and what was found: under its very name, under a near one, or nowhere. */
export type LedgerMatch = {
  how: 'exact' | 'similar' | 'none';
  /** The project on record, where the ledger is the database. */
  projectId: Id<'project'> | null;
  name: string | null;
  sheet: string | null;
  row: number | null;
};

/**
 * What a row about a project on record takes from there: level, class and dates always, the amounts where the sheet
 * has no column for them. Null without a ledger, and for an unknown project.
 */
type FollowedRow = ListRow & {
  stage: ListStage | ListStatus | null;
  planStart: Month | null;
  planFinish: Month | null;
  totalInvestWan: number | null;
  annualPlanWan: number | null;
  /** Null where there was no ledger to look in. */
  match: LedgerMatch | null;
};

/** A row of a weekly list. Amounts are in 万元 and of the year; `percent` is 0.6 for 60 %. */
export type WeeklyRow = FollowedRow & {
  lastCumWan: number | null;
  weekWan: number | null;
  cumWan: number | null;
  /** Up to the month's last day, where the week holds it. */
  monthEndWan: number | null;
  percent: number | null;
  weekProgress: string | null;
  issue: string | null;
  nextStep: string | null;
  helpFrom: string | null;
  /** What the meeting is asked to settle, in the unit's own words; the form of this product has it. */
  request: string | null;
  light: ListLight | null;
};

/** How far an approval step is, as lists write it; `unknown` is any word that says none of these. */
export type StepStatus = 'done' | 'in_progress' | 'deferred' | 'not_needed' | 'not_started' | 'unknown';

/** One approval step of a row. `promiseBy`: by when what was tolerated as missing is to follow; `column`: its first. */
export type StepReading = {
  step: StepKey;
  name: string;
  status: StepStatus;
  date: Day | null;
  docNo: string | null;
  promiseBy: Month | null;
  column: string;
};

/** A row of a list of approvals. `stepsDoneRate` has four decimals, and is null where no step is needed. */
export type ApprovalsRow = FollowedRow & {
  projectCode: string | null;
  steps: StepReading[];
  stepsNeeded: number;
  stepsDone: number;
  stepsDoneRate: number | null;
};

/** Twelve amounts in 万元, January first; null for a month without a column or a figure. */
export type ByMonth = (number | null)[];

/** A row of a plan by month. Amounts are in 万元; a series without any column is null as a whole. */
export type MonthlyRow = FollowedRow & {
  planByMonthWan: ByMonth | null;
  doneByMonthWan: ByMonth | null;
  cumPlanByMonthWan: ByMonth | null;
  cumDoneByMonthWan: ByMonth | null;
  cumDoneWan: number | null;
  percent: number | null;
};
