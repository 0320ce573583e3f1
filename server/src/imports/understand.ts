import type { ImportKind } from '#shared/imports/fields.ts';
import { recogniseKind } from '#shared/imports/kinds.ts';
import type { ReadOptions } from '#shared/imports/mapping.ts';
import { type ImportReading, readWorkbook } from '#shared/imports/read.ts';
import { DomainError } from '#shared/kit/errors.ts';
import { readGrid } from './workbook.ts';

/** What is asked of a reading: the kind where a person knows it, and what they say about sheets and columns. */
export type UnderstandOptions = ReadOptions & { kind?: ImportKind | undefined };

/** Bytes of a file → rows and findings. Pure but for the parsing; run it through `run.ts`, which bounds its memory and time. */
export function understand(bytes: Buffer, fileName: string, { kind, ...options }: UnderstandOptions = {}): ImportReading {
  const grid = readGrid(bytes, fileName);
  const reading = readWorkbook(grid, kind ?? recogniseKind(grid), options);
  if (!reading.sheets.some((sheet) => sheet.role === 'list')) throw new DomainError('FILE_UNREADABLE', { reason: 'no-list' });
  return reading;
}
