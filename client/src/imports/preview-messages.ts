import type { ChangedField, ProjectField, RowNoteCode } from '#shared/imports/changes.ts';
import type { ImportKind } from '#shared/imports/fields.ts';
import type { LeftOut, PlannedRow } from '#shared/imports/planned.ts';
import type { Messages } from '../kit/messages.ts';

/** The heads of the amounts that a row of each kind is known by; kinds without amounts have none. */
const amounts: Record<ImportKind, string[]> = {
  'key-projects': ['总投资（万元）', '年度计划（万元）'],
  reconstruction: ['总投资（万元）', '年度计划（万元）'],
  weekly: ['本周完成（万元）', '年初累计（万元）'],
  approvals: [],
  monthly: ['年度计划（万元）', '表列完成（万元）'],
};

export const zh = {
  verdict: { new: '新增', changed: '更新', unchanged: '未变', 'left-out': '不采用' } satisfies Record<PlannedRow['verdict'], string>,
  amounts,
  whyLeftOut: {
    part: '“其中”项，已计入上一行',
    name: '项目名称为空，或不在 2—120 字之间',
    unit: '责任单位为空或无法识别',
    total: '总投资为空或不可用',
    plan: '年度计划投资为空，或与总投资矛盾',
    repeated: '与本文件前面一行是同一项目',
    ambiguous: '库中有多个同名项目，请先补项目代码或改名',
    unknown: '库中没有这个项目，请核对名称，或先在项目清单中导入',
    unfilled: '本周完成和累计都没有填，这一行不报',
    figure: '金额不可用，见下方问题',
    refused: '不符合填报规则',
  } satisfies Record<LeftOut, string>,
  notes: {
    cut: () => '文字过长，已截短',
    'more-units': () => '有多个单位，取第一个',
    'done-kept': () => '累计完成投资以填报为准，未改',
    'near-name': ({ name }: NoteWords) => `按相近名称对应到“${name}”，请核对`,
    'lamp-differs': ({ listed, recorded }: NoteWords) => `表中${listed}，系统评定${recorded}，以系统为准`,
    'done-differs': ({ listed, recorded }: NoteWords) => `表列完成 ${listed} 万元，填报为 ${recorded} 万元，以填报为准，未改`,
    'sent-back': () => '这份填报已退回，内容与退回时相同',
    'step-dateless': ({ step }: NoteWords) => `${step}：写明办结但没有日期，未写入`,
    'step-pending': ({ step }: NoteWords) => `${step}：正在办理或容缺，但没有受理日期，按未办记`,
    'step-unknown': ({ step }: NoteWords) => `${step}：看不懂所写状态，未写入`,
    'step-unusable': ({ step }: NoteWords) => `${step}：日期不可用，未写入`,
    'step-refused': ({ step, why }: NoteWords) => `${step}：${why}`,
  } satisfies Record<RowNoteCode, (words: NoteWords) => string>,
  fields: {
    byMonth: '各月计划',
    doneThisWeek: '本周完成',
    doneThisYear: '年初累计',
    doneAtMonthEnd: '月末数',
    progress: '进展',
    problem: '问题',
    nextStep: '下一步',
    request: '提请例会',
    state: '状态',
    acceptedOn: '受理日期',
    doneOn: '办结日期',
    documentNumber: '文号',
    tolerantUntil: '容缺补齐期限',
  } satisfies Record<Exclude<ChangedField, ProjectField>, string>,
  byMonth: '各月计划（万元）',
  monthTurn: (month: number, from: string | null, to: string) => (from === null ? `${month}月 ${to}` : `${month}月 ${from}→${to}`),
  doneCounts: {
    'key-projects': projectsZh,
    reconstruction: projectsZh,
    weekly: ({ created, changed, unchanged, leftOut }: Counts) =>
      `新填报 ${created} 个项目，更正 ${changed} 个，未变 ${unchanged} 个，未采用 ${leftOut} 行。`,
    approvals: ({ created, changed, unchanged, leftOut }: Counts) =>
      `写入 ${created + changed} 个项目的手续，未变 ${unchanged} 个，未采用 ${leftOut} 行。`,
    monthly: ({ created, changed, unchanged, leftOut }: Counts) =>
      `新定 ${created} 个项目的年度计划，更新 ${changed} 个，未变 ${unchanged} 个，未采用 ${leftOut} 行。`,
  } satisfies Record<ImportKind, (counts: Counts) => string>,
};

