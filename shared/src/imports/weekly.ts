import { tidy } from './amounts.ts';
import type { RowReader } from './cell-reader.ts';
import type { RowContext } from './context.ts';
import { readFollowed } from './followed.ts';
import { differs, type Judged, judgeAnnual, judgeCumulative, judgePercent } from './judged.ts';
import type { WeeklyRow } from './rows.ts';
import { lightWord } from './words.ts';

/** Reads a row of a weekly list and judges it by itself. */
export function readWeekly(reader: RowReader, context: RowContext, parentRow: number | null): WeeklyRow {
  const row: WeeklyRow = {
    ...readFollowed(reader, context, parentRow),
    lastCumWan: reader.amount('lastCumWan'),
    weekWan: reader.amount('weekWan'),
    cumWan: reader.amount('cumWan'),
    monthEndWan: reader.amount('monthEndWan'),
    percent: reader.percent(),
    weekProgress: reader.text('weekProgress'),
    issue: reader.text('issue'),
    nextStep: reader.text('nextStep'),
    helpFrom: reader.text('helpFrom'),
    request: reader.text('request'),
    light: null,
  };
  for (const field of ['unit', 'annualPlanWan', 'cumWan', 'weekProgress'] as const) reader.require(field);
  const word = reader.text('light');
  row.light = word === null ? null : lightWord(word);
  if (word !== null && row.light === null) reader.report('light', 'LIGHT_UNKNOWN');
  judgeWeekly(reader, row);
  return row;
}

/** Compares a row's figures; once more when the ledger has given what the list does not say. */
export function judgeWeekly(judged: Judged, row: WeeklyRow): void {
  const { lastCumWan: last, weekWan: week, cumWan: done, totalInvestWan: total, annualPlanWan: annual } = row;
  judgeAnnual(judged, annual, total);
  if (last !== null && week !== null && done !== null && differs(last + week, done))
    judged.report('cumWan', 'CUM_MISMATCH', { stated: done, actual: tidy(last + week) });
  if (last !== null && done !== null && done < last) judged.report('cumWan', 'CUM_DECREASED', { wan: done, beforeWan: last });
  judgeCumulative(judged, 'cumWan', done, total);
  judgePercent(judged, row.percent, done, annual);
}
