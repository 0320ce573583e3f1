import type { VisitFinding } from '#shared/visits/schema.ts';
import type { Messages } from '../kit/messages.ts';

export const zh = {
  title: '实地核查',
  count: (count: number) => `${count} 次`,
  verified: '核查已竣工',
  record: '记录核查',
  correct: '更正',
  correctOf: (day: string) => `更正 ${day} 的核查`,
  none: '还没有实地核查。竣工须经实地核查认定。',
  visitedOn: '核查日期',
  visitors: '核查人',
  visitorsHint: '姓名或单位，如“项目办 宋科长、住建局”',
  findingLabel: '核查结论',
  finding: { complete: '已竣工', incomplete: '未竣工' } satisfies Record<VisitFinding, string>,
  note: '情况说明',
  save: '保存',
  saved: '核查已记录',
};

export const en: Messages<typeof zh> = {
  title: 'Site visits',
  count: (count) => `${count}`,
  verified: 'verified complete',
  record: 'Record a visit',
  correct: 'Correct',
  correctOf: (day) => `Correct the visit of ${day}`,
  none: 'No visit yet. A project is complete only when a visit has found it so.',
  visitedOn: 'Visited on',
  visitors: 'Visitors',
  visitorsHint: 'Names or units',
  findingLabel: 'Finding',
  finding: { complete: 'Complete', incomplete: 'Not complete' },
  note: 'Note',
  save: 'Save',
  saved: 'Visit recorded',
};
