import type { RefusalText } from '../app/refusals.ts';
import type { Messages } from '../kit/messages.ts';

/** What is said where projects are carried into a year. */
export const zh = {
  carry: {
    title: '结转到新年度',
    note: '上年底累计按填报自动算出，年度分类和年度计划为拟定，核对后再确认',
    one: '结转到下一年度',
    year: '年度',
    yearOf: (year: number) => `${year} 年`,
    list: (year: number) => `${year} 年项目结转`,
    unit: '责任单位',
    all: '全部单位',
    choose: (name: string) => `选中${name}`,
    chooseAll: '全选可结转的',
    project: '项目',
    stage: '阶段',
    present: '现分类',
    yearClass: '新年度分类',
    classOf: (name: string) => `${name}的新年度分类`,
    doneBefore: '上年底累计（万元）',
    remaining: '剩余投资（万元）',
    annual: '新年度计划（万元）',
    annualOf: (name: string) => `${name}的新年度计划`,
    state: '状态',
    open: '待结转',
    carried: '已结转',
    moved: (from: string) => `已结转，累计数有变化（原 ${from}）`,
    act: (count: number) => `结转选中的 ${count} 个`,
    none: '没有可结转的项目',
    missing: '选中的项目里有的没有填年度计划，或金额不对',
    more: (count: number) => `再显示 ${count} 个`,
    running: '本年度还未结束，上年底累计为截至今天的数；年底定数后可再结转一次，只更新有变化的。',
    done: (count: number) => `已结转 ${count} 个项目`,
  },
};

export const en: Messages<typeof zh> = {
  carry: {
    title: 'Carry into a year',
    note: 'What was done before comes from the returns; class and plan are proposed: check, then confirm',
    one: 'Carry into the next year',
    year: 'Year',
    yearOf: (year) => `${year}`,
    list: (year) => `Projects into ${year}`,
    unit: 'Unit',
    all: 'All units',
    choose: (name) => `Choose ${name}`,
    chooseAll: 'Choose all that can be carried',
    project: 'Project',
    stage: 'Stage',
    present: 'Class now',
    yearClass: 'New class',
    classOf: (name) => `New class of ${name}`,
    doneBefore: 'Done before (10k yuan)',
    remaining: 'Remaining (10k yuan)',
    annual: 'New plan (10k yuan)',
    annualOf: (name) => `New plan of ${name}`,
    state: 'State',
    open: 'to carry',
    carried: 'carried',
    moved: (from) => `carried, done before has changed (was ${from})`,
    act: (count) => `Carry the ${count} chosen`,
    none: 'Nothing to carry',
    missing: 'Some of the chosen have no plan for the year, or an amount that cannot be read',
    more: (count) => `Show ${count} more`,
    running:
      'The year is still running: what was done before is as of today. Carry again when it is over; only what has changed is updated.',
    done: (count) => `${count} projects carried`,
  },
};

/** Why projects are not carried into a year. */
export const refusals: { zh: Record<string, RefusalText>; en: Record<string, RefusalText> } = {
  zh: {
    'carry-finished': '已竣工，不结转',
    'carry-not-active': '已停建或退出，恢复在库后再结转',
    'carry-year': '只能结转到本年度或下一年度。',
  },
  en: {
    'carry-finished': 'finished: not carried',
    'carry-not-active': 'suspended or withdrawn: resume it first',
    'carry-year': 'Only this year and the next can be carried into.',
  },
};
