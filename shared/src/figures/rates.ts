import type { Day, Month } from '../kit/calendar.ts';
import { monthOf } from '../kit/calendar.ts';
import { formatPercent, type Money, sum, zero } from '../kit/money.ts';
import type { Level, ProjectKind, Standing, YearClass } from '../projects/schema.ts';

/** What the figures read of one project as of a day; `ProjectFigures` of a cut fits. */
export type FigureRow = {
  projectId: string;
  kind: ProjectKind;
  level: Level;
  yearClass: YearClass;
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
};

/** A rate with what it is made of: exact numerator and denominator, and the ids of the rows behind each. */
export type Rate = {
  unit: 'count' | 'yuan';
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
  const listed = rows.filter((row) => row.standing !== 'withdrawn' && (basis === 'all' || row.yearClass === 'new'));
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
  const listed = rows.filter((row) => row.standing !== 'withdrawn' && (basis === 'all' || row.yearClass === 'finishing'));
  const base = basis === 'due' ? listed.filter((row) => isDue(row.plannedFinish, asOf)) : listed;
  return counts(
    listed.filter((row) => hasHappened(row.actualFinish, asOf)),
    base,
  );
}

/** 应开未开: the planned month has come and the project has not started. */
export function dueNotStarted<Row extends FigureRow>(rows: readonly Row[], asOf: Day): Row[] {
  return rows.filter(
    (row) =>
      row.standing === 'active' && row.yearClass !== 'reserve' && isDue(row.plannedStart, asOf) && !hasHappened(row.actualStart, asOf),
  );
}

/** 提前开工: started, though the planned month has not come yet. */
export function startedEarly<Row extends FigureRow>(rows: readonly Row[], asOf: Day): Row[] {
  return rows.filter(
    (row) =>
      row.standing !== 'withdrawn' && row.plannedStart !== null && !isDue(row.plannedStart, asOf) && hasHappened(row.actualStart, asOf),
  );
}

/** 序时完成率: done this year ÷ planned to date, over the projects that have a plan. */
export function progressRate(rows: readonly FigureRow[]): Rate {
  return amounts(
    rows,
    (row) => row.doneThisYear,
    (row) => row.plannedToDate,
  );
}

/** 年度计划完成率: done this year ÷ the year's plan, over the projects that have one. */
export function yearPlanRate(rows: readonly FigureRow[]): Rate {
  return amounts(
    rows,
    (row) => row.doneThisYear,
    (row) => row.yearPlan,
  );
}

/** 投资完成率: done since the start ÷ total investment, as reconstruction counts it. */
export function investmentRate(rows: readonly FigureRow[]): Rate {
  return amounts(
    rows,
    (row) => row.doneSinceStart,
    (row) => row.totalInvestment,
  );
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
    ids: rows.map((row) => row.projectId),
  };
}

/** Counts and sums by level, kind, year class or whatever a caller names, in the order in which keys appear. */
export function sumsBy<Key>(rows: readonly FigureRow[], keyOf: (row: FigureRow) => Key): Map<Key, Sum> {
  const groups = new Map<Key, FigureRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return new Map([...groups].map(([key, group]) => [key, total(group)]));
}

function isDue(planned: Month | null, asOf: Day): boolean {
  return planned !== null && planned <= monthOf(asOf);
}

function hasHappened(on: Day | null, asOf: Day): boolean {
  return on !== null && on <= asOf;
}

function counts(part: readonly FigureRow[], base: readonly FigureRow[]): Rate {
  const ids = (rows: readonly FigureRow[]) => rows.map((row) => row.projectId);
  return { unit: 'count', numerator: part.length, denominator: base.length, numeratorIds: ids(part), denominatorIds: ids(base) };
}

/** Money over money, over the rows that have a base: what is done without a plan would make the rate look better than the plan. */
function amounts(rows: readonly FigureRow[], partOf: (row: FigureRow) => Money, baseOf: (row: FigureRow) => Money | null): Rate {
  const counted = rows.filter((row) => row.standing !== 'withdrawn' && (baseOf(row) ?? 0) > 0);
  const ids = counted.map((row) => row.projectId);
  return {
    unit: 'yuan',
    numerator: sum(counted.map(partOf)),
    denominator: sum(counted.map((row) => baseOf(row) ?? zero)),
    numeratorIds: ids,
    denominatorIds: ids,
  };
}
