import { type StepKind, stepKinds, stepKindTable } from '../approvals/pivot.ts';
import type { ApprovalGroup } from '../approvals/schema.ts';
import { words } from '../documents/words.ts';
import { aboutProject, type LedgerColumn, leading, plain, type Title } from './columns.ts';

const groups: Record<ApprovalGroup, Title> = {
  land: { zh: words.approvalGroup.land, en: 'Initiation and land' },
  engineering: { zh: words.approvalGroup.engineering, en: 'Engineering permit' },
  construction: { zh: words.approvalGroup.construction, en: 'Construction permit' },
  completion: { zh: words.approvalGroup.completion, en: 'Acceptance' },
};
const balance: Title = { zh: '合计', en: 'Balance' };

const titles: Record<StepKind, Title> = {
  filing: { zh: '立项备案', en: 'Filing' },
  siting: { zh: '用地预审', en: 'Siting' },
  landPlan: { zh: '用地规划', en: 'Land plan' },
  environment: { zh: '环评', en: 'EIA' },
  energy: { zh: '节能', en: 'Energy' },
  soil: { zh: '水保', en: 'Soil' },
  preliminary: { zh: '初步设计', en: 'Preliminary' },
  scheme: { zh: '方案审查', en: 'Scheme' },
  worksPlan: { zh: '工程规划', en: 'Works plan' },
  drawings: { zh: '施工图审', en: 'Drawings' },
  fire: { zh: '消防设审', en: 'Fire' },
  permit: { zh: '施工许可', en: 'Permit' },
  acceptance: { zh: '联合验收', en: 'Acceptance' },
  record: { zh: '竣工备案', en: 'Record' },
};

function stepColumn(kind: StepKind): LedgerColumn {
  return {
    ...plain,
    kind: 'step',
    key: kind,
    title: titles[kind],
    group: groups[stepKindTable[kind].group],
    // As wide as a day of another year, 24-09-27.
    width: 60,
    adds: true,
    edit: 'approvals.update',
    read: (record) => record.approvals?.steps[kind] ?? null,
    guessed: (record) => record.approvals?.steps[kind]?.unknownYears,
  };
}

/** 手续办理: each step in its column, and the balance 应办, 办结, 办结率. */
export const approvalColumns: readonly LedgerColumn[] = [
  ...leading,
  ...aboutProject,
  ...stepKinds.map(stepColumn),
  {
    ...plain,
    kind: 'text',
    key: 'others',
    group: balance,
    title: { zh: '其他', en: 'Others' },
    width: 48,
    read: ({ approvals }) => (approvals && approvals.others.needed > 0 ? `${approvals.others.done}/${approvals.others.needed}` : null),
  },
  {
    ...plain,
    kind: 'count',
    key: 'needed',
    group: balance,
    title: { zh: '应办', en: 'Needed' },
    width: 48,
    adds: true,
    read: (record) => record.approvals?.needed ?? null,
  },
  {
    ...plain,
    kind: 'count',
    key: 'done',
    group: balance,
    title: { zh: '办结', en: 'Done' },
    width: 48,
    adds: true,
    read: (record) => record.approvals?.done ?? null,
  },
  {
    ...plain,
    kind: 'percent',
    key: 'doneRate',
    group: balance,
    title: { zh: '办结率', en: 'Done, %' },
    width: 56,
    adds: true,
    read: ({ approvals }) => (approvals && approvals.needed > 0 ? { part: approvals.done, base: approvals.needed } : null),
  },
];
