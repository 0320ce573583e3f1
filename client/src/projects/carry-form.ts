import { formatWan } from '#shared/kit/money.ts';
import type { CarryOver } from '#shared/projects/carry.ts';
import { YearClass } from '#shared/projects/schema.ts';
import { readMoney } from '../kit/money.ts';
import type { CarryRow } from './data.ts';

/** A row as it is typed: what was changed of what is proposed, and whether it is chosen. */
export type CarryEdit = { isChosen?: boolean; yearClass?: YearClass; annual?: string };

/** Where a row stands: nothing carried yet, carried as the figures are, or carried with figures that have moved on. */
export function stateOf({ has, proposal }: Pick<CarryRow, 'has' | 'proposal'>): 'open' | 'carried' | 'moved' {
  if (!has) return 'open';
  return has.doneBeforeYear === proposal.doneBeforeYear ? 'carried' : 'moved';
}

/** What stands in a row's fields: what was typed, else what the year has already, else what is proposed. */
export function shownOf(row: CarryRow, edit: CarryEdit | undefined): { yearClass: YearClass; annual: string } {
  const annual = row.has?.annual ?? row.proposal.annual;
  return {
    yearClass: edit?.yearClass ?? row.has?.yearClass ?? row.proposal.yearClass,
    annual: edit?.annual ?? (annual === null ? '' : formatWan(annual, 4)),
  };
}

/** The rows that were chosen, as the procedure wants them; null where an amount is missing or cannot be read. */
export function readCarry(rows: readonly CarryRow[], edits: Readonly<Record<string, CarryEdit>>): CarryOver['rows'] | null {
  const read: CarryOver['rows'] = [];
  for (const row of rows) {
    if (!edits[row.id]?.isChosen) continue;
    const { yearClass, annual } = shownOf(row, edits[row.id]);
    const amount = readMoney(annual);
    if (amount.state !== 'amount') return null;
    read.push({ projectId: row.id, yearClass: YearClass.parse(yearClass), annual: amount.amount, version: row.has?.version ?? 0 });
  }
  return read;
}
