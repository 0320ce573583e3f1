import type { CellStyle, WriteOptions, WriteSheet } from 'hucre/xlsx';
import { type Day, daysBetween, firstDayOfMonth } from '#shared/kit/calendar.ts';
import { beginsFormula } from '#shared/kit/formula.ts';
import { widthOf } from '#shared/kit/text.ts';
import type { XlsxColumn, XlsxSheet, XlsxValue } from './xlsx.ts';

/** Day 0 of Excel's calendar as it counts from March 1900 on. */
const EPOCH = '1899-12-30' as Day;
/** What a page of each size holds at two thirds of the sheet's own size, in characters; wider sheets run over. */
const PAGE_WIDTH = { a4: 125, a3: 180 } as const;
/** So many rows below the header offer a column's choices. */
const ROWS_WITH_CHOICES = 2000;
/** The height of a line of text in points. */
const LINE = 14;
/** Excel keeps a list of choices in one text of at most so many signs. */
const CHOICES_LENGTH = 250;

const song = { name: '宋体', size: 10, charset: 134 } as const;
const line = { style: 'thin', color: { rgb: '8C8373' } } as const;
const border = { top: line, right: line, bottom: line, left: line };

const titleStyle: CellStyle = { font: { ...song, size: 18, bold: true }, alignment: { horizontal: 'center', vertical: 'center' } };
const noteStyle: CellStyle = { font: song, alignment: { horizontal: 'left', vertical: 'center' } };
const unitStyle: CellStyle = { font: song, alignment: { horizontal: 'right', vertical: 'center' } };
const headerStyle: CellStyle = {
  font: { name: '黑体', size: 10, charset: 134 },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  border,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F3EFE6' } },
};

const fillHere = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF8D6' } } as const;

/** The sheets in the terms of the library that writes them. */
export function workbookOf(sheets: readonly XlsxSheet[]): WriteOptions {
  const named = sheets.map((sheet, index) => ({ sheet, name: nameOf(sheet.name, index) }));
  return {
    sheets: named.map(({ sheet, name }) => sheetOf(sheet, name)),
    defaultFont: song,
    namedRanges: named.map(({ sheet, name }) => ({ name: '_xlnm.Print_Titles', scope: name, range: printTitles(sheet, name) })),
  };
}

/** A sheet's name has at most 31 signs and none of those that its own addresses use. */
function nameOf(name: string, index: number): string {
  return (
    name
      .replace(/[[\]:*?/\\']/g, ' ')
      .trim()
      .slice(0, 31) || `Sheet${index + 1}`
  );
}

function sheetOf(sheet: XlsxSheet, name: string): WriteSheet {
  const { columns } = sheet;
  const head = headOf(sheet);
  const cells = new Map<string, { value: string | number | null; style: CellStyle }>();
  const put = (row: number, column: number, value: string | number | null, style: CellStyle) => {
    cells.set(`${row},${column}`, { value, style });
  };
  put(0, 0, sheet.title, titleStyle);
  if (sheet.note) {
    put(1, 0, sheet.note.left, noteStyle);
    put(1, columns.length - 1, sheet.note.right, unitStyle);
  }
  for (let row = head.top; row < head.body; row++) columns.forEach((_, column) => void put(row, column, null, headerStyle));
  for (const { row, column, text } of head.texts) put(row, column, text, headerStyle);

  const styles = columns.map((column, index) => stylesOf(column, sheet.rows, index));
  const body = sheet.total ? [...sheet.rows, sheet.total] : sheet.rows;
  body.forEach((values, index) => {
    const isTotal = index === sheet.rows.length;
    values.forEach((value, column) => {
      const of = columns[column];
      if (!of) return;
      const kept = kindOf(value, of);
      const style = styles[column]?.[isTotal ? 'total' : 'body'][kept];
      if (style) put(head.body + index, column, rawOf(value), style);
    });
  });

  const heights = new Map<number, { height: number }>([[0, { height: 32 }]]);
  for (let row = head.top; row < head.body; row++) heights.set(row, { height: 24 });
  // Said for every row: not every office program works out by itself how high wrapped text stands.
  body.forEach((values, index) => {
    heights.set(head.body + index, { height: LINE * linesOf(values, columns) + 4 });
  });
  return {
    name,
    columns: columns.map((column) => ({ width: column.width * 2 + 1.5 })),
    rows: [],
    cells,
    rowDefs: heights,
    merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: columns.length - 1 }, ...head.merges],
    freezePane: { rows: head.body, columns: sheet.frozen },
    pageSetup: {
      paperSize: sheet.paper,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: Math.max(1, Math.ceil(columns.reduce((sum, column) => sum + column.width, 0) / PAGE_WIDTH[sheet.paper])),
      fitToHeight: 0,
      margins: { top: 0.6, bottom: 0.7, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
      horizontalCentered: true,
    },
    headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
    // No password: it keeps what must come back as it went from being overwritten by mistake, nothing more.
    ...(columns.some(({ isToFill }) => isToFill) ? { protection: { sheet: true, formatColumns: true, formatRows: true } } : {}),
    dataValidations: columns.flatMap((column, index) => choicesOf(column, index, head.body)),
  };
}

/** How many lines the longest text of a row takes in its column; a workbook row has no more than a page. */
function linesOf(values: readonly XlsxValue[], columns: readonly XlsxColumn[]): number {
  let most = 1;
  values.forEach((value, index) => {
    const column = columns[index];
    if (typeof value !== 'string' || column?.format !== 'text') return;
    const lines = value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / column.width)), 0);
    most = Math.max(most, lines);
  });
  return Math.min(most, 25);
}

