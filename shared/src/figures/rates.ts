import type { Day, Month } from '../kit/calendar.ts';
import { groupBy } from '../kit/collections.ts';
import { formatPercent, type Money, sum, zero } from '../kit/money.ts';
import { type Level, type ProjectKind, type Stage, type Standing, stageNumber, type Track, type YearClass } from '../projects/schema.ts';
import { hasHappened, hasPlan, isDue, isToFinish, isToRegister, isToStart } from './membership.ts';

/** What the figures read of one project as of a day; `ProjectFigures` of a cut fits. */
export type FigureRow = {
  projectId: string;
  kind: ProjectKind;
  level: Level;
  /** Null in a cut that was taken before it was kept there. */
  track: Track | null;
  yearClass: YearClass;
  stage: Stage;
  standing: Standing;
  totalInvestment: Money;
  yearPlan: Money | null;
  plannedToDate: Money | null;
  doneThisYear: Money;
  doneSinceStart: Money;
  plannedStart: Month | null;
  actualStart: Day | null;
  plannedFinish: Month | null;
  actualFinish: Day | null;
  stepsNeeded: number;
  stepsDone: number;
  needsRegistration: boolean;
  isRegistered: boolean;
};

/** What the rates of money against plan read. */
export type PlanRow = Pick<FigureRow, 'projectId' | 'standing' | 'yearPlan' | 'plannedToDate' | 'doneThisYear'>;

/** A rate with what it is made of: exact numerator and denominator, and the ids of the rows behind each. `item` counts 项, of which a project may have many. */
export type Rate = {
  unit: 'count' | 'item' | 'yuan';
  numerator: number;
  denominator: number;
  numeratorIds: string[];
  denominatorIds: string[];
};

/** A sum with the rows it counts. */
export type Sum = { count: number; totalInvestment: Money; yearPlan: Money; doneThisYear: Money; ids: string[] };

/**
 * Which projects a rate of events stands over: `year` all that the year's list plans, `due` those whose planned month
 * has come (already by its first day, since 应开工 names the month), `all` every row, as reconstruction counts.
 */
export type Basis = 'year' | 'due' | 'all';

/**
 * 开工率: started ÷ planned starts, over class 新开工; early starts count too, so over `due` it may pass 100 %.
 * What has left the list (退出) is in neither part; what is suspended stays in.
 */
export function startRate(rows: readonly FigureRow[], asOf: Day, basis: Basis): Rate {
  const listed = rows.filter((row) => (basis === 'all' ? row.standing !== 'withdrawn' : isToStart(row)));
  const base = basis === 'due' ? listed.filter((row) => isDue(row.plannedStart, asOf)) : listed;
  return counts(
    listed.filter((row) => hasHappened(row.actualStart, asOf)),
    base,
  );
}

/**
 * 竣工率: finished ÷ planned to finish, over class 竣工. With basis `all` 完工率 as reconstruction counts it: over all
 * planned projects, started or not (河南 2022: 18839 of 19867, not of the 19807 started).
 */
export function finishRate(rows: readonly FigureRow[], asOf: Day, basis: Basis): Rate {
  const listed = rows.filter((row) => (basis === 'all' ? row.standing !== 'withdrawn' : isToFinish(row)));
  const base = basis === 'due' ? listed.filter((row) => isDue(row.plannedFinish, asOf)) : listed;
  return counts(
    listed.filter((row) => hasHappened(row.actualFinish, asOf)),
    base,
  );
}

/**
 * 序时完成率: done this year ÷ planned to date. Over the same projects as 年度计划完成率, so that both rates speak of one
 * sum of what is done, also where a project's own months plan nothing yet.
 */
export function progressRate(rows: readonly PlanRow[]): Rate {
  return amounts(
    rows.filter(hasPlan),
    (row) => row.doneThisYear,
    (row) => row.plannedToDate ?? zero,
  );
}

/** 年度计划完成率: done this year ÷ the year's plan, over the projects that have one: what is done without a plan does not lift it. */
export function yearPlanRate(rows: readonly PlanRow[]): Rate {
  return amounts(
    rows.filter(hasPlan),
    (row) => row.doneThisYear,
    (row) => row.yearPlan ?? zero,
  );
}

