import { type ImportKind, isReadable } from '#shared/imports/fields.ts';
import { recogniseKind } from '#shared/imports/kinds.ts';
import { type ImportReading, readWorkbook } from '#shared/imports/read.ts';
import { DomainError } from '#shared/kit/errors.ts';
import { readGrid } from './workbook.ts';

/** What is asked of a reading: the kind where a person knows it, and hidden sheets to take all the same. */
export type UnderstandOptions = { kind?: ImportKind; hiddenSheets?: readonly string[] };

/** Bytes of a file → rows and findings. Pure but for the parsing; run it through `run.ts`, which bounds its memory and time. */
export function understand(bytes: Buffer, fileName: string, options: UnderstandOptions = {}): ImportReading {
  const grid = readGrid(bytes, fileName);
  const kind = options.kind ?? recogniseKind(grid);
  if (!isReadable(kind)) throw new DomainError('FILE_UNREADABLE', { reason: 'kind', kind });
  const reading = readWorkbook(grid, kind, options.hiddenSheets === undefined ? {} : { hiddenSheets: options.hiddenSheets });
  if (!reading.sheets.some((sheet) => sheet.role === 'list')) throw new DomainError('FILE_UNREADABLE', { reason: 'no-list' });
  return reading;
}
