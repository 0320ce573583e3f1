import { union } from '../calendar/spans.ts';
import type { LedgerColumn } from './columns.ts';
import type { LedgerRecord } from './records.ts';

/** Stands behind a cell that rests on holidays not published yet; the note under the table says of which years. */
export const GUESSED = '*';

/** Whether a cell rests on a year whose notice is not known. */
export function isGuessed(column: LedgerColumn, record: LedgerRecord): boolean {
  return (column.guessed?.(record) ?? []).length > 0;
}

/** The years without a notice on which the cells shown rest, in order. */
export function guessedYears(columns: readonly LedgerColumn[], rows: readonly LedgerRecord[]): number[] {
  const resting = columns.flatMap(({ guessed }) => (guessed ? [guessed] : []));
  return union(...resting.flatMap((guessed) => rows.map((row) => guessed(row) ?? [])));
}
