import { z } from 'zod';
import { fields } from './fields.ts';
import { MoneyUnit } from './money-units.ts';

/** A person's word on what a column means, which goes before what its header says. */
export const ColumnMapping = z.strictObject({
  /** The sheet it holds for; null for every sheet that has such a column. */
  sheet: z.string().max(60).nullable(),
  /** The header's path as the reading shows it: `资金来源/中央`. */
  header: z.string().max(300),
  /** Which of several columns under the same path, from the left; the first is 0. */
  nth: z.number().int().min(0).max(500).default(0),
  /** Null: the column is left unread. */
  field: z.enum(fields).nullable(),
  /** The unit of its money; not given: what header and sheet say. */
  unit: MoneyUnit.optional(),
});
export type ColumnMapping = z.infer<typeof ColumnMapping>;

/** What a person says about a file before it is read, or after a first look at what was understood of it. */
export const ReadOptions = z.strictObject({
  /** Hidden sheets are read only where they are named here. */
  hiddenSheets: z.array(z.string().max(60)).max(60).optional(),
  /** Sheets that are not to be read, though they are lists. */
  leftOutSheets: z.array(z.string().max(60)).max(60).optional(),
  mapping: z.array(ColumnMapping).max(500).optional(),
});
export type ReadOptions = z.infer<typeof ReadOptions>;
