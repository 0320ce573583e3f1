import { z } from 'zod';

/** What a rule set can rate: projects, units (the sum of their projects), or each month's task of a project. */
export const Rates = z.enum(['project', 'unit', 'task']);
export type Rates = z.infer<typeof Rates>;

/**
 * The closed list of what can be measured; `measure.ts` works each out exactly. Money counts for the year so far.
 * - `relativeShortfall` percent: (planned to date − done) ÷ planned to date. “低于序时进度50%” read as a share.
 * - `lagPoints` percentage points: (planned to date − done) ÷ the year's plan. “低于序时进度10个百分点”.
 * - `ratioToPlan` percent: done ÷ planned to date. “完成进度低于时序进度80%”.
 * - `ratioToYear` percent: done ÷ the year's plan. 年度计划完成率.
 * - `monthsPastPlannedStart` months: month-ends passed without a start, the planned month's own counting as 1;
 *   0 when started or not yet due.
 * - `monthsUnregisteredSinceStart` months, with the days as a fraction: from the day of the start, while not registered.
 *   Two months to the day is 2, a day more is above 2.
 * - `daysPastPlannedStart`, `daysPastPlannedFinish` days: since the last day of the milestone's planned month, while it
 *   is not reached; 0 when it is, or is not due yet.
 * - `stepOverdueWorkdays` working days: the most overdue approval step.
 * - `paymentRatio` percent: paid ÷ required.
 * - `tasksMissedInARow` months: how many of the months that ended last were below their own plan, one after another.
 * - `taskShortfall` percent: what a month's task lacked when the month ended ÷ the task; the task is what was to be done
 *   from the year's beginning to that month's end.
 * - `rankFromEnd` places: 1 is the last by done ÷ planned to date, ties share the better place. 后10名.
 * - `growthBelowPlan` percentage points: the growth over last year's same day that the plan asks for − the one reached.
 * - `growthBelowAverage` percentage points: the growth of all that are rated together − one's own.
 */
export const Metric = z.enum([
  'relativeShortfall',
  'lagPoints',
  'ratioToPlan',
  'ratioToYear',
  'monthsPastPlannedStart',
  'monthsUnregisteredSinceStart',
  'daysPastPlannedStart',
  'daysPastPlannedFinish',
  'stepOverdueWorkdays',
  'paymentRatio',
  'tasksMissedInARow',
  'taskShortfall',
  'rankFromEnd',
  'growthBelowPlan',
  'growthBelowAverage',
]);
export type Metric = z.infer<typeof Metric>;

/** The unit that a metric's bounds are written in; percent and points are hundredths of one. */
export type MetricUnit = 'percent' | 'points' | 'months' | 'days' | 'workdays' | 'places';

/**
 * How a metric is read: its unit, which direction is worse, what it can rate, whether only whole numbers come out of it,
 * and the least that can.
 */
export type MetricKind = {
  readonly unit: MetricUnit;
  readonly worse: 'more' | 'less';
  readonly rates: readonly Rates[];
  readonly counts: 'whole' | 'any';
  readonly least: number;
};

const sums = ['project', 'unit'] as const;
const projects = ['project'] as const;

/** A gap to the plan, which is below zero where somebody is ahead of it. */
const gap = { counts: 'any', least: Number.NEGATIVE_INFINITY } as const;
const share = { counts: 'any', least: 0 } as const;
const count = { counts: 'whole', least: 0 } as const;

/** Every metric with how it is read. */
export const metricKinds: { readonly [M in Metric]: MetricKind } = {
  relativeShortfall: { unit: 'percent', worse: 'more', rates: sums, ...gap },
  lagPoints: { unit: 'points', worse: 'more', rates: sums, ...gap },
  ratioToPlan: { unit: 'percent', worse: 'less', rates: sums, ...share },
  ratioToYear: { unit: 'percent', worse: 'less', rates: sums, ...share },
  monthsPastPlannedStart: { unit: 'months', worse: 'more', rates: projects, ...count },
  monthsUnregisteredSinceStart: { unit: 'months', worse: 'more', rates: projects, ...share },
  daysPastPlannedStart: { unit: 'days', worse: 'more', rates: projects, ...count },
  daysPastPlannedFinish: { unit: 'days', worse: 'more', rates: projects, ...count },
  stepOverdueWorkdays: { unit: 'workdays', worse: 'more', rates: projects, ...count },
  paymentRatio: { unit: 'percent', worse: 'less', rates: projects, ...share },
  tasksMissedInARow: { unit: 'months', worse: 'more', rates: sums, ...count },
  taskShortfall: { unit: 'percent', worse: 'more', rates: ['task'], ...gap },
  rankFromEnd: { unit: 'places', worse: 'less', rates: sums, counts: 'whole', least: 1 },
  growthBelowPlan: { unit: 'points', worse: 'more', rates: sums, ...gap },
  growthBelowAverage: { unit: 'points', worse: 'more', rates: sums, ...gap },
};

/** Whether a metric's values are shares, whose bounds are written in hundredths. */
export function isShare(metric: Metric): boolean {
  const { unit } = metricKinds[metric];
  return unit === 'percent' || unit === 'points';
}
