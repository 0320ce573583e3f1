import { cellAt, columnLetter, isBlank, type MergeLookup, mergeLookup, type SheetGrid, widthOf } from './cells.ts';
import { amountFields, type Field, type ImportKind } from './fields.ts';
import { asMoneyUnit, declaredUnit, type MoneyUnit, unitInHeader } from './money-units.ts';
import { plainText } from './text.ts';
import { isHeaderWord, meanings, namesProject } from './vocabulary.ts';

/** One column of a list: its header's path, what it means, and for money the unit that holds in it. */
export type Column = { index: number; letter: string; header: string; field: Field | null; unit: MoneyUnit | null; hidden: boolean };

/** The header of a list: its rows (0-based), the row after it, the columns, and what stands above. */
export type Header = {
  top: number;
  bottom: number;
  firstBodyRow: number;
  columns: readonly Column[];
  title: string;
  listYear: number | null;
  /** The row above or within the header that declares the sheet's unit, with that unit. */
  unitRow: { row: number; unit: MoneyUnit } | null;
  /** Whether a column's own unit contradicts the declared one. */
  unitConflict: boolean;
};

/** A header is looked for in so many rows from the top: what comes later is a list without one. */
const searchedRows = 40;

/** Finds the header of a sheet and what its columns mean; null where no column names projects. */
export function readHeader(sheet: SheetGrid, kind: ImportKind): Header | null {
  const merged = mergeLookup(sheet);
  const block = findBlock(sheet, merged);
  if (block === null) return null;
  const above = textsAbove(sheet, block.top);
  const title = above.join(' ');
  const listYear = yearOf(title) ?? yearOf(sheet.name);
  const unitRow = findUnitRow(sheet, block.top);
  const paths = headerPaths(sheet, merged, block);
  const columns = assignFields(sheet, paths, kind, listYear, unitRow?.unit ?? null);
  const unitConflict =
    unitRow !== null &&
    columns.some((column) => column.field !== null && amountFields.includes(column.field) && column.unit !== unitRow.unit);
  return { ...block, columns, title, listYear, unitRow, unitConflict };
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

function headerPaths(sheet: SheetGrid, merged: MergeLookup, block: Block): string[][] {
  const paths: string[][] = [];
  for (let column = 0; column < widthOf(sheet); column++) {
    const parts: string[] = [];
    for (let row = block.top; row <= block.bottom; row++) {
      const merge = merged(row, column);
      const own = merge ? cellAt(sheet, merge.top, merge.left) : cellAt(sheet, row, column);
      const text = isBlank(own) ? groupAtLeft(sheet, block, row, column) : plainText(own.value);
      if (text !== '' && parts.at(-1) !== text) parts.push(text);
    }
    paths.push(parts);
  }
  return paths;
}

/** Without merges (CSV, HTML) a group's name stands in its first column alone; the sub-headers to its right belong to it. */
function groupAtLeft(sheet: SheetGrid, block: Block, row: number, column: number): string {
  if (row === block.bottom || sheet.merges.some((merge) => merge.top <= block.bottom && merge.bottom >= block.top)) return '';
  if (isBlank(cellAt(sheet, row + 1, column))) return '';
  for (let left = column - 1; left >= 0 && !isBlank(cellAt(sheet, row + 1, left)); left--) {
    const cell = cellAt(sheet, row, left);
    if (!isBlank(cell)) return plainText(cell.value);
  }
  return '';
}

function assignFields(
  sheet: SheetGrid,
  paths: string[][],
  kind: ImportKind,
  listYear: number | null,
  sheetUnit: MoneyUnit | null,
): Column[] {
  const hidden = new Set(sheet.hiddenColumns);
  const claims = paths.flatMap((parts, index) =>
    hidden.has(index)
      ? []
      : meanings(parts.map(headerText).filter(Boolean).join('/'), kind, listYear).map((claim) => ({ ...claim, index })),
  );
  claims.sort((a, b) => a.rank - b.rank || a.index - b.index);
  const byColumn = new Map<number, Field>();
  const taken = new Set<Field>();
  for (const { field, index } of claims) {
    if (byColumn.has(index) || taken.has(field)) continue;
    byColumn.set(index, field);
    taken.add(field);
  }
  return paths.map((parts, index) => {
    const field = byColumn.get(index) ?? null;
    const ownUnit = [...parts].reverse().reduce<MoneyUnit | null>((unit, part) => unit ?? asMoneyUnit(part) ?? unitInHeader(part), null);
    const unit = field !== null && amountFields.includes(field) ? (ownUnit ?? sheetUnit ?? '万元') : null;
    return { index, letter: columnLetter(index), header: parts.join('/'), field, unit, hidden: hidden.has(index) };
  });
}

/** A header's words without the unit and the remarks in brackets; 县（市、区） keeps its own. */
function headerText(value: string | number | boolean | null): string {
  const plain = plainText(value);
  if (asMoneyUnit(plain) !== null) return '';
  const bare = plain.replace(/[([【][^)\]】]*[)\]】]/g, '').replace(/[:,/、](亿元|万元|元)$/, '');
  return bare === '' ? plain : bare.replace(/(?<=.)(亿元|万元)$/, '');
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
