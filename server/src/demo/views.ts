import { defaultView, type KeepView } from '#shared/ledgers/view.ts';
import type { Town } from './doors.ts';

const late = { lamp: { by: 'set' as const, values: ['red', 'yellow'] } };

const officeViews: readonly Pick<KeepView, 'ledger' | 'name' | 'view'>[] = [
  {
    ledger: 'progress',
    name: '红黄灯项目，进度慢的在前',
    view: { ...defaultView('progress'), filters: late, sort: { key: 'paceRate', isDescending: false } },
  },
  { ledger: 'approvals', name: '红黄灯项目的手续', view: { ...defaultView('approvals'), filters: late } },
  {
    ledger: 'problems',
    name: '未解决问题',
    view: { ...defaultView('problems'), filters: { state: { by: 'set', values: ['raised', 'assigned'] } } },
  },
];

/** The views of the ledgers that the office keeps for everybody. */
export async function keepViews(town: Town): Promise<void> {
  for (const view of officeViews) await town.as('office').ledgers.keepView({ ...view, id: null, isShared: true, version: 0 });
}
