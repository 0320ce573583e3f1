import type { Day } from '../kit/calendar.ts';
import { cellAt, isBlank, type MergeLookup, mergeLookup, type SheetGrid, widthOf } from './cells.ts';
import { type Column, headersOf, headerText, readColumns } from './columns.ts';
import { type ImportKind, isAmount } from './fields.ts';
import { listDay } from './list-days.ts';
import type { ColumnMapping } from './mapping.ts';
import { asMoneyUnit, declaredUnit, type MoneyUnit } from './money-units.ts';
import { plainText } from './text.ts';
import { type HeaderPath, isHeaderWord, namesProject } from './vocabulary.ts';

/** The header of a list: its rows (0-based), the row after it, the columns, and what stands above. */
export type Header = {
  top: number;
  bottom: number;
  firstBodyRow: number;
  columns: readonly Column[];
  title: string;
  listYear: number | null;
  /** The day up to which the list says that it holds. */
  asOf: Day | null;
  /** The row above or within the header that declares the sheet's unit, with that unit. */
  unitRow: { row: number; unit: MoneyUnit } | null;
  /** Whether a column's own unit contradicts the declared one. */
  unitConflict: boolean;
};

/** A header is looked for in so many rows from the top: what comes later is a list without one. */
const searchedRows = 40;

/**
 * Finds the header of a sheet and what its columns mean. Where nothing names projects, the likeliest header is given
 * with what was understood, so that a person can say which column does; null where the sheet has no table at all.
 */
export function readHeader(sheet: SheetGrid, kind: ImportKind, mapping: readonly ColumnMapping[] = []): Header | null {
  const merged = mergeLookup(sheet);
  const block = findBlock(sheet, merged) ?? likelyBlock(sheet);
  if (block === null) return null;
  const title = textsAbove(sheet, block.top).join(' ');
  const listYear = yearOf(title) ?? yearOf(sheet.name);
  const unitRow = findUnitRow(sheet, block.top);
  const columns = readColumns(sheet, merged, block, { kind, listYear, title, unit: unitRow?.unit ?? null, mapping });
  const unitConflict =
    unitRow !== null && columns.some((column) => column.field !== null && isAmount(column.field) && column.unit !== unitRow.unit);
  return { ...block, columns, title, listYear, asOf: listDay(title, listYear), unitRow, unitConflict };
}

/** What stands above a sheet's header, and the header's words, before anybody knows what kind of list it is. */
export function glance(sheet: SheetGrid): { title: string; headers: HeaderPath[] } | null {
  const merged = mergeLookup(sheet);
  const block = findBlock(sheet, merged);
  return block && { title: textsAbove(sheet, block.top).join(' '), headers: headersOf(sheet, merged, block) };
}

/** Whether a header names the project, without which its sheet is no list of projects. */
export function isList(header: Header): boolean {
  return header.columns.some((column) => column.field === 'name');
}

type Block = { top: number; bottom: number; firstBodyRow: number };

function findBlock(sheet: SheetGrid, merged: MergeLookup): Block | null {
  const width = widthOf(sheet);
  for (let row = 0; row < Math.min(sheet.rows.length, searchedRows); row++) {
    for (let column = 0; column < width; column++) {
      if (!namesProject(headerText(cellAt(sheet, row, column).value))) continue;
      const known = rowTexts(sheet, row).filter((text) => isHeaderWord(headerText(text))).length;
      if (known < 2 && rowTexts(sheet, row).length < 3) continue;
      return extend(sheet, merged, row, column);
    }
  }
  return null;
}

/** The first row that looks like a header though none of its words names a project. */
function likelyBlock(sheet: SheetGrid): Block | null {
  for (let row = 0; row < Math.min(sheet.rows.length, searchedRows); row++) {
    const texts = rowTexts(sheet, row);
    if (texts.length >= 3 && texts.every((text) => plainText(text).length <= 20 && !/^[-\d.,%/]+$/.test(plainText(text))))
      return { top: row, bottom: row, firstBodyRow: row + 1 };
  }
  return null;
}

/** Takes in the group headers above the row that names the project and the sub-headers below it. */
function extend(sheet: SheetGrid, merged: MergeLookup, row: number, nameColumn: number): Block {
  const above = rowTexts(sheet, row - 1);
  const isGroupRow = row > 0 && above.length >= 2 && above.every((text) => plainText(text).length <= 20 && !/[:：]/.test(text));
  let bottom = Math.max(row, merged(row, nameColumn)?.bottom ?? row);
  while (bottom + 1 < sheet.rows.length && isSubHeader(sheet, bottom + 1, nameColumn)) bottom++;
  let firstBodyRow = bottom + 1;
  while (isIndexRow(sheet, firstBodyRow, nameColumn)) firstBodyRow++;
  return { top: isGroupRow ? row - 1 : row, bottom, firstBodyRow };
}

/** A row under the header that names no project but splits its groups, or gives each money column its unit. */
function isSubHeader(sheet: SheetGrid, row: number, nameColumn: number): boolean {
  if (!isBlank(cellAt(sheet, row, nameColumn))) return false;
  const cells = (sheet.rows[row] ?? []).map((cell, column) => ({ cell, column })).filter(({ cell }) => !isBlank(cell));
  if (cells.length === 0 || cells.some(({ cell }) => typeof cell.value !== 'string')) return false;
  const texts = cells.map(({ cell }) => plainText(cell.value));
  if (texts.every((text) => asMoneyUnit(text) !== null)) return true;
  if (cells.some(({ column }) => column <= nameColumn)) return false;
  return (
    texts.every((text) => text.length <= 20 && !/^[-\d.,%/]+$/.test(text)) &&
    texts.some((text) => isHeaderWord(headerText(text)) || /^(中央|省级?|市级?|[区县]级?|计划|完成|投资|自筹|国债)/.test(text))
  );
}

/** The row of column numbers (1 2 3 …, 甲 乙 1 2 …) that some forms print under the header. */
function isIndexRow(sheet: SheetGrid, row: number, nameColumn: number): boolean {
  const texts = rowTexts(sheet, row);
  if (texts.length < 4 || isBlank(cellAt(sheet, row, nameColumn))) return false;
  return (
    texts.every((text) => /^(\d{1,2}|[甲乙丙丁]|\(\d{1,2}\))$/.test(plainText(text)) || /^\d+=/.test(plainText(text))) &&
    /^(\d{1,2}|[甲乙丙丁]|\(\d{1,2}\))$/.test(plainText(cellAt(sheet, row, nameColumn).value))
  );
}

function rowTexts(sheet: SheetGrid, row: number): string[] {
  return (sheet.rows[row] ?? []).filter((cell) => !isBlank(cell)).map((cell) => String(cell.value));
}

function textsAbove(sheet: SheetGrid, top: number): string[] {
  const texts: string[] = [];
  for (let row = 0; row < top; row++) texts.push(...rowTexts(sheet, row));
  return texts;
}

function findUnitRow(sheet: SheetGrid, top: number): Header['unitRow'] {
  for (let row = top - 1; row >= 0; row--) {
    for (const text of rowTexts(sheet, row)) {
      const unit = declaredUnit(text);
      if (unit !== null) return { row, unit };
    }
  }
  return null;
}

function yearOf(text: string): number | null {
  const year = /(20\d\d)年/.exec(plainText(text))?.[1];
  return year === undefined ? null : Number(year);
}
