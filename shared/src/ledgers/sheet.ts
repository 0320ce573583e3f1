import type { Table } from '../documents/model.ts';
import { cell } from '../documents/numbers.ts';
import { words } from '../documents/words.ts';
import type { Day } from '../kit/calendar.ts';
import { alignOf, FROZEN, type LedgerColumn } from './columns.ts';
import { guessedYears } from './guesses.ts';
import { columnOf, ledgers } from './ledgers.ts';
import type { LedgerName, LedgerRecord } from './records.ts';
import { type SheetValue, sheetValueOf, textOf, totalOf, totalText, totalValue } from './values.ts';
import { arrange, columnsOf, type LedgerView, type Paper } from './view.ts';

/** A ledger about to leave the page: whose it is, as of when, how it is looked at, and all its rows. */
export type Outgoing = { name: LedgerName; view: LedgerView; records: readonly LedgerRecord[]; districtName: string; asOf: Day };

/** A ledger as a sheet of a workbook; `width` in Chinese characters. */
export type LedgerSheet = {
  name: string;
  title: string;
  note: { left: string; right: string };
  columns: {
    header: string;
    group: string | null;
    width: number;
    align: 'left' | 'center' | 'right';
    format: 'text' | 'integer' | 'amount' | 'percent';
  }[];
  rows: SheetValue[][];
  total: SheetValue[];
  frozen: number;
  paper: Paper;
};

/** So many pixels of the screen are one Chinese character of a sheet. */
const CHARACTER = 13;

/** The rows that a view shows, as an office would send them in Excel. */
export function sheetOf({ name, view, records, districtName, asOf }: Outgoing): LedgerSheet {
  const rows = arrange(name, view, records);
  const columns = withList(name, columnsOf(name, view), rows);
  return {
    name: ledgers[name].title.zh,
    title: titleOf(name, districtName, rows),
    note: notesOf(name, asOf, guessedYears(columns, rows)),
    columns: columns.map((column) => ({
      header: column.title.zh,
      group: column.group?.zh ?? null,
      // A date needs ten digits where the screen makes do with five.
      width: Math.max(column.width / CHARACTER, column.kind === 'step' ? 7 : 0),
      align: alignOf(column.kind),
      format: formatOf(column),
    })),
    rows: rows.map((record, position) => columns.map((column) => sheetValueOf(column, record, position))),
    total: columns.map((column) => (column.key === 'name' ? '合计' : totalValue(totalOf(column, rows)))),
    frozen: FROZEN,
    paper: view.paper,
  };
}

/** Where projects of both lists go out together each row says which it is of: whoever reads it back must know. */
function withList(name: LedgerName, columns: LedgerColumn[], rows: readonly LedgerRecord[]): LedgerColumn[] {
  const list = columnOf(name, 'kind');
  const isMixed = new Set(rows.map(({ project }) => project.kind)).size > 1;
  return name === 'progress' && isMixed && list && !columns.includes(list) ? [...columns, list] : columns;
}

function formatOf(column: LedgerColumn): LedgerSheet['columns'][number]['format'] {
  switch (column.kind) {
    case 'money':
      return 'amount';
    case 'percent':
      return 'percent';
    case 'count':
    case 'position':
      return 'integer';
    default:
      return 'text';
  }
}

/** 示例区手续办理台账; 项目进展 whose rows are all of one list says of which, so that whoever reads it in knows: 示例区重点项目进展台账. */
export function titleOf(name: LedgerName, districtName: string, rows: readonly LedgerRecord[]): string {
  const title = ledgers[name].title.zh;
  const [first] = rows;
  const isOfOne = name === 'progress' && first !== undefined && rows.every(({ project }) => project.kind === first.project.kind);
  return `${districtName}${isOfOne ? words.kind[first.project.kind].replace(/项目$/, '') : ''}${title}台账`;
}

/** What stands between the title and the table; deadlines that rest on years without a notice are owned up to, under the mark of their cells. */
export function notesOf(name: LedgerName, asOf: Day, guessed: readonly number[], mark = ''): { left: string; right: string } {
  const estimate = guessed.length > 0 ? `　${mark}${guessed.join('、')} 年节假日未公布，相关时限为估算` : '';
  return { left: `截至 ${asOf}${estimate}`, right: `单位：${ledgers[name].unit.zh}` };
}

function totalLabel(name: LedgerName): string {
  return name === 'approvals' ? '合计（办结 / 应办）' : '合计';
}

/** What a landscape sheet of each size holds between its margins, in pixels of 1/96 inch. */
const PAGE_WIDTH: Record<Paper, number> = { a4: 1030, a3: 1495 };
/** A table may be squeezed by so much before its columns go on a second sheet. */
const SQUEEZED = 1.1;

/** The same rows for paper. Columns that do not fit beside each other follow on further sheets, each beginning with the first columns. */
export function papersOf({ name, view, records, asOf }: Outgoing): Table[] {
  const rows = arrange(name, view, records);
  const unitNote = notesOf(name, asOf, []).right;
  return bandsOf(columnsOf(name, view), PAGE_WIDTH[view.paper]).map((columns) => ({
    type: 'table',
    title: null,
    unitNote,
    columns: columns.map((column) => ({
      header: column.title.zh,
      group: column.group?.zh ?? null,
      width: column.width,
      align: alignOf(column.kind),
    })),
    rows: rows.map((record, position) => columns.map((column) => cell(textOf(column, record, position, { words, asOf })))),
    total: columns.map((column) => cell(column.key === 'name' ? totalLabel(name) : totalText(totalOf(column, rows)))),
  }));
}

/** Columns in as many bands as the page's width asks for; every band begins with the first columns. */
export function bandsOf<Column extends { readonly width: number }>(columns: readonly Column[], pageWidth: number): Column[][] {
  const room = pageWidth * SQUEEZED;
  const first = columns.slice(0, FROZEN);
  const firstWidth = widthOf(first);
  const bands: Column[][] = [];
  let band: Column[] = [];
  for (const column of columns.slice(FROZEN)) {
    if (band.length > 0 && firstWidth + widthOf(band) + column.width > room) {
      bands.push([...first, ...band]);
      band = [];
    }
    band.push(column);
  }
  return [...bands, [...first, ...band]];
}

function widthOf(columns: readonly { readonly width: number }[]): number {
  return columns.reduce((sum, column) => sum + column.width, 0);
}
