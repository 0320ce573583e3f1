import { cellAt, isBlank, type MergeLookup, mergeLookup, type SheetGrid } from './cells.ts';
import { headersOf, headerText } from './columns.ts';
import { asMoneyUnit, declaredUnit, unitInHeader } from './money-units.ts';
import { plainText } from './text.ts';
import { isHeaderWord, namesProject } from './vocabulary.ts';

/** Where a header stands, 0-based: its rows, and the first row after it and after a row of column numbers. */
export type Block = { top: number; bottom: number; firstBodyRow: number };

/** A header is looked for in so many rows from the first that holds anything: what comes later is a list without one. */
const searchedRows = 40;

/** The first header of a sheet: a row that names projects, with the groups above it and the sub-headers below. */
export function findBlock(sheet: SheetGrid, merged: MergeLookup): Block | null {
  const first = firstRow(sheet);
  for (let row = first; row < Math.min(sheet.rows.length, first + searchedRows); row++) {
    const nameColumn = namingColumn(sheet, row);
    if (nameColumn === null) continue;
    const known = rowTexts(sheet, row).filter((text) => isHeaderWord(headerText(text))).length;
    if (known >= 2 || rowTexts(sheet, row).length >= 3) return extend(sheet, merged, row, nameColumn);
  }
  return null;
}

/** The first row that looks like a header though none of its words names a project. */
export function likelyBlock(sheet: SheetGrid): Block | null {
  const first = firstRow(sheet);
  for (let row = first; row < Math.min(sheet.rows.length, first + searchedRows); row++) {
    const texts = rowTexts(sheet, row);
    if (texts.length >= 3 && texts.every((text) => plainText(text).length <= 20 && !/^[-\d.,%/]+$/.test(plainText(text))))
      return { top: row, bottom: row, firstBodyRow: row + 1 };
  }
  return null;
}

/**
 * A sheet with one list under another as one sheet a list, in which the rows of the others are blank, so that every row
 * keeps its number. A header that is only repeated, as at the top of a printed page, begins no list.
 */
export function partsOf(sheet: SheetGrid): SheetGrid[] {
  const merged = mergeLookup(sheet);
  const first = findBlock(sheet, merged);
  if (first === null) return [sheet];
  const tops: number[] = [];
  let above = first;
  for (let row = first.firstBodyRow; row < sheet.rows.length; row++) {
    const nameColumn = namingColumn(sheet, row);
    if (nameColumn === null) continue;
    const block = extend(sheet, merged, row, nameColumn);
    const top = titleTop(sheet, above.firstBodyRow, block.top);
    if (!isHeader(sheet, merged, block) || isRepeated(sheet, merged, above, { ...block, title: top })) continue;
    tops.push(top);
    above = block;
    row = block.firstBodyRow - 1;
  }
  if (tops.length === 0) return [sheet];
  return [0, ...tops].map((from, index) => between(sheet, from, tops[index] ?? sheet.rows.length));
}

/** The texts of a row's filled cells. */
export function rowTexts(sheet: SheetGrid, row: number): string[] {
  return (sheet.rows[row] ?? []).filter((cell) => !isBlank(cell)).map((cell) => String(cell.value));
}

function between(sheet: SheetGrid, from: number, to: number): SheetGrid {
  return {
    ...sheet,
    rows: sheet.rows.slice(0, to).map((cells, row) => (row < from ? [] : cells)),
    merges: sheet.merges.filter(({ top }) => top >= from && top < to),
  };
}

function firstRow(sheet: SheetGrid): number {
  return Math.max(
    0,
    sheet.rows.findIndex((row) => row.some((cell) => !isBlank(cell))),
  );
}

/** The column of a row that names projects. Of five thousand rows few hold a word that is short enough to be looked at. */
function namingColumn(sheet: SheetGrid, row: number): number | null {
  const column = (sheet.rows[row] ?? []).findIndex(
    ({ value }) => typeof value === 'string' && /^\s*[^(（[【]{2,14}([(（[【]|$)/.test(value) && namesProject(headerText(value)),
  );
  return column < 0 ? null : column;
}

/** Below a list only what is a header beyond doubt begins another: words alone, most of them known. */
function isHeader(sheet: SheetGrid, merged: MergeLookup, { top, bottom }: Block): boolean {
  for (let row = top; row <= bottom; row++)
    if ((sheet.rows[row] ?? []).some((cell) => !isBlank(cell) && typeof cell.value !== 'string')) return false;
  const paths = headersOf(sheet, merged, { top, bottom }).filter(({ path }) => path !== '');
  const known = paths.filter(({ path }) => isHeaderWord(path)).length;
  return known >= 3 && known >= paths.length / 2;
}

/** Whether a header has mostly the words of the one above it, column by column, and counts in the same units. */
function isRepeated(sheet: SheetGrid, merged: MergeLookup, above: Block, below: Block & { title: number }): boolean {
  const before = headersOf(sheet, merged, above);
  const after = headersOf(sheet, merged, below);
  const filled = after.filter(({ path }) => path !== '').length;
  const same = after.filter(({ path, withBrackets }, at) => {
    const other = before[at];
    return path !== '' && path === other?.path && unitInHeader(withBrackets) === unitInHeader(other.withBrackets);
  }).length;
  if (same < 0.6 * filled) return false;
  const declared = (from: number, to: number) => unitBetween(sheet, from, to)?.unit ?? null;
  const own = declared(below.title, below.top);
  return own === null || own === declared(0, above.top);
}

/** The line between two rows that declares a unit, the lowest first. */
export function unitBetween(sheet: SheetGrid, from: number, to: number) {
  for (let row = to - 1; row >= from; row--) {
    for (const text of rowTexts(sheet, row)) {
      const unit = declaredUnit(text);
      if (unit !== null) return { row, unit };
    }
  }
  return null;
}

/** Where the title above a header begins: lines of one or two texts, up to a blank line, a note or the list above. */
function titleTop(sheet: SheetGrid, body: number, header: number): number {
  let top = header;
  for (let row = header - 1; row >= body; row--) {
    const texts = rowTexts(sheet, row);
    if (texts.length === 0 && top < header) break;
    if (texts.length > 2 || texts.some((text) => /^(注|备注|说明)\d?[:：.、]|^.{0,6}(小计|合计|总计)/.test(plainText(text)))) break;
    if ((sheet.rows[row] ?? []).some((cell) => typeof cell.value === 'number')) break;
    if (texts.length > 0) top = row;
  }
  return top;
}

/** Takes in the group headers above the row that names the project and the sub-headers below it. */
function extend(sheet: SheetGrid, merged: MergeLookup, row: number, nameColumn: number): Block {
  const isGroupRow = namesGroups(sheet, row - 1) && rowTexts(sheet, row - 1).length < rowTexts(sheet, row).length;
  let bottom = Math.max(row, merged(row, nameColumn)?.bottom ?? row);
  while (bottom + 1 < sheet.rows.length && isSubHeader(sheet, bottom + 1, nameColumn)) bottom++;
  let firstBodyRow = bottom + 1;
  while (isIndexRow(sheet, firstBodyRow, nameColumn)) firstBodyRow++;
  return { top: isGroupRow ? row - 1 : row, bottom, firstBodyRow };
}

/** A row of short words, none of them an amount, a remark or a code. */
function namesGroups(sheet: SheetGrid, row: number): boolean {
  const texts = rowTexts(sheet, row).map(plainText);
  return texts.length >= 2 && texts.every((text) => text.length <= 20 && !/[:：]|^[-\d.,%/]+$/.test(text));
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
