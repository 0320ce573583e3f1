import { isOpen } from '../problems/flow.ts';
import type { LedgerName, LedgerRecord } from './records.ts';

/** What the line above a ledger counts over the rows shown. */
export type Tally = {
  key: 'needed' | 'done' | 'running' | 'tolerant' | 'overdue' | 'red' | 'yellow' | 'green' | 'open' | 'closed' | 'owed' | 'registered';
  count: number;
};

/** The counts of a ledger, the alarming one last. */
export function talliesOf(name: LedgerName, records: readonly LedgerRecord[]): Tally[] {
  const count = (test: (record: LedgerRecord) => boolean) => records.filter(test).length;
  switch (name) {
    case 'approvals':
      return (['needed', 'done', 'running', 'tolerant', 'overdue'] as const).map((key) => ({
        key,
        count: records.reduce((sum, record) => sum + (record.approvals?.[key] ?? 0), 0),
      }));
    case 'progress':
      return (['green', 'yellow', 'red'] as const).map((key) => ({ key, count: count((record) => record.project.lamp === key) }));
    case 'problems':
      return [
        { key: 'closed', count: count((record) => record.problem?.state === 'closed') },
        { key: 'open', count: count((record) => record.problem !== null && isOpen(record.problem)) },
        { key: 'overdue', count: count((record) => (record.problem?.overdueDays ?? 0) > 0) },
      ];
    case 'registrations':
      return [
        { key: 'registered', count: count((record) => record.registration?.registeredOn != null) },
        {
          key: 'owed',
          count: count(({ registration }) => registration?.isNeeded === true && registration.registeredOn === null),
        },
      ];
  }
}