/** 序时进度: planned to date ÷ the year's plan, what 年度计划完成率 is held against. */
export function timeRate(rows: readonly PlanRow[]): Rate {
  return amounts(
    rows.filter(hasPlan),
    (row) => row.plannedToDate ?? zero,
    (row) => row.yearPlan ?? zero,
  );
}

/** 投资完成率: done since the start ÷ total investment, as reconstruction counts it. */
export function investmentRate(rows: readonly FigureRow[]): Rate {
  return amounts(
    rows.filter((row) => row.standing !== 'withdrawn' && row.totalInvestment > 0),
    (row) => row.doneSinceStart,
    (row) => row.totalInvestment,
  );
}

/** 手续办结率: steps done ÷ steps on record, counted in items 项 as 联审联批 does; what is exempt is in neither part. */
export function stepRate(rows: readonly FigureRow[]): Rate {
  const needed = rows.filter((row) => row.standing !== 'withdrawn' && row.stepsNeeded > 0);
  const done = needed.filter((row) => row.stepsDone > 0);
  return {
    unit: 'item',
    numerator: done.reduce((steps, row) => steps + row.stepsDone, 0),
    denominator: needed.reduce((steps, row) => steps + row.stepsNeeded, 0),
    numeratorIds: idsOf(done),
    denominatorIds: idsOf(needed),
  };
}

/** 入库率: registered ÷ projects that the statistics bureau's base must hold. */
export function registrationRate(rows: readonly FigureRow[]): Rate {
  const base = rows.filter(isToRegister);
  return counts(
    base.filter((row) => row.isRegistered),
    base,
  );
}

/**
 * 签约转开工率, 开工转投产率, 投产转达效率: of the projects that have reached a stage, those that have reached a later one.
 * Over key projects under 核准制 and 备案制 alone: what the government pays for signs no investment contract, and a stage
 * that was left out cannot be told from one that was passed.
 */
export function conversionRate(rows: readonly FigureRow[], from: Stage, to: Stage): Rate {
  const invested = rows.filter(
    (row) => row.kind === 'key' && row.standing !== 'withdrawn' && (row.track === 'verification' || row.track === 'filing'),
  );
  const reached = (stage: Stage) => invested.filter((row) => stageNumber(row.stage) >= stageNumber(stage));
  return counts(reached(to), reached(from));
}

/** A rate in percent, half up, at print; null where there is no base. */
export function rateText(rate: Rate, decimals: number): string | null {
  return formatPercent(rate.numerator, rate.denominator, decimals);
}

/** Counts and sums of all rows. */
export function total(rows: readonly FigureRow[]): Sum {
  return {
    count: rows.length,
    totalInvestment: sum(rows.map((row) => row.totalInvestment)),
    yearPlan: sum(rows.map((row) => row.yearPlan ?? zero)),
    doneThisYear: sum(rows.map((row) => row.doneThisYear)),
    ids: idsOf(rows),
  };
}

/** Counts and sums by level, kind, year class or whatever a caller names, in the order in which keys appear. */
export function sumsBy<Key>(rows: readonly FigureRow[], keyOf: (row: FigureRow) => Key): Map<Key, Sum> {
  return new Map([...groupBy(rows, keyOf)].map(([key, group]) => [key, total(group)]));
}

function counts(part: readonly FigureRow[], base: readonly FigureRow[]): Rate {
  return { unit: 'count', numerator: part.length, denominator: base.length, numeratorIds: idsOf(part), denominatorIds: idsOf(base) };
}

function amounts<Row extends { projectId: string }>(rows: readonly Row[], partOf: (row: Row) => Money, baseOf: (row: Row) => Money): Rate {
  const ids = idsOf(rows);
  return {
    unit: 'yuan',
    numerator: sum(rows.map(partOf)),
    denominator: sum(rows.map(baseOf)),
    numeratorIds: ids,
    denominatorIds: ids,
  };
}

function idsOf(rows: readonly { projectId: string }[]): string[] {
  return rows.map((row) => row.projectId);
}
