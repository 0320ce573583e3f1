import { tidy } from './amounts.ts';
import type { RowReader } from './cell-reader.ts';
import type { RowContext } from './context.ts';
import { type Field, type MonthField, type MonthSeries, monthPlaces } from './fields.ts';
import { readFollowed } from './followed.ts';
import type { Header } from './headers.ts';
import { differs, type Judged, judgeAnnual, judgeCumulative, judgePercent } from './judged.ts';
import { lastMonthIn } from './months.ts';
import type { ByMonth, MonthlyRow } from './rows.ts';

/** Reads a row of a plan by month and judges what needs no other row. */
export function readMonthly(reader: RowReader, context: RowContext, parentRow: number | null): MonthlyRow {
  const row: MonthlyRow = {
    ...readFollowed(reader, context, parentRow),
    planByMonthWan: readSeries(reader, 'planByMonthWan'),
    doneByMonthWan: readSeries(reader, 'doneByMonthWan'),
    cumPlanByMonthWan: readSeries(reader, 'cumPlanByMonthWan'),
    cumDoneByMonthWan: readSeries(reader, 'cumDoneByMonthWan'),
    cumDoneWan: reader.amount('cumDoneWan'),
    percent: reader.percent(),
  };
  reader.require('annualPlanWan');
  for (const place of monthPlaces) {
    reader.require(`planByMonthWan.${place}`);
    reader.require(`cumPlanByMonthWan.${place}`);
  }
  judgeRises(reader, 'cumPlanByMonthWan', row.cumPlanByMonthWan);
  judgeRises(reader, 'cumDoneByMonthWan', row.cumDoneByMonthWan);
  judgePlan(reader, row);
  judgeMonthly(reader, row);
  return row;
}

/** Compares a row's figures with its total and its plan; once more when the ledger has given what the list does not say. */
export function judgeMonthly(judged: Judged, row: MonthlyRow): void {
  const { annualPlanWan: annual, totalInvestWan: total, cumDoneWan, cumDoneByMonthWan } = row;
  judgeAnnual(judged, annual, total);
  judgeCumulative(judged, 'cumDoneWan', cumDoneWan, total);
  for (const place of monthPlaces) judgeCumulative(judged, `cumDoneByMonthWan.${place}`, cumDoneByMonthWan?.[place] ?? null, total);
  judgePercent(judged, row.percent, cumDoneWan ?? lastFigure(cumDoneByMonthWan), annual);
}

/**
 * What is done is owed for every month up to the last that any row of the sheet reports; only then can a missing month
 * be told from one that is still to come, and the stated cumulative be compared with its months.
 */
export function judgeReported(rows: readonly MonthlyRow[], readerOf: (row: MonthlyRow) => RowReader, header: Header): void {
  const stated = header.columns.find((column) => column.field === 'cumDoneWan');
  for (const series of ['doneByMonthWan', 'cumDoneByMonthWan'] as const) {
    const last = Math.max(-1, ...rows.flatMap((row) => row[series]?.findLastIndex((amount) => amount !== null) ?? -1));
    for (const row of rows) {
      const reader = readerOf(row);
      for (const place of monthPlaces) if (place <= last) reader.require(`${series}.${place}`);
      const months = row[series]?.slice(0, (stated && lastMonthIn(stated.header)) ?? last + 1) ?? [];
      const actual = series === 'doneByMonthWan' ? total(months) : (months.at(-1) ?? null);
      if (actual !== null && row.cumDoneWan !== null && differs(actual, row.cumDoneWan))
        reader.report('cumDoneWan', 'CUM_MISMATCH', { stated: row.cumDoneWan, actual });
    }
  }
}

/** The amounts of a row that are added up in totals. */
export function monthAmounts(row: MonthlyRow): [Field, number | null][] {
  const of = (series: MonthSeries): [Field, number | null][] =>
    monthPlaces.map((place): [MonthField, number | null] => [`${series}.${place}`, row[series]?.[place] ?? null]);
  return [...of('planByMonthWan'), ...of('doneByMonthWan'), ...of('cumPlanByMonthWan'), ...of('cumDoneByMonthWan')];
}

function readSeries(reader: RowReader, series: MonthSeries): ByMonth | null {
  if (!monthPlaces.some((place) => reader.has(`${series}.${place}`))) return null;
  return monthPlaces.map((place) => reader.amount(`${series}.${place}`));
}

/** The months' plan against the year's; a plan with a month unknown is not judged. */
function judgePlan(reader: RowReader, row: MonthlyRow): void {
  const planned = row.planByMonthWan === null ? (row.cumPlanByMonthWan?.[11] ?? null) : total(row.planByMonthWan);
  if (planned !== null && row.annualPlanWan !== null && differs(planned, row.annualPlanWan))
    reader.report('annualPlanWan', 'PLAN_SUM_MISMATCH', { stated: row.annualPlanWan, actual: planned });
}

/** A cumulative figure never falls from one month to the next that has one. */
function judgeRises(reader: RowReader, series: 'cumPlanByMonthWan' | 'cumDoneByMonthWan', amounts: ByMonth | null): void {
  let before: number | null = null;
  for (const place of monthPlaces) {
    const amount = amounts?.[place] ?? null;
    if (amount === null) continue;
    if (before !== null && amount < before) reader.report(`${series}.${place}`, 'CUM_DECREASED', { wan: amount, beforeWan: before });
    before = amount;
  }
}

function total(months: ByMonth): number | null {
  let sum = 0;
  for (const amount of months) {
    if (amount === null) return null;
    sum += amount;
  }
  return months.length === 0 ? null : tidy(sum);
}

function lastFigure(months: ByMonth | null): number | null {
  return months?.findLast((amount) => amount !== null) ?? null;
}
