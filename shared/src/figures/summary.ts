import type { Month } from '../kit/calendar.ts';
import { recordOf } from '../kit/collections.ts';
import type { Level, ProjectKind } from '../projects/schema.ts';
import { lampsByUnit, type UnitLamps } from './lamps.ts';
import { monthsOfYear, type Span } from './period.ts';
import { type Rate, type Sum, sumsBy, total } from './rates.ts';
import { type CountedRow, type ListKey, listKeys, listOf, monthSpan, type RateKey, rateKeys, rateOf } from './sets.ts';

/** A rate without its rows: those are asked for when somebody looks. */
export type RateFigure = Pick<Rate, 'unit' | 'numerator' | 'denominator'>;
/** A sum without its rows. */
export type SumFigure = Omit<Sum, 'ids'>;
/** Planned and actual starts and finishes of a month. */
export type MonthEvents = { month: Month } & Record<'startPlanned' | 'startActual' | 'finishPlanned' | 'finishActual', number>;

/** Everything that is counted of some projects for some days. */
export type FigureSummary = {
  total: SumFigure;
  groups: ({ kind: ProjectKind; level: Level } & SumFigure)[];
  rates: Record<RateKey, RateFigure>;
  lists: Record<ListKey, number>;
  units: UnitLamps[];
  months: MonthEvents[];
};

/** Counts everything that the figures page shows. */
export function summaryOf(rows: readonly CountedRow[], span: Span): FigureSummary {
  const groups = sumsBy(rows, (row) => `${row.kind} ${row.level}`);
  return {
    total: withoutRows(total(rows)),
    groups: [...groups].flatMap(([, sum]) => {
      const first = rows.find((row) => row.projectId === sum.ids[0]);
      return first ? [{ kind: first.kind, level: first.level, ...withoutRows(sum) }] : [];
    }),
    rates: recordOf(rateKeys, (key) => figureOf(rateOf[key](rows, span.asOf))),
    lists: recordOf(listKeys, (key) => listOf(rows, span, key).length),
    units: lampsByUnit(rows),
    months: monthsOfYear(span.from).map((month) => eventsOf(rows, month, span)),
  };
}

function eventsOf(rows: readonly CountedRow[], month: Month, span: Span): MonthEvents {
  const days = monthSpan(month, span);
  const count = (key: ListKey) => listOf(rows, days, key).length;
  return {
    month,
    startPlanned: count('startPlanned'),
    // What lies after the last day is unknown, though its month is planned.
    startActual: days.from > span.asOf ? 0 : count('startActual'),
    finishPlanned: count('finishPlanned'),
    finishActual: days.from > span.asOf ? 0 : count('finishActual'),
  };
}

function figureOf({ unit, numerator, denominator }: Rate): RateFigure {
  return { unit, numerator, denominator };
}

function withoutRows({ ids: _ids, ...sum }: Sum): SumFigure {
  return sum;
}
