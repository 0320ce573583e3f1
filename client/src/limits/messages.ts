import type { Messages } from '../kit/messages.ts';

export const zh = {
  tab: '时限',
  note: '超过时限，问题自动升到上一级，入库列为逾期。改动只影响以后的升级。',
  ladder: '问题各层级办理时限（工作日）',
  ladderHint: '到期未解决的，次一工作日升到上一级；到例会为止，只提示超期。留空为不自动升级。',
  registration: '入库',
  registrationMonths: '开工后几个月内入库',
  registrationHint: '到期日遇节假日顺延；评灯的入库期限在评灯规则中另设',
  wrongDays: '填 1–120 的整数，或留空',
  wrongMonths: '填 1–12 的整数',
  save: '保存',
  saved: '时限已保存',
};

export const en: Messages<typeof zh> = {
  tab: 'Limits',
  note: 'Past these a problem climbs to the next rung, and a registration is late. A change counts from now on.',
  ladder: 'Working days on each rung of a problem',
  ladderHint:
    'What is not solved climbs on the next working day; on the highest rung it is only said to be over. Empty: it does not climb.',
  registration: 'Registration',
  registrationMonths: 'Months from the start',
  registrationHint: 'A day off moves to the next working day; what the lamp goes by stands in its rules',
  wrongDays: 'A whole number from 1 to 120, or nothing',
  wrongMonths: 'A whole number from 1 to 12',
  save: 'Save',
  saved: 'Limits saved',
};
