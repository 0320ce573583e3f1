import type { Day } from '../kit/calendar.ts';
import { findBlock, likelyBlock, partsOf, rowTexts, unitBetween } from './blocks.ts';
import { mergeLookup, type SheetGrid } from './cells.ts';
import { type Column, headersOf, readColumns } from './columns.ts';
import { type ImportKind, isAmount } from './fields.ts';
import { listDay } from './list-days.ts';
import type { ColumnMapping } from './mapping.ts';
import type { MoneyUnit } from './money-units.ts';
import { plainText } from './text.ts';
import type { HeaderPath } from './vocabulary.ts';

/** The header of a list: its rows (0-based), the row after it, the columns, and what stands above. */
export type Header = {
  top: number;
  bottom: number;
  firstBodyRow: number;
  columns: readonly Column[];
  title: string;
  /** The title of the list above on the same sheet, which may say what its own does not. */
  titleAbove: string;
  listYear: number | null;
  /** The day up to which the list says that it holds. */
  asOf: Day | null;
  /** The row above or within the header that declares the sheet's unit, with that unit. */
  unitRow: { row: number; unit: MoneyUnit } | null;
  /** Whether a column's own unit contradicts the declared one. */
  unitConflict: boolean;
};

/** A list on a sheet: the sheet as far as it is this list's, and its header; null where nothing looks like one. */
export type SheetPart = { grid: SheetGrid; header: Header | null };

/** The lists of a sheet, one under another; nearly always one. */
export function readParts(sheet: SheetGrid, kind: ImportKind, mapping: readonly ColumnMapping[] = []): SheetPart[] {
  let above: Header | null = null;
  return partsOf(sheet).map((grid) => {
    const header = readHeader(grid, kind, mapping, above);
    above ??= header;
    return { grid, header };
  });
}

/**
 * Finds the header of a list and what its columns mean. Where nothing names projects, the likeliest header is given
 * with what was understood, so that a person can say which column does; null where the sheet has no table at all.
 */
function readHeader(sheet: SheetGrid, kind: ImportKind, mapping: readonly ColumnMapping[], above: Header | null): Header | null {
  const merged = mergeLookup(sheet);
  const block = findBlock(sheet, merged) ?? likelyBlock(sheet);
  if (block === null) return null;
  const title = textsAbove(sheet, block.top).join(' ');
  const listYear = yearOf(title) ?? above?.listYear ?? yearOf(sheet.name);
  const unitRow = unitBetween(sheet, 0, block.top);
  const columns = readColumns(sheet, merged, block, { kind, listYear, title, unit: (unitRow ?? above?.unitRow)?.unit ?? null, mapping });
  const unitConflict =
    unitRow !== null && columns.some((column) => column.field !== null && isAmount(column.field) && column.unit !== unitRow.unit);
  const asOf = listDay(title, listYear) ?? above?.asOf ?? null;
  return { ...block, columns, title, titleAbove: above?.title ?? '', listYear, asOf, unitRow, unitConflict };
}

/** What stands above the header of each list of a sheet, and the header's words, before anybody knows what kind of list it is. */
export function glance(sheet: SheetGrid): { title: string; headers: HeaderPath[] }[] {
  return partsOf(sheet).flatMap((part) => {
    const merged = mergeLookup(part);
    const block = findBlock(part, merged);
    return block ? [{ title: textsAbove(part, block.top).join(' '), headers: headersOf(part, merged, block) }] : [];
  });
}

/** Whether a header names the project, without which its sheet is no list of projects. */
export function isList(header: Header): boolean {
  return header.columns.some((column) => column.field === 'name');
}

function textsAbove(sheet: SheetGrid, top: number): string[] {
  const texts: string[] = [];
  for (let row = 0; row < top; row++) texts.push(...rowTexts(sheet, row));
  return texts;
}

function yearOf(text: string): number | null {
  const year = /(20\d\d)年/.exec(plainText(text))?.[1];
  return year === undefined ? null : Number(year);
}
