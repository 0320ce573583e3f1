import { noFilter } from '#shared/board/filter.ts';
import { defaultView } from '#shared/ledgers/view.ts';
import type { Look } from '#shared/views/schema.ts';
import type { Town } from './doors.ts';

const late = { lamp: { by: 'set' as const, values: ['red', 'yellow'] } };

const officeViews: readonly (Look & { name: string })[] = [
  {
    place: 'progress',
    name: '红黄灯项目，进度慢的在前',
    view: { ...defaultView('progress'), filters: late, sort: { key: 'paceRate', isDescending: false } },
  },
  { place: 'approvals', name: '红黄灯项目的手续', view: { ...defaultView('approvals'), filters: late } },
  {
    place: 'problems',
    name: '未解决问题',
    view: { ...defaultView('problems'), filters: { state: { by: 'set', values: ['raised', 'assigned'] } } },
  },
  { place: 'board', name: '红灯项目，按包保领导', view: { view: 'stage', lanes: 'leader', filter: { ...noFilter, lamp: 'red' } } },
  { place: 'board', name: '灾后重建各阶段', view: { view: 'stage', lanes: 'unit', filter: { ...noFilter, kind: 'reconstruction' } } },
];

/** The views of the ledgers and of the board that the office keeps for everybody. */
export async function keepViews(town: Town): Promise<void> {
  for (const view of officeViews) await town.as('office').views.keep({ ...view, id: null, isShared: true, version: 0 });
}
