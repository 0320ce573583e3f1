import * as xlsx from '@e965/xlsx';
import { type Cell, columnLetter, type Merge, type SheetGrid, type WorkbookGrid, widthOf } from '#shared/imports/cells.ts';
import { readCsv } from '#shared/imports/csv.ts';
import { dayOfSerial } from '#shared/imports/dates.ts';
import { DomainError } from '#shared/kit/errors.ts';
import { caps } from './caps.ts';
import { decodeText } from './decode.ts';
import { checkZip, refuseEntities } from './zip.ts';

/** Reads the bytes of a workbook, whatever its name says: by what they begin with, .xlsx, .xls, an HTML table or CSV. */
export function readGrid(bytes: Buffer, fileName: string): WorkbookGrid {
  if (bytes.length > caps.fileBytes) throw new DomainError('TOO_LARGE', { limit: 'file', max: caps.fileBytes });
  if (bytes.length === 0) throw new DomainError('FILE_UNREADABLE', { reason: 'empty' });
  const grid = { fileName, sheets: sheetsOf(bytes, fileName) };
  for (const sheet of grid.sheets) {
    if (sheet.rows.length > caps.rows) throw new DomainError('TOO_LARGE', { limit: 'rows', max: caps.rows, sheet: sheet.name });
    if (widthOf(sheet) > caps.columns) throw new DomainError('TOO_LARGE', { limit: 'columns', max: caps.columns, sheet: sheet.name });
  }
  return grid;
}

function sheetsOf(bytes: Buffer, fileName: string): SheetGrid[] {
  if (bytes.readUInt32BE(0) === 0x504b0304) {
    checkZip(bytes);
    return parsed(() =>
      xlsx.read(bytes, { type: 'buffer', dense: true, cellNF: true, cellStyles: true, cellText: false, cellHTML: false }),
    );
  }
  if (bytes.subarray(0, 4).toString('hex') === 'd0cf11e0')
    return parsed(() => xlsx.read(bytes, { type: 'buffer', dense: true, cellNF: true, cellStyles: true, cellText: false }));
  const text = decodeText(bytes);
  if (/^\ufeff?\s*</.test(text)) return markup(text);
  return [readCsv(text, fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, ''))];
}

/** An HTML table under the name of a workbook. All its values stay text, as in CSV. */
function markup(text: string): SheetGrid[] {
  refuseEntities(text, 'html');
  if (!/<table[\s>]/i.test(text)) throw new DomainError('FILE_UNREADABLE', { reason: 'no-table' });
  return parsed(() => xlsx.read(text, { type: 'string', dense: true, raw: true, cellStyles: true }));
}

function parsed(parse: () => xlsx.WorkBook): SheetGrid[] {
  let book: xlsx.WorkBook;
  try {
    book = parse();
  } catch (error) {
    const reason = error instanceof Error && /password|encrypt/i.test(error.message) ? 'password' : 'damaged';
    throw new DomainError('FILE_UNREADABLE', { reason });
  }
  if (book.SheetNames.length > caps.sheets) throw new DomainError('TOO_LARGE', { limit: 'sheets', max: caps.sheets });
  const dayShift = book.Workbook?.WBProps?.date1904 === true ? 1462 : 0;
  return book.SheetNames.map((name, index) => {
    const sheet = book.Sheets[name];
    const state = book.Workbook?.Sheets?.[index]?.Hidden ?? 0;
    return toGrid(name, state !== 0, sheet, dayShift);
  });
}

function toGrid(name: string, hidden: boolean, sheet: xlsx.WorkSheet | undefined, dayShift: number): SheetGrid {
  const rows: Cell[][] = [];
  const data: readonly (readonly (xlsx.CellObject | undefined)[] | undefined)[] = sheet?.['!data'] ?? [];
  data.forEach((source, row) => {
    const cells: Cell[] = [];
    source?.forEach((cell, column) => {
      const read = cell === undefined ? null : toCell(cell, dayShift);
      if (read === null) return;
      if (column >= caps.columns)
        throw new DomainError('TOO_LARGE', { limit: 'columns', max: caps.columns, cell: `${columnLetter(column)}${row + 1}` });
      while (cells.length < column) cells.push({ value: null });
      cells.push(read);
    });
    if (cells.length === 0) return;
    if (row >= caps.rows) throw new DomainError('TOO_LARGE', { limit: 'rows', max: caps.rows, sheet: name });
    while (rows.length < row) rows.push([]);
    rows.push(cells);
  });
  const merges: Merge[] = (sheet?.['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }));
  return { name, hidden, rows, merges, hiddenRows: hiddenOf(sheet?.['!rows']), hiddenColumns: hiddenOf(sheet?.['!cols']) };
}

function toCell(cell: xlsx.CellObject, dayShift: number): Cell | null {
  const extras: Partial<Cell> = {};
  if (typeof cell.z === 'string' && cell.z !== 'General') extras.format = cell.z;
  if (typeof cell.f === 'string') extras.formula = cell.f;
  switch (cell.t) {
    case 'e':
      return { value: null, error: cell.w ?? (typeof cell.v === 'number' ? (errorNames[cell.v] ?? '#ERROR') : '#ERROR'), ...extras };
    case 'n': {
      if (typeof cell.v !== 'number') return null;
      const isDate = extras.format !== undefined && xlsx.SSF.is_date(extras.format) && cell.v >= 367 && cell.v < 109_000;
      return isDate ? { value: cell.v, date: dayOfSerial(cell.v + dayShift), ...extras } : { value: cell.v, ...extras };
    }
    case 'b':
      return { value: cell.v === true, ...extras };
    case 's':
      return typeof cell.v === 'string' && cell.v !== '' ? { value: cell.v, ...extras } : null;
    default:
      return null;
  }
}

const errorNames: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};

function hiddenOf(infos: readonly ({ hidden?: boolean } | undefined)[] | undefined): number[] {
  const hidden: number[] = [];
  infos?.forEach((info, index) => {
    if (info?.hidden === true && index < caps.rows) hidden.push(index);
  });
  return hidden;
}
