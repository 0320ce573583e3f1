import { cellAt, columnLetter, isBlank, type MergeLookup, type SheetGrid, widthOf } from './cells.ts';
import { type Field, type ImportKind, isAmount } from './fields.ts';
import type { ColumnMapping } from './mapping.ts';
import { asMoneyUnit, type MoneyUnit, unitInHeader } from './money-units.ts';
import { plainText } from './text.ts';
import { claimsOf, type HeaderPath } from './vocabulary.ts';

/** One column of a list: its header's path, what it means, and for money the unit that holds in it. */
export type Column = { index: number; letter: string; header: string; field: Field | null; unit: MoneyUnit | null; hidden: boolean };

/** What is known of a list before its columns are understood. */
export type ListFacts = {
  kind: ImportKind;
  listYear: number | null;
  title: string;
  unit: MoneyUnit | null;
  mapping: readonly ColumnMapping[];
};

/** The rows of a header, 0-based. */
export type HeaderRows = { top: number; bottom: number };

/** What the columns of a sheet mean: a person's word first, then the surest reading of each header; no meaning twice. */
export function readColumns(sheet: SheetGrid, merged: MergeLookup, rows: HeaderRows, facts: ListFacts): Column[] {
  const paths = headerPaths(sheet, merged, rows);
  const hidden = new Set(sheet.hiddenColumns);
  const told = toldColumns(paths, sheet.name, facts.mapping);
  const byColumn = new Map<number, Field>();
  const taken = new Set<Field>();
  for (const [index, word] of told) {
    if (word.field === null || taken.has(word.field)) continue;
    byColumn.set(index, word.field);
    taken.add(word.field);
  }
  const headers = pathsOf(paths, hidden);
  const claims = claimsOf(headers, facts.kind, facts.listYear, facts.title).sort((a, b) => a.rank - b.rank || a.index - b.index);
  for (const { field, index } of claims) {
    if (told.has(index) || byColumn.has(index) || taken.has(field)) continue;
    byColumn.set(index, field);
    taken.add(field);
  }
  return paths.map((parts, index) => {
    const field = byColumn.get(index) ?? null;
    const unit = field !== null && isAmount(field) ? (told.get(index)?.unit ?? ownUnit(parts) ?? facts.unit ?? '万元') : null;
    return { index, letter: columnLetter(index), header: parts.join('/'), field, unit, hidden: hidden.has(index) };
  });
}

/** The headers of a sheet's visible columns as they are compared with words. */
export function headersOf(sheet: SheetGrid, merged: MergeLookup, rows: HeaderRows): HeaderPath[] {
  return pathsOf(headerPaths(sheet, merged, rows), new Set(sheet.hiddenColumns));
}

function pathsOf(paths: readonly string[][], hidden: ReadonlySet<number>): HeaderPath[] {
  return paths.map((parts, index) => ({
    path: hidden.has(index) ? '' : parts.map(headerText).filter(Boolean).join('/'),
    withBrackets: hidden.has(index) ? '' : parts.filter((part) => asMoneyUnit(part) === null).join('/'),
  }));
}

function ownUnit(parts: readonly string[]): MoneyUnit | null {
  return [...parts].reverse().reduce<MoneyUnit | null>((unit, part) => unit ?? asMoneyUnit(part) ?? unitInHeader(part), null);
}

/** A word for one sheet goes before one for all. */
function toldColumns(paths: readonly string[][], sheet: string, mapping: readonly ColumnMapping[]): Map<number, ColumnMapping> {
  const told = new Map<number, ColumnMapping>();
  const seen = new Map<string, number>();
  paths.forEach((parts, index) => {
    const header = parts.join('/');
    const nth = seen.get(header) ?? 0;
    seen.set(header, nth + 1);
    const words = mapping.filter((word) => word.header === header && word.nth === nth);
    const word = words.find((candidate) => candidate.sheet === sheet) ?? words.find((candidate) => candidate.sheet === null);
    if (word) told.set(index, word);
  });
  return told;
}

function headerPaths(sheet: SheetGrid, merged: MergeLookup, block: HeaderRows): string[][] {
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
function groupAtLeft(sheet: SheetGrid, block: HeaderRows, row: number, column: number): string {
  if (row === block.bottom || sheet.merges.some((merge) => merge.top <= block.bottom && merge.bottom >= block.top)) return '';
  if (isBlank(cellAt(sheet, row + 1, column))) return '';
  for (let left = column - 1; left >= 0 && !isBlank(cellAt(sheet, row + 1, left)); left--) {
    const cell = cellAt(sheet, row, left);
    if (!isBlank(cell)) return plainText(cell.value);
  }
  return '';
}

/** A header's words without the unit and the remarks in brackets; 县（市、区） keeps its own. */
export function headerText(value: string | number | boolean | null): string {
  const plain = plainText(value);
  if (asMoneyUnit(plain) !== null) return '';
  const bare = plain
    .replace(/^其中[:,]?(?=.)/, '')
    .replace(/[([【][^)\]】]*[)\]】]/g, '')
    .replace(/[,、]?单位:(亿元|万元|元)$|[:,/、](亿元|万元|元)$/, '');
  if (/[([]是[/、]?否[)\]]/.test(plain)) return `是否${bare}`;
  const until = /[([]((截至|截止|至|到)(上年|去年|\d{4}年)(年?底|年?末|12月底?))[)\]]/.exec(plain)?.[1];
  if (until !== undefined) return `${until}${bare}`;
  return bare === '' ? plain : bare.replace(/(?<=.)(亿元|万元)$/, '');
}
