import { z } from 'zod';
import { type Day, firstDayOfMonth, lastDayOfMonth, Month, monthOf } from '../kit/calendar.ts';
import { idOf } from '../kit/ids.ts';
import type { Lamp } from '../lamps/schema.ts';
import { hasHappened, isEarlyStart, isLateFinish, isLateStart } from './membership.ts';
import type { Span } from './period.ts';
import * as rates from './rates.ts';

/** The rates that the figures page shows. */
export const rateKeys = [
  'yearPlan',
  'time',
  'progress',
  'start',
  'startDue',
  'finish',
  'finishDue',
  'rebuildStart',
  'rebuildFinish',
  'rebuildInvestment',
  'steps',
  'registration',
  'signedToStarted',
  'startedToProducing',
  'producingToCapacity',
] as const;
/** One of the rates. */
export type RateKey = (typeof rateKeys)[number];

/** The lists whose length is a figure by itself. `…Planned` and `…Actual` are by the month of the plan and of the fact. */
export const listKeys = [
  'listed',
  'lateStart',
  'earlyStart',
  'lateFinish',
  'red',
  'yellow',
  'green',
  'unrated',
  'startPlanned',
  'startActual',
  'finishPlanned',
  'finishActual',
] as const;
/** One of the lists. */
export type ListKey = (typeof listKeys)[number];

const sides = ['part', 'base'] as const;
const rateSides = rateKeys.flatMap((key) => sides.map((side) => `${key}.${side}` as const));

/** The projects behind a number: a list, or one side of a rate. */
export const SetKey = z.enum([...listKeys, ...rateSides]);
export type SetKey = z.infer<typeof SetKey>;

/** Which number's rows are asked for; `month` narrows to one month's events, `own` to one unit without those below it. */
export const RowsBehind = z.strictObject({ set: SetKey, month: Month.nullable(), own: idOf('unit').nullable() });
export type RowsBehind = z.infer<typeof RowsBehind>;

/** What is read of a project to count it; `ProjectFigures` fits. */
export type CountedRow = rates.FigureRow & { unitId: string; unitName: string; lamp: Lamp | null };

const rebuilt = <Row extends CountedRow>(rows: readonly Row[]): Row[] => rows.filter((row) => row.kind === 'reconstruction');

/** Each rate as of a day. */
export const rateOf: { readonly [Key in RateKey]: (rows: readonly CountedRow[], asOf: Day) => rates.Rate } = {
  yearPlan: rates.yearPlanRate,
  time: rates.timeRate,
  progress: rates.progressRate,
  start: (rows, asOf) => rates.startRate(rows, asOf, 'year'),
  startDue: (rows, asOf) => rates.startRate(rows, asOf, 'due'),
  finish: (rows, asOf) => rates.finishRate(rows, asOf, 'year'),
  finishDue: (rows, asOf) => rates.finishRate(rows, asOf, 'due'),
  rebuildStart: (rows, asOf) => rates.startRate(rebuilt(rows), asOf, 'all'),
  rebuildFinish: (rows, asOf) => rates.finishRate(rebuilt(rows), asOf, 'all'),
  rebuildInvestment: (rows) => rates.investmentRate(rebuilt(rows)),
  steps: rates.stepRate,
  registration: rates.registrationRate,
  signedToStarted: (rows) => rates.conversionRate(rows, 'signed', 'started'),
  startedToProducing: (rows) => rates.conversionRate(rows, 'started', 'producing'),
  producingToCapacity: (rows) => rates.conversionRate(rows, 'producing', 'at-capacity'),
};

/** Whether a project is in a list, for the days of a span. */
const isIn: { readonly [Key in ListKey]: (row: CountedRow, span: Span) => boolean } = {
  listed: () => true,
  lateStart: (row, { asOf }) => isLateStart(row, asOf),
  earlyStart: (row, { asOf }) => isEarlyStart(row, asOf),
  lateFinish: (row, { asOf }) => isLateFinish(row, asOf),
  red: (row) => row.lamp === 'red',
  yellow: (row) => row.lamp === 'yellow',
  green: (row) => row.lamp === 'green',
  unrated: (row) => row.lamp === null,
  startPlanned: (row, span) => row.yearClass !== 'reserve' && isPlannedIn(row.plannedStart, span),
  startActual: (row, span) => happenedIn(row.actualStart, span),
  finishPlanned: (row, span) => row.yearClass !== 'reserve' && isPlannedIn(row.plannedFinish, span),
  finishActual: (row, span) => happenedIn(row.actualFinish, span),
};

function isPlannedIn(planned: Month | null, { from, asOf }: Span): boolean {
  return planned !== null && planned >= monthOf(from) && planned <= monthOf(asOf);
}

function happenedIn(on: Day | null, { from, asOf }: Span): boolean {
  return on !== null && on >= from && hasHappened(on, asOf);
}

/** The rows of a list. */
export function listOf<Row extends CountedRow>(rows: readonly Row[], span: Span, key: ListKey): Row[] {
  return rows.filter((row) => isIn[key](row, span));
}

/** A month's days as far as they are counted: what was planned in it stands whole, what has happened up to the span's last day. */
export function monthSpan(month: Month, { asOf }: Span): Span {
  const last = lastDayOfMonth(month);
  return { from: firstDayOfMonth(month), asOf: last < asOf || monthOf(asOf) < month ? last : asOf };
}

/** The rows that a number counts: the very rows, by the very rule, that made it. */
export function rowsBehind<Row extends CountedRow>(rows: readonly Row[], whole: Span, { set, month, own }: RowsBehind): Row[] {
  const among = own === null ? rows : rows.filter((row) => row.unitId === own);
  const span = month === null ? whole : monthSpan(month, whole);
  const list = listKeys.find((key) => key === set);
  if (list) return listOf(among, span, list);
  const rate = rateKeys.find((key) => set.startsWith(`${key}.`));
  if (!rate) return [];
  const { numeratorIds, denominatorIds } = rateOf[rate](among, span.asOf);
  const ids = new Set(set.endsWith('.part') ? numeratorIds : denominatorIds);
  return among.filter((row) => ids.has(row.projectId));
}
