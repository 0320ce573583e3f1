import { z } from 'zod';
import { assertNever } from '../kit/errors.ts';
import { compareRatio, parseWan } from '../kit/money.ts';
import type { LedgerColumn } from './columns.ts';
import type { LedgerRecord } from './records.ts';
import { isEmpty, pickOf } from './values.ts';

const Bound = z.string().max(20).nullable();

/**
 * What a column lets through: a text within, one of some values, a range (both ends included, in the unit that the
 * column is shown in: 万元, %, days as days), or whether there is anything at all.
 */
export const LedgerFilter = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('text'), text: z.string().min(1).max(60) }),
  z.strictObject({ by: z.literal('set'), values: z.array(z.string().max(120)).min(1).max(300) }),
  z.strictObject({ by: z.literal('range'), from: Bound, to: Bound }),
  z.strictObject({ by: z.literal('empty'), isEmpty: z.boolean() }),
]);
export type LedgerFilter = z.infer<typeof LedgerFilter>;

/** The ways in which a column can be filtered, the usual one first. */
export function waysOf(column: LedgerColumn): readonly LedgerFilter['by'][] {
  switch (column.kind) {
    case 'position':
      return [];
    case 'text':
      return ['text', 'set', 'empty'];
    case 'choice':
    case 'step':
      return ['set', 'empty'];
    case 'money':
    case 'count':
    case 'percent':
    case 'day':
    case 'month':
      return ['range', 'empty'];
    default:
      return assertNever(column);
  }
}

/** Whether a row passes a column's filter. */
export function passes(column: LedgerColumn, filter: LedgerFilter, record: LedgerRecord): boolean {
  switch (filter.by) {
    case 'text':
      return holds(column, filter.text, record);
    case 'set': {
      const value = pickOf(column, record);
      return value !== null && filter.values.includes(value);
    }
    case 'range':
      return isWithin(column, filter, record);
    case 'empty':
      return isEmpty(column, record) === filter.isEmpty;
    default:
      return assertNever(filter);
  }
}

/** A project is also found by its pinyin initials and the tail of its code. */
function holds(column: LedgerColumn, text: string, record: LedgerRecord): boolean {
  const wanted = text.trim().toLowerCase();
  const fields = [pickOf(column, record)];
  if (column.key === 'name') fields.push(record.project.initials, record.project.code);
  return fields.some((field) => field?.toLowerCase().includes(wanted));
}

function isWithin(column: LedgerColumn, { from, to }: { from: string | null; to: string | null }, record: LedgerRecord): boolean {
  const [above, below] = [compareWith(column, record, from), compareWith(column, record, to)];
  if (above === null || below === null) return false;
  return (from === null || above >= 0) && (to === null || below <= 0);
}

/** The cell against a bound: negative below, 0 on it; null for an empty cell or a bound that cannot be read. */
function compareWith(column: LedgerColumn, record: LedgerRecord, bound: string | null): number | null {
  switch (column.kind) {
    case 'day':
    case 'month': {
      const value = column.read(record);
      if (value === null) return null;
      return bound === null || value === bound ? 0 : value < bound ? -1 : 1;
    }
    case 'count':
    case 'money': {
      const value = column.read(record);
      if (value === null) return null;
      if (bound === null) return 0;
      const limit = column.kind === 'money' ? parseWan(bound) : readNumber(bound);
      return limit === null ? null : value - limit;
    }
    case 'percent': {
      const value = column.read(record);
      if (value === null || value.base <= 0) return null;
      if (bound === null) return 0;
      // Percent with up to four decimals, as a fraction of whole numbers.
      const limit = parseWan(bound);
      return limit === null ? null : compareRatio(value.part, value.base, limit, 1_000_000);
    }
    default:
      return null;
  }
}

function readNumber(text: string): number | null {
  const number = Number(text);
  return text.trim() === '' || Number.isNaN(number) ? null : number;
}