type Head = {
  top: number;
  body: number;
  texts: { row: number; column: number; text: string }[];
  merges: NonNullable<WriteSheet['merges']>;
};

/** One header row, or two where columns are grouped; neighbours of one group share a cell. */
function headOf({ columns, note }: XlsxSheet): Head {
  const top = note ? 2 : 1;
  const isGrouped = columns.some((column) => column.group !== null);
  const bottom = isGrouped ? top + 1 : top;
  const head: Head = { top, body: bottom + 1, texts: [], merges: [] };
  columns.forEach(({ header, group }, column) => {
    head.texts.push({ row: group === null ? top : bottom, column, text: header });
    if (group === null && isGrouped) head.merges.push({ startRow: top, startCol: column, endRow: bottom, endCol: column });
    if (group === null || columns[column - 1]?.group === group) return;
    let end = column;
    while (columns[end + 1]?.group === group) end++;
    head.texts.push({ row: top, column, text: group });
    if (end > column) head.merges.push({ startRow: top, startCol: column, endRow: top, endCol: end });
  });
  return head;
}

/** What is repeated on every page: title and header, and the first columns where the sheet is wider than a page. */
function printTitles(sheet: XlsxSheet, name: string): string {
  const rows = `'${name}'!$1:$${headOf(sheet).body}`;
  return sheet.frozen > 0 ? `'${name}'!$A:$${letterOf(sheet.frozen - 1)},${rows}` : rows;
}

function letterOf(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : `${letterOf(Math.floor(column / 26) - 1)}${letterOf(column % 26)}`;
}

type Kind = 'words' | 'guarded' | 'number' | 'day' | 'month';

function kindOf(value: XlsxValue, { format }: Pick<XlsxColumn, 'format'>): Kind {
  if (value === null) return format === 'text' ? 'words' : 'number';
  if (typeof value === 'number') return 'number';
  // The text format keeps it words even when somebody edits the cell.
  if (typeof value === 'string') return beginsFormula(value) ? 'guarded' : 'words';
  return 'day' in value ? 'day' : 'month';
}

function rawOf(value: XlsxValue): string | number | null {
  if (value === null || typeof value !== 'object') return value;
  return daysBetween(EPOCH, 'day' in value ? value.day : firstDayOfMonth(value.month));
}

/** Styles are made once a column: a style for each cell would be compared with all others for each cell. */
function stylesOf(column: XlsxColumn, rows: XlsxSheet['rows'], index: number): Record<'body' | 'total', Record<Kind, CellStyle>> {
  const toFill = column.isToFill ? { fill: fillHere, protection: { locked: false } } : {};
  const base = (isBold: boolean, numFmt: string | null): CellStyle => ({
    font: isBold ? { ...song, bold: true } : song,
    alignment: { horizontal: column.align, vertical: 'center', wrapText: column.format === 'text' },
    border,
    ...toFill,
    ...(numFmt === null ? {} : { numFmt }),
  });
  const number = numberFormat(column, rows, index);
  const all = (isBold: boolean): Record<Kind, CellStyle> => ({
    words: base(isBold, null),
    guarded: base(isBold, '@'),
    number: base(isBold, number),
    day: base(isBold, 'yyyy-mm-dd'),
    month: base(isBold, 'yyyy-mm'),
  });
  return { body: all(false), total: all(true) };
}

function numberFormat({ format }: XlsxColumn, rows: XlsxSheet['rows'], index: number): string | null {
  switch (format) {
    case 'text':
      return null;
    case 'integer':
      return '#,##0';
    case 'percent':
      return '0.0%';
    case 'amount':
      return rows.every((row) => typeof row[index] !== 'number' || Number.isInteger(row[index])) ? '#,##0' : '#,##0.00';
  }
}

function choicesOf({ choices }: XlsxColumn, column: number, body: number): NonNullable<WriteSheet['dataValidations']> {
  if (!choices || choices.join().length > CHOICES_LENGTH) return [];
  const letter = letterOf(column);
  return [{ type: 'list', values: [...choices], allowBlank: true, range: `${letter}${body + 1}:${letter}${body + ROWS_WITH_CHOICES}` }];
}
