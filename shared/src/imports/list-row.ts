import type { Month } from '../kit/calendar.ts';
import type { RowReader } from './cell-reader.ts';
import type { RowContext } from './context.ts';
import type { Field } from './fields.ts';

/** What the rows of every kind have in common, but the level. */
export type Common = {
  sheet: string;
  row: number;
  seq: string | null;
  name: string | null;
  unit: string | null;
  units: string[];
  remark: string | null;
  parentRow: number | null;
};

/** Reads the columns that every kind of list has; only the name is owed in all of them. */
export function readCommon(reader: RowReader, context: RowContext, parentRow: number | null): Common {
  const units = reader.units('unit');
  reader.require('name');
  return {
    sheet: context.sheetName,
    row: reader.row,
    seq: reader.text('seq'),
    name: reader.text('name')?.replace(/^其中[:：]?\s*/, '') ?? null,
    unit: units.length === 0 ? null : units.join('、'),
    units,
    remark: reader.text('remark'),
    parentRow,
  };
}

/** Reads start and finish, from two columns or from one, requires what is owed, and refuses a finish before the start. */
export function readMonths(
  reader: RowReader,
  startField: Field,
  needsStart: boolean,
  needsFinish: boolean,
): { start: Month | null; finish: Month | null } {
  const span = reader.has('span') ? readSpanOnce(reader, needsStart || needsFinish) : { start: null, finish: null };
  const start = reader.has(startField) ? reader.month(startField, 'start') : span.start;
  const finish = reader.has('planFinish') ? reader.month('planFinish', 'finish') : span.finish;
  if (needsStart) reader.require(startField);
  if (needsFinish) reader.require('planFinish');
  if (start !== null && finish !== null && finish < start)
    reader.report(reader.has('planFinish') ? 'planFinish' : 'span', 'DATE_ORDER', { start, finish });
  return { start, finish };
}

/** One cell for both: an open end (“2022年起”) is missing like an empty cell, once. */
function readSpanOnce(reader: RowReader, isRequired: boolean): { start: Month | null; finish: Month | null } {
  const read = reader.span();
  const couldBeRead = read.start !== null || read.finish !== null;
  if (isRequired && !reader.isPart) {
    reader.require('span');
    const isWrong = read.codes.includes('DATE_UNPARSEABLE') || read.codes.includes('DATE_INVALID');
    if (couldBeRead && !isWrong && (read.start === null || read.finish === null) && !reader.has('planFinish'))
      reader.report('span', 'MISSING_VALUE');
  }
  return read;
}
