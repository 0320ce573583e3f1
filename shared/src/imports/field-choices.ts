import { type Field, fields, type ImportKind } from './fields.ts';

const amounts = ['totalInvestWan', 'annualPlanWan'] as const;
const projects: readonly Field[] = [
  'projectCode',
  'category',
  'location',
  'content',
  ...amounts,
  'span',
  'planFinish',
  'leader',
  'level',
  'list',
];

/** What a column of each kind of list can mean: what a person chooses from when they put a meaning right. */
const byKind: Record<ImportKind, readonly Field[]> = {
  'key-projects': [...projects, 'planStart', 'investDoneLastYearEndWan', 'bondQuotaWan', 'yearGoal', 'preWork', 'stage'],
  reconstruction: [
    ...projects,
    ...(['county', 'owner', 'rebuildType', 'investDoneWan', 'planStart', 'actualStart', 'actualFinish'] as const),
    ...(['started', 'finished', 'status', 'progress', 'issue'] as const),
    ...fields.filter((field) => field.startsWith('funds.')),
  ],
  weekly: [
    ...amounts,
    'lastCumWan',
    'weekWan',
    'cumWan',
    'monthEndWan',
    'percent',
    'weekProgress',
    'issue',
    'nextStep',
    'helpFrom',
    'request',
    'light',
  ],
  approvals: ['projectCode', ...amounts, ...fields.filter((field) => field.startsWith('steps.'))],
  monthly: [...amounts, ...fields.filter((field) => /ByMonthWan\./.test(field)), 'cumDoneWan', 'percent'],
};

/** The meanings that a column of a kind of list can have; first what every list has. */
export function fieldChoices(kind: ImportKind): readonly Field[] {
  return ['name', 'unit', ...byKind[kind], 'seq', 'remark'];
}
