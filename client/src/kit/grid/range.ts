import { defused } from '#shared/kit/formula.ts';

/** A cell's place; row −1 is the header. */
export type Place = { row: number; column: number };
/** Where the keys stand, and the cell that a range was begun at. */
export type Cursor = { at: Place; from: Place };
export type Size = { rows: number; columns: number; page: number };

type Press = { key: string; ctrl: boolean; shift: boolean };

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}

/** Where a key leads; null for a key that moves nothing. With Shift the range grows, else it is one cell again. */
export function moved(cursor: Cursor, { key, ctrl, shift }: Press, size: Size): Cursor | null {
  const to = target(cursor.at, key, ctrl, size);
  if (!to) return null;
  // A range is of cells: the header takes part in none.
  const at = { row: clamp(to.row, shift ? 0 : -1, size.rows - 1), column: clamp(to.column, 0, size.columns - 1) };
  return { at, from: shift && cursor.from.row >= 0 ? cursor.from : at };
}

function target({ row, column }: Place, key: string, ctrl: boolean, size: Size): Place | null {
  const [lastRow, lastColumn] = [size.rows - 1, size.columns - 1];
  switch (key) {
    case 'ArrowUp':
      return { row: ctrl ? 0 : row - 1, column };
    case 'ArrowDown':
      return { row: ctrl ? lastRow : row + 1, column };
    case 'ArrowLeft':
      return { row, column: ctrl ? 0 : column - 1 };
    case 'ArrowRight':
      return { row, column: ctrl ? lastColumn : column + 1 };
    case 'Home':
      return { row: ctrl ? 0 : row, column: 0 };
    case 'End':
      return { row: ctrl ? lastRow : row, column: lastColumn };
    case 'PageUp':
      return { row: Math.max(0, row - size.page), column };
    case 'PageDown':
      return { row: row + size.page, column };
    default:
      return null;
  }
}

/** The cells of a cursor's range, both ends included. */
export type Range = { top: number; bottom: number; left: number; right: number };

export function rangeOf({ at, from }: Cursor): Range {
  return {
    top: Math.min(at.row, from.row),
    bottom: Math.max(at.row, from.row),
    left: Math.min(at.column, from.column),
    right: Math.max(at.column, from.column),
  };
}

/** Cells as text that pastes into Excel: tabs between cells, quotes where a cell has any of its own, no formula out of words. */
export function toTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(quoted).join('\t')).join('\r\n');
}

function quoted(text: string): string {
  const safe = defused(text);
  return /["\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
