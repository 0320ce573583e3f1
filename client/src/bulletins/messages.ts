import type { Messages } from '../kit/messages.ts';
import * as check from './check-messages.ts';
import * as composer from './composer-messages.ts';
import * as flow from './flow-messages.ts';

export const zh = {
  ...check.zh,
  ...composer.zh,
  ...flow.zh,
  title: '红黄绿通报',
  months: '各期通报',
  monthOf: (year: number, month: number) => `${year}年${month}月`,
  number: (number: number) => `第${number}期`,
  cutTaken: (at: string, attempt: number) => `数据截至 ${at}${attempt > 1 ? `（第 ${attempt} 次截取）` : ''}`,
  notCut: '本月数据未截取，正文为目前数字，标“预稿”',
  ruleSet: (name: string) => `评灯规则：${name}`,
  takeCut: '截取本月数据',
  takeAgain: '重新截取',
  cutConfirm: '截取后本月各项目的数字和灯即固定，通报从中取数。签发前可重新截取，旧的一次保留。',
  cutDone: '本月数据已截取',
  print: '打印',
  word: '导出 Word',
  pickNumber: '点正文中带下划线的数字，看它从哪些项目算出。',
  rows: (count: number) => `由 ${count} 个项目算出`,
  rowsDrafted: (count: number) => `起草时的数由这 ${count} 个项目算出`,
  cancel: '取消',
  loading: '正在载入通报',
};

export const en: Messages<typeof zh> = {
  ...check.en,
  ...composer.en,
  ...flow.en,
  title: 'Monthly bulletin',
  months: 'All months',
  monthOf: (year, month) => `${year}-${String(month).padStart(2, '0')}`,
  number: (number) => `No. ${number}`,
  cutTaken: (at, attempt) => `Figures as of ${at}${attempt > 1 ? ` (cut no. ${attempt})` : ''}`,
  notCut: 'The month is not cut: the text shows figures so far and is marked as a draft',
  ruleSet: (name) => `Lamp rules: ${name}`,
  takeCut: 'Cut the month',
  takeAgain: 'Cut again',
  cutConfirm:
    'Cutting fixes every project’s figures and lamp for the month; the bulletin reads them. Until it is signed the month may be cut again; earlier cuts are kept.',
  cutDone: 'The month is cut',
  print: 'Print',
  word: 'Export to Word',
  pickNumber: 'Choose an underlined number in the text to see the projects behind it.',
  rows: (count) => `Worked out from ${count} projects`,
  rowsDrafted: (count) => `The drafted number was worked out from these ${count} projects`,
  cancel: 'Cancel',
  loading: 'Loading the bulletin',
};
