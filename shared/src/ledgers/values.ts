import type { StepCell } from '../approvals/pivot.ts';
import { words as chinese } from '../documents/words.ts';
import { type Day, type Month, yearOf } from '../kit/calendar.ts';
import { assertNever } from '../kit/errors.ts';
import { compareRatio, formatPercent, formatWan, type Money, sum, zero } from '../kit/money.ts';
import type { LedgerColumn, Ratio, Words } from './columns.ts';
import { GUESSED, isGuessed } from './guesses.ts';
import type { LedgerRecord } from './records.ts';

const inChinese: Words = chinese;

/** In which words, and as of which day, cells are shown. */
export type Telling = { words: Words; asOf: Day };

/** A step in a narrow cell: done on 08-25, 17/20 days used, 超 6 日, 容缺. */
function stepText(step: StepCell, { words, asOf }: Telling): string {
  const short = words.stepShort;
  switch (step.status) {
    case 'done':
      if (step.doneOn === undefined) return words.stepStatus['done'] ?? '';
      return yearOf(step.doneOn) === yearOf(asOf) ? step.doneOn.slice(5) : step.doneOn.slice(2);
    case 'overdue':
      return (short['overdue'] ?? '').replace('#', String(step.over ?? ''));
    case 'due':
    case 'running':
      return step.used === undefined || step.limit === undefined ? (short['running'] ?? '') : `${step.used}/${step.limit}`;
    case 'tolerant':
    case 'supplement':
    case 'stopped':
    case 'pending':
    case 'exempt':
      return short[step.status] ?? '';
    default:
      return assertNever(step.status);
  }
}

/** What a cell says, as people read it; the empty text where there is nothing. `position` is 0-based. */
export function textOf(column: LedgerColumn, record: LedgerRecord, position: number, telling: Telling): string {
  const text = saidIn(column, record, position, telling);
  return text !== '' && isGuessed(column, record) ? `${text}${GUESSED}` : text;
}

function saidIn(column: LedgerColumn, record: LedgerRecord, position: number, telling: Telling): string {
  switch (column.kind) {
    case 'position':
      return String(position + 1);
    case 'text':
    case 'day':
    case 'month':
      return column.read(record) ?? '';
    case 'choice': {
      const code = column.read(record);
      return code === null ? '' : (telling.words[column.list][code] ?? code);
    }
    case 'money': {
      const amount = column.read(record);
      return amount === null ? '' : formatWan(amount);
    }
    case 'count': {
      const count = column.read(record);
      return count === null ? '' : String(count);
    }
    case 'percent':
      return percentText(column.read(record));
    case 'step': {
      const step = column.read(record);
      return step === null ? '' : stepText(step, telling);
    }
    default:
      return assertNever(column);
  }
}

function percentText(ratio: Ratio | null): string {
  const text = ratio === null ? null : formatPercent(ratio.part, ratio.base);
  return text === null ? '' : `${text}%`;
}

/** A value for a workbook: money in 万元, a rate as a fraction, days as days. */
export type SheetValue = string | number | { day: Day } | { month: Month } | null;

/** What a cell holds in a workbook; a step in words that a list of approvals is read back by. */
export function sheetValueOf(column: LedgerColumn, record: LedgerRecord, position: number): SheetValue {
  switch (column.kind) {
    case 'position':
      return position + 1;
    case 'text':
      return column.read(record);
    case 'choice': {
      const code = column.read(record);
      return code === null ? null : (inChinese[column.list][code] ?? code);
    }
    case 'money': {
      const amount = column.read(record);
      return amount === null ? null : inWan(amount);
    }
    case 'count':
      return column.read(record);
    case 'percent':
      return fraction(column.read(record));
    case 'day': {
      const day = column.read(record);
      return day === null ? null : { day };
    }
    case 'month': {
      const month = column.read(record);
      return month === null ? null : { month };
    }
    case 'step': {
      const step = column.read(record);
      return step === null ? null : stepValue(step);
    }
    default:
      return assertNever(column);
  }
}

function inWan(amount: Money): number {
  return amount / 10_000;
}

function fraction(ratio: Ratio | null): number | null {
  return ratio === null ? null : ratio.part / ratio.base;
}

