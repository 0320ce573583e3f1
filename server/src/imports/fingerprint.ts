import { createHash } from 'node:crypto';
import { shapeOf } from '#shared/imports/correction.ts';
import type { SheetReading } from '#shared/imports/read.ts';

/** Names the headers of a sheet. */
export function fingerprintOf(sheet: Pick<SheetReading, 'columns'>): string {
  return createHash('sha256').update(shapeOf(sheet)).digest('hex');
}
