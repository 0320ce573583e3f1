import { approvalColumns } from './approvals.ts';
import type { LedgerColumn, Title } from './columns.ts';
import { problemColumns } from './problems.ts';
import { progressColumns } from './progress.ts';
import type { LedgerName } from './records.ts';
import { registrationColumns } from './registrations.ts';

/** A ledger as data: what it is called, what its figures are counted in, its columns, and its order where none is asked for. */
export type Ledger = {
  readonly title: Title;
  readonly unit: Title;
  readonly columns: readonly LedgerColumn[];
  readonly sort: { readonly key: string; readonly isDescending: boolean };
};

/** The four ledgers. */
export const ledgers: { readonly [Name in LedgerName]: Ledger } = {
  progress: {
    title: { zh: '项目进展', en: 'Progress' },
    unit: { zh: '万元', en: '10k yuan' },
    columns: progressColumns,
    sort: { key: 'lamp', isDescending: false },
  },
  approvals: {
    title: { zh: '手续办理', en: 'Approvals' },
    unit: { zh: '工作日', en: 'working days' },
    columns: approvalColumns,
    sort: { key: 'lamp', isDescending: false },
  },
  problems: {
    title: { zh: '问题解决', en: 'Problems' },
    unit: { zh: '日', en: 'days' },
    columns: problemColumns,
    sort: { key: 'overdueDays', isDescending: true },
  },
  registrations: {
    title: { zh: '项目入库', en: 'Registration' },
    unit: { zh: '万元', en: '10k yuan' },
    columns: registrationColumns,
    sort: { key: 'waitingDays', isDescending: true },
  },
};

/** A column of a ledger by its key. */
export function columnOf(name: LedgerName, key: string): LedgerColumn | undefined {
  return ledgers[name].columns.find((column) => column.key === key);
}
