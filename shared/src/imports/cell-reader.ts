import type { Month } from '../kit/calendar.ts';
import { readAmount, tidy } from './amounts.ts';
import { type Cell, cellAt, isBlank, type MergeLookup, type SheetGrid } from './cells.ts';
import { readProjectCode } from './codes.ts';
import type { Column } from './columns.ts';
import { type Edge, readDate } from './dates.ts';
import type { Field } from './fields.ts';
import type { FindingCode, FindingParams, Findings } from './findings.ts';
import type { Header } from './headers.ts';
import { splitUnits } from './offices.ts';
import { readPercent } from './percents.ts';
import { type ReadSpan, readSpan } from './spans.ts';
import { cleanText, saysNothing, saysUndecided } from './text.ts';

/** Reads the cells of one row by what they mean, and reports what it finds on the way. */
export type RowReader = {
  row: number;
  isPart: boolean;
  has: (field: Field) => boolean;
  /** The letter of the field's column; null where the list has none. */
  letter: (field: Field) => string | null;
  cell: (field: Field) => Cell;
  /** The raw text, for words that are judged by their own table. */
  raw: (field: Field) => string;
  text: (field: Field) => string | null;
  amount: (field: Field) => number | null;
  percent: () => number | null;
  month: (field: Field, edge: Edge) => Month | null;
  span: () => ReadSpan;
  code: (field: Field) => string | null;
  units: (field: Field) => string[];
  /** Reports a required cell that says nothing; a part of a bundle owes nothing. */
  require: (field: Field) => void;
  report: (field: Field, code: FindingCode, params?: FindingParams) => void;
};

/** What all rows of a sheet are read from: its cells, what its columns mean, its merges, and where findings go. */
export type ReadSource = {
  sheet: SheetGrid;
  header: Header;
  columns: ReadonlyMap<Field, Column>;
  merged: MergeLookup;
  findings: Findings;
};

/** The columns of a header by what they mean. */
export function columnsByField(header: Header): Map<Field, Column> {
  return new Map(header.columns.flatMap((column): [Field, Column][] => (column.field === null ? [] : [[column.field, column]])));
}

/** A reader for one row. A project's cells are filled down from vertical merges, a part's are not: it says only what stands in it. */
export function rowReader({ sheet, header, columns, merged, findings }: ReadSource, row: number, isPart: boolean): RowReader {
  const column = (field: Field): Column | null => columns.get(field) ?? null;
  const cell = (field: Field): Cell => {
    const at = column(field);
    if (at === null) return { value: null };
    const merge = isPart ? null : merged(row, at.index);
    return merge && merge.left === at.index && merge.top > header.bottom
      ? cellAt(sheet, merge.top, at.index)
      : cellAt(sheet, row, at.index);
  };
  const report = (field: Field, code: FindingCode, params: FindingParams = {}): void => {
    const at = column(field);
    if (at === null) return;
    findings.add(
      sheet.name,
      row + 1,
      at.letter,
      code,
      { raw: rawOf(cell(field)), ...params },
      code === 'MISSING_VALUE' && field === 'name' ? 'error' : undefined,
    );
  };
  const missing = (field: Field): boolean => {
    const at = cell(field);
    if (at.error !== undefined) return false;
    return isBlank(at) || (typeof at.value === 'string' && (saysNothing(at.value) || saysUndecided(at.value)));
  };
  const text = (field: Field): string | null => {
    const at = cell(field);
    if (at.error !== undefined) report(field, 'FORMULA_ERROR');
    if (at.error !== undefined || at.value === null) return null;
    const clean = at.date ?? cleanText(at.value);
    return saysNothing(clean) ? null : clean;
  };
  return {
    row: row + 1,
    isPart,
    has: (field) => column(field) !== null,
    letter: (field) => column(field)?.letter ?? null,
    cell,
    raw: (field) => cleanText(cell(field).value),
    text,
    amount: (field) => {
      const at = column(field);
      if (at === null) return null;
      const read = readAmount(cell(field), at.unit ?? '万元');
      for (const code of read.codes) report(field, code, { unit: at.unit, wan: read.wan });
      return read.wan;
    },
    percent: () => {
      const read = readPercent(cell('percent'));
      for (const code of read.codes) report('percent', code, { percent: read.percent });
      return read.percent;
    },
    month: (field, edge) => {
      if (column(field) === null) return null;
      const read = readDate(cell(field), edge);
      if (read.code !== null) report(field, read.code, { month: read.month });
      return read.month;
    },
    span: () => {
      const read = readSpan(cell('span'));
      for (const code of read.codes) report('span', code, { month: read.start ?? read.finish });
      return read;
    },
    code: (field) => {
      const read = readProjectCode(cell(field).value);
      if (read.finding !== null) report(field, read.finding);
      return read.code;
    },
    units: (field) => (missing(field) ? [] : splitUnits(cell(field).value)),
    require: (field) => {
      if (!isPart && column(field) !== null && missing(field)) report(field, 'MISSING_VALUE');
    },
    report,
  };
}

/** The amounts that a total row states; what cannot be read there is not compared. */
export function statedAmounts(sheet: SheetGrid, header: Header, row: number): Map<Field, number | null> {
  const stated = new Map<Field, number | null>();
  for (const column of header.columns) {
    if (column.field === null || column.unit === null) continue;
    const read = readAmount(cellAt(sheet, row, column.index), column.unit);
    stated.set(column.field, read.wan === null ? null : tidy(read.wan));
  }
  return stated;
}

function rawOf(cell: Cell): string | number | boolean | null {
  return cell.error ?? cell.date ?? cell.value;
}