/** The facts of a note as words. */
export type NoteWords = Record<'name' | 'listed' | 'recorded' | 'step' | 'why', string>;
type Counts = Record<'created' | 'changed' | 'unchanged' | 'leftOut' | 'units', number>;

function projectsZh({ created, changed, unchanged, leftOut, units }: Counts): string {
  return `新增 ${created} 个项目，更新 ${changed} 个，未变 ${unchanged} 个，未采用 ${leftOut} 行，新增单位 ${units} 个。`;
}

function projectsEn({ created, changed, unchanged, leftOut, units }: Counts): string {
  return `${created} projects added, ${changed} changed, ${unchanged} unchanged, ${leftOut} rows left out, ${units} units added.`;
}

export const en: Messages<typeof zh> = {
  verdict: { new: 'New', changed: 'Changed', unchanged: 'Unchanged', 'left-out': 'Left out' },
  amounts: {
    'key-projects': ['Total (10k yuan)', "Year's plan (10k yuan)"],
    reconstruction: ['Total (10k yuan)', "Year's plan (10k yuan)"],
    weekly: ['This week (10k yuan)', 'This year (10k yuan)'],
    approvals: [],
    monthly: ["Year's plan (10k yuan)", 'Done, as listed (10k yuan)'],
  },
  whyLeftOut: {
    part: 'a part of the row above, counted there',
    name: 'no project name, or not of 2 to 120 characters',
    unit: 'no responsible unit that could be read',
    total: 'no usable total investment',
    plan: "no year's plan, or one that contradicts the total",
    repeated: 'the same project as an earlier row of this file',
    ambiguous: 'several projects on record have this name: add the project code, or rename one',
    unknown: 'no such project on record: check the name, or import the list of projects first',
    unfilled: 'neither this week’s figure nor the total is filled in: not sent',
    figure: 'no usable amount, see the findings below',
    refused: 'not allowed by the rules of a return',
  },
  notes: {
    cut: () => 'a text was too long and was cut',
    'more-units': () => 'several units: the first was taken',
    'done-kept': () => 'what is done is known by the returns and was kept',
    'near-name': ({ name }) => `taken for “${name}”, whose name is near: please check`,
    'lamp-differs': ({ listed, recorded }) => `listed as ${listed}, rated ${recorded} by rule, which counts`,
    'done-differs': ({ listed, recorded }) => `done as listed ${listed}, as returned ${recorded} (10k yuan); the returns count`,
    'sent-back': () => 'this return was sent back, and says the same as then',
    'step-dateless': ({ step }) => `${step}: said to be done without a date, not written`,
    'step-pending': ({ step }) => `${step}: under way without a date of acceptance, entered as pending`,
    'step-unknown': ({ step }) => `${step}: its state could not be read, not written`,
    'step-unusable': ({ step }) => `${step}: its date cannot be used, not written`,
    'step-refused': ({ step, why }) => `${step}: ${why}`,
  },
  fields: {
    byMonth: 'Plan by month',
    doneThisWeek: 'This week',
    doneThisYear: 'This year',
    doneAtMonthEnd: 'At month end',
    progress: 'Progress',
    problem: 'Problem',
    nextStep: 'Next',
    request: 'For the meeting',
    state: 'State',
    acceptedOn: 'Accepted on',
    doneOn: 'Done on',
    documentNumber: 'Document number',
    tolerantUntil: 'Papers due by',
  },
  byMonth: 'Plan by month (10k yuan)',
  monthTurn: (month, from, to) => (from === null ? `month ${month}: ${to}` : `month ${month}: ${from}→${to}`),
  doneCounts: {
    'key-projects': projectsEn,
    reconstruction: projectsEn,
    weekly: ({ created, changed, unchanged, leftOut }) =>
      `${created} returns sent, ${changed} corrected, ${unchanged} unchanged, ${leftOut} rows left out.`,
    approvals: ({ created, changed, unchanged, leftOut }) =>
      `Approval steps of ${created + changed} projects written, ${unchanged} unchanged, ${leftOut} rows left out.`,
    monthly: ({ created, changed, unchanged, leftOut }) =>
      `${created} plans set, ${changed} changed, ${unchanged} unchanged, ${leftOut} rows left out.`,
  },
};
