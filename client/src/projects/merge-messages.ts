import type { MergeKind } from '#shared/projects/merge.ts';
import type { RefusalText } from '../app/refusals.ts';
import type { Messages } from '../kit/messages.ts';

const kindsZh = {
  return: '周填报',
  yearPlan: '年度计划',
  registration: '入库登记',
  override: '改评灯',
  agendaItem: '例会议题',
  nomination: '通报提名',
  entry: '参评',
  flag: '评旗',
  taskForce: '专班',
} satisfies Record<MergeKind, string>;

const kindsEn = {
  return: 'Return',
  yearPlan: "Year's plan",
  registration: 'Registration',
  override: 'Lamp override',
  agendaItem: 'Agenda item',
  nomination: 'Nomination',
  entry: 'Inspection entry',
  flag: 'Flag',
  taskForce: 'Task force',
} satisfies Record<MergeKind, string>;

/** What is said where two records become one, and of the people who move a project on. */
export const zh = {
  merge: {
    title: '合并重复项目',
    act: '合并',
    search: '查找重复的那一个（名称、代码、拼音首字母）',
    none: '没有找到其他项目',
    choose: '选这个',
    another: '另选一个',
    kept: '保留',
    other: '并入',
    swap: '对调',
    means: (kept: string, other: string) =>
      `“${other}”的全部记录并入“${kept}”；“${other}”不再出现在清单、看板和统计中，原链接转到保留的项目。合并不能撤销。`,
    moving: (steps: number, problems: number, decisions: number, files: number, periods: number) =>
      `将移入：手续 ${steps}、问题 ${problems}、议定事项 ${decisions}、资料 ${files}、其他记录 ${periods}`,
    conflicts: '两边都有，请选定以哪一个为准',
    settled: '两边都有但周期已截止的，保留原项目的，不再变动',
    what: '事项',
    period: '期间',
    ofKept: '保留项目的',
    ofOther: '并入项目的',
    keepAll: '全部以保留项目为准',
    nothing: '（空）',
    kinds: kindsZh,
    reason: '合并理由',
    reasonMissing: '请写明理由，至少 2 字',
    undecided: (count: number) => `还有 ${count} 处没有选定`,
    done: '已合并',
    parts: '已并入的重复记录',
    part: (name: string, code: string) => `${name}（${code}）`,
  },
  taskForce: {
    title: '专班',
    none: '还没有组建专班',
    edit: '编辑专班',
    count: (count: number) => `${count} 人`,
    leader: '班长',
    name: '姓名',
    unit: '单位',
    duty: '职责',
    phone: '电话',
    add: '加一人',
    remove: (name: string) => `移出${name}`,
    row: (number: number) => `第 ${number} 人`,
    nameMissing: '请写姓名',
    phoneWrong: '电话只能有数字、空格、+ 和 -',
    saved: '专班已保存',
  },
};

export const en: Messages<typeof zh> = {
  merge: {
    title: 'Merge a duplicate',
    act: 'Merge',
    search: 'Find the duplicate (name, code, initials)',
    none: 'No other project found',
    choose: 'This one',
    another: 'Another one',
    kept: 'Kept',
    other: 'Becomes part of it',
    swap: 'Swap',
    means: (kept, other) =>
      `All records of “${other}” become part of “${kept}”. “${other}” leaves the lists, the board and the figures; its link leads on. This cannot be undone.`,
    moving: (steps, problems, decisions, files, periods) =>
      `Moving: ${steps} approvals, ${problems} problems, ${decisions} decisions, ${files} files, ${periods} other records`,
    conflicts: 'Both hold these: choose which one counts',
    settled: 'Both hold these for a closed period: the kept record stays as it was',
    what: 'What',
    period: 'Period',
    ofKept: 'Of the kept record',
    ofOther: 'Of the duplicate',
    keepAll: 'The kept record everywhere',
    nothing: '(empty)',
    kinds: kindsEn,
    reason: 'Why',
    reasonMissing: 'Please say why, at least 2 characters',
    undecided: (count) => `${count} still to choose`,
    done: 'Merged',
    parts: 'Duplicates that became part of it',
    part: (name, code) => `${name} (${code})`,
  },
  taskForce: {
    title: 'Task force',
    none: 'No task force yet',
    edit: 'Edit the task force',
    count: (count) => `${count} people`,
    leader: 'Leader',
    name: 'Name',
    unit: 'Unit',
    duty: 'Duty',
    phone: 'Phone',
    add: 'Add somebody',
    remove: (name) => `Remove ${name}`,
    row: (number) => `No. ${number}`,
    nameMissing: 'Please give a name',
    phoneWrong: 'A phone number has digits, spaces, + and - alone',
    saved: 'Task force saved',
  },
};

const kindOf = (kinds: Record<string, string>, facts: Record<string, unknown>) => kinds[String(facts.kind)] ?? '';

/** Why two records cannot become one, or a task force cannot be so. */
export const refusals: { zh: Record<string, RefusalText>; en: Record<string, RefusalText> } = {
  zh: {
    'merge-itself': '不能与自己合并，请另选一个。',
    'merge-kinds-differ': '一个是重点项目，一个是灾后重建项目，不能合并。',
    'merge-settled': (facts) => `两个项目在同一期都有已定的${kindOf(kindsZh, facts)}，合并会改变已公布的结果，没有合并。`,
    'merge-frozen': (facts) => `${kindOf(kindsZh, facts)} ${String(facts.period)} 已截止，不能改以另一个为准。`,
    'merge-undecided': '还有两边都有的记录没有选定，没有合并。',
    'task-force-leaders': '专班要有一名班长，且只有一名。',
  },
  en: {
    'merge-itself': 'A record is not merged with itself; choose another one.',
    'merge-kinds-differ': 'One is a key project, the other a reconstruction project.',
    'merge-settled': (facts) =>
      `Both hold a settled ${kindOf(kindsEn, facts).toLowerCase()} of one period: merging would change what was announced.`,
    'merge-frozen': (facts) => `${kindOf(kindsEn, facts)} ${String(facts.period)} is closed: the kept record stays.`,
    'merge-undecided': 'Something that both hold is still undecided; nothing was merged.',
    'task-force-leaders': 'A task force has one leader, and only one.',
  },
};
