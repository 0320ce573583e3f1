import { z } from 'zod';
import { idOf } from '../kit/ids.ts';
import { importKinds } from './fields.ts';
import { ColumnMapping, ReadOptions } from './mapping.ts';
import type { SheetReading } from './read.ts';

/** What a person says of a file that was read: what it is a list of, which sheets to read, what columns mean. */
export const ImportCorrection = ReadOptions.extend({ kind: z.enum(importKinds).optional() });
export type ImportCorrection = z.infer<typeof ImportCorrection>;

/** Reads an uploaded file again with everything that a person says of it. */
export const CorrectImport = z.strictObject({
  id: idOf('importBatch'),
  version: z.number().int().positive(),
  correction: ImportCorrection,
});
export type CorrectImport = z.infer<typeof CorrectImport>;

/** Forgets what was remembered for files with the headers of this one, and reads it again without. */
export const ForgetMapping = CorrectImport.omit({ correction: true });

/** A correction as it is remembered for the next file with the same headers; the years in them do not count. */
export const RememberedMapping = z.object({
  kind: z.enum(importKinds).nullable(),
  columns: z.array(ColumnMapping.omit({ sheet: true })),
});
export type RememberedMapping = z.infer<typeof RememberedMapping>;

/** A correction as it is kept with its batch, with the sheets for which it was remembered from an earlier file. */
export const KeptCorrection = z.object({ correction: ImportCorrection, remembered: z.array(z.string()) });
export type KeptCorrection = z.infer<typeof KeptCorrection>;

/** This year's 2026年计划投资 is next year's 2027年计划投资. */
function headerShape(header: string): string {
  return header.replace(/(?<!\d)(19|20)\d{2}(?!\d)/g, '0000');
}

/** The text by which two sheets have the same headers. */
export function shapeOf({ columns }: Pick<SheetReading, 'columns'>): string {
  return columns.map(({ header }) => headerShape(header)).join('\n');
}

/** What of a correction is worth remembering for sheets with this one's headers; null where nothing was said of it. */
export function learnedFrom(
  sheet: Pick<SheetReading, 'name' | 'role'>,
  { kind, mapping = [] }: ImportCorrection,
): RememberedMapping | null {
  if (sheet.role !== 'list') return null;
  const said = mapping.filter((entry) => entry.sheet === null || entry.sheet === sheet.name);
  if (said.length === 0 && kind === undefined) return null;
  return { kind: kind ?? null, columns: said.map(({ sheet: _sheet, ...entry }) => ({ ...entry, header: headerShape(entry.header) })) };
}

/** What was remembered, said again of a sheet with the same headers in its own words. */
export function recalledFor(sheet: Pick<SheetReading, 'name' | 'columns'>, { columns }: RememberedMapping): ColumnMapping[] {
  return columns.flatMap((entry) => {
    const column = sheet.columns.filter(({ header }) => headerShape(header) === entry.header)[entry.nth];
    if (!column) return [];
    const nth = sheet.columns.filter(({ header }) => header === column.header).indexOf(column);
    return [{ ...entry, sheet: sheet.name, header: column.header, nth }];
  });
}