function stepValue(step: StepCell): SheetValue {
  switch (step.status) {
    case 'done':
      if (step.doneOn === undefined) return chinese.stepStatus.done;
      return step.documentNumber ? `${step.doneOn} ${step.documentNumber}` : { day: step.doneOn };
    case 'overdue':
      return `正在办理，超期${step.over ?? ''}日`;
    case 'due':
    case 'running':
    case 'supplement':
    case 'stopped':
      return '正在办理';
    case 'tolerant':
      return step.dueOn === undefined ? '容缺受理' : `容缺受理，承诺${step.dueOn}前补齐`;
    case 'pending':
      return '—';
    case 'exempt':
      return '不涉及';
    default:
      return assertNever(step.status);
  }
}

/** What stands under a column: a sum, the ratio of sums, steps done of those needed; null where nothing is added up. */
export type Total =
  | { kind: 'money'; amount: Money }
  | { kind: 'count'; count: number }
  | { kind: 'percent'; ratio: Ratio }
  | { kind: 'share'; done: number; needed: number };

/** Adds up a column over the rows shown. */
export function totalOf(column: LedgerColumn, records: readonly LedgerRecord[]): Total | null {
  if (!column.adds) return null;
  switch (column.kind) {
    case 'money':
      return { kind: 'money', amount: sum(records.map((record) => column.read(record) ?? zero)) };
    case 'count':
      return { kind: 'count', count: records.reduce((count, record) => count + (column.read(record) ?? 0), 0) };
    case 'percent': {
      const ratio = { part: 0, base: 0 };
      for (const record of records) {
        const each = column.read(record);
        ratio.part += each?.part ?? 0;
        ratio.base += each?.base ?? 0;
      }
      return ratio.base === 0 ? null : { kind: 'percent', ratio };
    }
    case 'step': {
      const steps = records.flatMap((record) => column.read(record) ?? []).filter((step) => step.status !== 'exempt');
      return { kind: 'share', done: steps.filter((step) => step.status === 'done').length, needed: steps.length };
    }
    default:
      return null;
  }
}

/** A total as people read it: 12,450 · 12 / 15 · 59.2%. */
export function totalText(total: Total | null): string {
  if (total === null) return '';
  switch (total.kind) {
    case 'money':
      return formatWan(total.amount);
    case 'count':
      return String(total.count);
    case 'percent':
      return percentText(total.ratio);
    case 'share':
      return `${total.done} / ${total.needed}`;
    default:
      return assertNever(total);
  }
}

/** The same for a workbook. */
export function totalValue(total: Total | null): SheetValue {
  if (total === null) return null;
  if (total.kind === 'money') return inWan(total.amount);
  if (total.kind === 'count') return total.count;
  return total.kind === 'percent' ? fraction(total.ratio) : totalText(total);
}

/** The order of two rows by a column, from small to large; empty cells come last whatever the direction. */
export function compareBy(column: LedgerColumn, isDescending: boolean): (a: LedgerRecord, b: LedgerRecord) => number {
  const turn = isDescending ? -1 : 1;
  return (a, b) => {
    const [left, right] = [keyOf(column, a), keyOf(column, b)];
    if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
    return turn * compareKeys(left, right);
  };
}

type SortKey = string | number | Ratio;

function compareKeys(a: SortKey, b: SortKey): number {
  if (typeof a === 'object' && typeof b === 'object') return compareRatio(a.part, a.base, b.part, b.base);
  return a < b ? -1 : a > b ? 1 : 0;
}

function keyOf(column: LedgerColumn, record: LedgerRecord): SortKey | null {
  switch (column.kind) {
    case 'position':
      return null;
    case 'text':
      return column.read(record) === null ? null : (column.order?.(record) ?? column.read(record));
    case 'choice': {
      const code = column.read(record);
      return code === null ? null : Object.keys(chinese[column.list]).indexOf(code);
    }
    case 'percent': {
      const ratio = column.read(record);
      return ratio === null || ratio.base <= 0 ? null : ratio;
    }
    case 'step': {
      const step = column.read(record);
      return step === null ? null : `${Object.keys(chinese.stepStatus).indexOf(step.status)} ${step.doneOn ?? ''}`;
    }
    default:
      return column.read(record);
  }
}

/** The value that a choice among a column's values names: the text, the code, the status of a step. */
export function pickOf(column: LedgerColumn, record: LedgerRecord): string | null {
  switch (column.kind) {
    case 'text':
    case 'choice':
    case 'day':
    case 'month':
      return column.read(record);
    case 'step':
      return column.read(record)?.status ?? null;
    default:
      return null;
  }
}

/** Whether a cell holds nothing. */
export function isEmpty(column: LedgerColumn, record: LedgerRecord): boolean {
  return column.kind !== 'position' && (column.read(record) ?? '') === '';
}
