import type { Day } from '../kit/calendar.ts';

/** One cell as the file holds it. `date` is set where a number is formatted as a date; `error` is Excel's own (`#REF!`). */
export type Cell = {
  value: string | number | boolean | null;
  format?: string;
  date?: Day;
  error?: string;
  formula?: string;
};

/** A merged range, all four borders 0-based and inclusive. */
export type Merge = { top: number; left: number; bottom: number; right: number };

/** One sheet: rows of cells from the top left corner; hidden rows and columns by 0-based index. */
export type SheetGrid = {
  name: string;
  hidden: boolean;
  rows: readonly (readonly Cell[])[];
  merges: readonly Merge[];
  hiddenRows: readonly number[];
  hiddenColumns: readonly number[];
};

/** What every reader of files yields, whatever the format was, and all that the reading of a list knows. */
export type WorkbookGrid = { fileName: string; sheets: readonly SheetGrid[] };

const blank: Cell = { value: null };

/** The cell at a place, blank where the sheet has none. */
export function cellAt(sheet: SheetGrid, row: number, column: number): Cell {
  return sheet.rows[row]?.[column] ?? blank;
}

/** Whether a cell holds nothing to read. */
export function isBlank(cell: Cell): boolean {
  return cell.error === undefined && (cell.value === null || (typeof cell.value === 'string' && cell.value.trim() === ''));
}

/** How many columns the widest row of a sheet has. */
export function widthOf(sheet: SheetGrid): number {
  let width = 0;
  for (const row of sheet.rows) width = Math.max(width, row.length);
  return width;
}

/** 0 → `A`, 25 → `Z`, 26 → `AA`. */
export function columnLetter(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** Finds the merge that a place lies in, in constant time: a list of 5,000 rows may hold thousands of merges. */
export type MergeLookup = (row: number, column: number) => Merge | null;

/** Indexes the merges of a sheet; a range that runs past the sheet's own cells is cut to them. */
export function mergeLookup(sheet: SheetGrid): MergeLookup {
  const byPlace = new Map<number, Merge>();
  const width = widthOf(sheet);
  for (const merge of sheet.merges) {
    const bottom = Math.min(merge.bottom, sheet.rows.length - 1);
    const right = Math.min(merge.right, width - 1);
    for (let row = merge.top; row <= bottom; row++)
      for (let column = merge.left; column <= right; column++) byPlace.set(row * 20_000 + column, merge);
  }
  return (row, column) => byPlace.get(row * 20_000 + column) ?? null;
}
