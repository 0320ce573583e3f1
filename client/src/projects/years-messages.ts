import type { Standing } from '#shared/projects/schema.ts';
import type { RefusalText } from '../app/refusals.ts';
import type { Messages } from '../kit/messages.ts';

/** What is said of a project over the years: leaving the running and coming back, its plan by month and the baseline. */
export const zh = {
  standing: {
    acts: { suspended: '停建', withdrawn: '退出', active: '恢复在库' } satisfies Record<Standing, string>,
    means: {
      suspended: '停建后不再催报周填报、不评灯，看板和统计不再计入；已有记录全部保留，可随时恢复。',
      withdrawn: '退出后不再列入清单、看板和统计；已有记录全部保留。退出有误的，可以恢复。',
      active: '恢复后重新列入看板和统计，从本周起填报、评灯。',
    } satisfies Record<Standing, string>,
    on: '日期',
    reason: '理由',
    reasonMissing: '请写明理由，至少 2 字',
    /** 停建自 2026-05-01 */
    since: (standing: string, on: string) => `${standing}（${on} 起）`,
    by: (who: string) => `${who}登记`,
  },
  tenure: {
    title: '责任单位沿革',
    since: (on: string) => `${on} 起至今`,
    span: (from: string, to: string) => `${from} 至 ${to}`,
  },
  plan: {
    title: (year: number) => `${year} 年度分月计划`,
    edit: '编制分月计划',
    annual: '全年',
    months: '分月计划（万元）',
    month: (month: number) => `${month}月`,
    pasteHint: '可从 Excel 复制一行或一列 12 个数，粘贴到任一格；留空即该月不安排。全部留空按月均分。',
    clear: '清空各月',
    sum: (months: string, annual: string) => `各月合计 ${months} 万元，全年计划 ${annual} 万元`,
    short: (missing: string) => `还差 ${missing} 万元`,
    over: (excess: string) => `多出 ${excess} 万元`,
    level: '相符',
    noMonths: '各月留空，按月均分',
    reason: '调整理由',
    reasonMissing: '计划已批准为基线，调整须写明理由',
    current: '现行计划',
    baseline: '基线',
    difference: '增减',
    approve: '批准为基线',
    approveMeans: '批准后按当前计划定为基线，不再变动；以后的调整与基线并列显示，并须写明理由。',
    approvedBy: (on: string, by: string) => `${on} ${by}批准为基线`,
    notApproved: '尚未批准为基线',
    noPlan: '本年度还没有计划',
    isEven: '未编分月计划，按月均分',
    sameAsBaseline: '与基线一致',
    changes: '批准后的调整',
    fromTo: (from: string, to: string) => `全年 ${from} → ${to} 万元`,
    onlyMonths: '全年不变，调整分月安排',
    approved: '已批准为基线',
  },
};

export const en: Messages<typeof zh> = {
  standing: {
    acts: { suspended: 'Suspend', withdrawn: 'Withdraw', active: 'Resume' },
    means: {
      suspended: 'A suspended project owes no returns, has no lamp and is not counted; its records stay, and it can be resumed.',
      withdrawn:
        'A withdrawn project leaves the list, the board and the figures; its records stay. It can be resumed if this was a mistake.',
      active: 'A resumed project is counted again, owes returns from this week on and has a lamp.',
    },
    on: 'Day',
    reason: 'Reason',
    reasonMissing: 'Please say why, at least 2 characters',
    since: (standing, on) => `${standing} since ${on}`,
    by: (who) => `recorded by ${who}`,
  },
  tenure: {
    title: 'Whose it was',
    since: (on) => `since ${on}`,
    span: (from, to) => `${from} to ${to}`,
  },
  plan: {
    title: (year) => `Plan of ${year} by month`,
    edit: 'Plan by month',
    annual: 'Year',
    months: 'By month (10k yuan)',
    month: (month) => ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][month - 1] ?? '',
    pasteHint:
      'Copy a row or column of 12 numbers from Excel and paste it into any cell. An empty month plans nothing; all empty is spread evenly.',
    clear: 'Empty all months',
    sum: (months, annual) => `The months make ${months}, the year ${annual} (10k yuan)`,
    short: (missing) => `${missing} missing`,
    over: (excess) => `${excess} too much`,
    level: 'equal',
    noMonths: 'All months empty: spread evenly',
    reason: 'Why it changes',
    reasonMissing: 'The plan was approved as the baseline; a change must say why',
    current: 'Current plan',
    baseline: 'Baseline',
    difference: 'Difference',
    approve: 'Approve as baseline',
    approveMeans: 'The plan as it stands becomes the baseline for good; later changes stand beside it and say why.',
    approvedBy: (on, by) => `approved as the baseline on ${on} by ${by}`,
    notApproved: 'not approved as a baseline yet',
    noPlan: 'This year has no plan yet',
    isEven: 'No plan by month: spread evenly',
    sameAsBaseline: 'the same as the baseline',
    changes: 'Changes since the approval',
    fromTo: (from, to) => `year ${from} → ${to} (10k yuan)`,
    onlyMonths: 'the year stays, the months change',
    approved: 'Approved as the baseline',
  },
};

/** Why a standing or a plan cannot be changed so. */
export const refusals: { zh: Record<string, RefusalText>; en: Record<string, RefusalText> } = {
  zh: {
    'same-standing': '项目已是这一状态，没有改动。',
    'no-such-standing-move': '已退出的项目要先恢复在库，再办停建。',
    'plan-change-unexplained': '计划已批准为基线，调整须写明理由。',
    'plan-approved': (facts) => `已于 ${String(facts.on)} 由${String(facts.by)}批准为基线，不能再次批准。`,
  },
  en: {
    'same-standing': 'The project stands so already; nothing was changed.',
    'no-such-standing-move': 'A withdrawn project is resumed first, then suspended.',
    'plan-change-unexplained': 'The plan was approved as the baseline; a change must say why.',
    'plan-approved': (facts) => `Approved as the baseline on ${String(facts.on)} by ${String(facts.by)} already.`,
  },
};
