import type { RefusalText } from '../app/refusals.ts';
import type { Messages } from '../kit/messages.ts';

export const zh = {
  tab: '区县',
  name: '区县名称',
  nameHint: '全称，印在文件上',
  regionCode: '行政区划代码',
  regionCodeHint: '6 位数字，GB/T 2260',
  issuingOffice: '发文机关',
  issuingOfficeHint: '通报、纪要的落款',
  officeMark: '机关代字',
  officeMarkHint: '文号的前一段，如“×重办”',
  returns: '周填报',
  returnOpenWeekday: '开始日',
  returnWeekday: '截止日',
  returnWeekdayHint: '遇放假顺延到下一个工作日',
  returnTime: '截止时间',
  weekdays: { 1: '周一', 2: '周二', 3: '周三', 4: '周四', 5: '周五', 6: '周六', 7: '周日' },
  save: '保存',
  saved: '区县设置已保存',
  note: '改名后，新印发的文件用新名；已印发的不变。',
  wrong: {
    name: '请填 2 至 40 个字',
    regionCode: '须为 6 位数字',
    issuingOffice: '请填 2 至 60 个字',
    officeMark: '请填 1 至 20 个字',
    returnTime: '请填时间，如 17:00',
  },
};

export const en: Messages<typeof zh> = {
  tab: 'District',
  name: 'Name of the district',
  nameHint: 'in full, as printed on documents',
  regionCode: 'Region code',
  regionCodeHint: 'six digits, GB/T 2260',
  issuingOffice: 'Issuing office',
  issuingOfficeHint: 'signs bulletins and minutes',
  officeMark: 'Office mark',
  officeMarkHint: 'the first part of a document number',
  returns: 'Weekly return',
  returnOpenWeekday: 'Opens on',
  returnWeekday: 'Due on',
  returnWeekdayHint: 'a day off moves it to the next working day',
  returnTime: 'Due at',
  weekdays: { 1: 'Monday', 2: 'Tuesday', 3: 'Wednesday', 4: 'Thursday', 5: 'Friday', 6: 'Saturday', 7: 'Sunday' },
  save: 'Save',
  saved: 'District saved',
  note: 'A new name stands on documents issued from now on; those already issued keep theirs.',
  wrong: {
    name: 'Enter 2 to 40 characters',
    regionCode: 'Must be six digits',
    issuingOffice: 'Enter 2 to 60 characters',
    officeMark: 'Enter 1 to 20 characters',
    returnTime: 'Enter a time such as 17:00',
  },
};

/** Why settings are refused, in words. */
export const refusals: Record<'zh' | 'en', Record<string, RefusalText>> = {
  zh: { 'returns-due-before-opening': '填报的截止日早于开始日，没有保存。请把截止日放在开始日当天或之后。' },
  en: {
    'returns-due-before-opening': 'Returns would be due before they open; nothing was saved. Set the due day on or after the opening day.',
  },
};
