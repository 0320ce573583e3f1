import type { CalendarException } from '#shared/calendar/workdays.ts';
import type { RefusalText } from '../app/refusals.ts';
import type { Messages } from '../kit/messages.ts';

export const zh = {
  tab: '工作日历',
  title: (year: number) => `${year} 年工作日历`,
  note: '办理时限、例会和填报周按此计算。',
  years: '年份',
  earlier: '上一年',
  later: '下一年',
  month: (month: number) => `${month} 月`,
  known: '已按国务院办公厅通知录入',
  unknown: '尚无通知，按星期推算',
  unknownTitle: (year: number) => `${year} 年节假日安排尚未录入。`,
  unknownText: '这一年的时限暂按周一至周五计算，所有涉及的到期日都会注明“为估算”。通知公布后请粘贴录入。',
  brush: '点日期设为',
  brushes: { off: '放假', work: '调休上班', plain: '恢复平常' },
  holiday: '节日名称',
  holidayHint: '如 春节',
  kinds: { off: '放假', work: '上班' } satisfies Record<CalendarException['kind'], string>,
  counts: (off: number, work: number) => `放假 ${off} 天 · 调休上班 ${work} 天`,
  isKnown: '本年安排已全部录入，与通知核对无误',
  source: '依据',
  sourceHint: '文号或网址',
  paste: '粘贴通知',
  pasteTitle: (year: number) => `粘贴 ${year} 年节假日安排`,
  pasteHint: '国务院办公厅通知原文，或从 Excel 复制的清单：每行一个日期（或起止）、放假或上班、节日名称。',
  pasteText: '通知或清单',
  pasteRead: (off: number, work: number) => `读出放假 ${off} 天、上班 ${work} 天。`,
  pasteUnread: '以下没有读懂，请另行点选：',
  pasteNone: '没有读出日期。请粘贴含“1月1日至3日放假”或“2027-01-01 放假”的文字。',
  pasteTake: '填入日历',
  save: '保存',
  saved: (year: number) => `${year} 年工作日历已保存`,
  unsaved: '有改动未保存',
  discard: '放弃改动',
  wrongSource: '不超过 200 个字',
};

export const en: Messages<typeof zh> = {
  tab: 'Working days',
  title: (year) => `Working days of ${year}`,
  note: 'Time limits, meetings and weeks of returns are counted by it.',
  years: 'Years',
  earlier: 'The year before',
  later: 'The year after',
  month: (month) =>
    ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'][month - 1] ??
    '',
  known: 'Entered from the State Council’s notice',
  unknown: 'No notice yet, by weekday',
  unknownTitle: (year) => `The holidays of ${year} have not been entered.`,
  unknownText: 'Limits in this year count Monday to Friday, and every due day that rests on it says so. Paste the notice once it is out.',
  brush: 'A click makes a day',
  brushes: { off: 'a day off', work: 'a make-up day', plain: 'plain again' },
  holiday: 'Holiday',
  holidayHint: 'as the notice names it',
  kinds: { off: 'off', work: 'worked' },
  counts: (off, work) => `${off} days off · ${work} make-up days`,
  isKnown: 'This year is entered whole and checked against the notice',
  source: 'Source',
  sourceHint: 'number or address',
  paste: 'Paste the notice',
  pasteTitle: (year) => `Paste the holidays of ${year}`,
  pasteHint: 'The notice as published, or a list copied from Excel: a date or range a line, off or worked, the holiday’s name.',
  pasteText: 'Notice or list',
  pasteRead: (off, work) => `${off} days off and ${work} worked days were read.`,
  pasteUnread: 'This was not understood; set it by clicking:',
  pasteNone: 'No date was read. Paste the notice itself, or one day a line.',
  pasteTake: 'Put into the calendar',
  save: 'Save',
  saved: (year) => `Working days of ${year} saved`,
  unsaved: 'Changes are not saved',
  discard: 'Discard changes',
  wrongSource: 'At most 200 characters',
};

/** Why a year cannot be kept so. */
export const refusals: { zh: Record<string, RefusalText>; en: Record<string, RefusalText> } = {
  zh: {
    'day-of-other-year': (facts) =>
      `${String(facts.day ?? '')} 不属于 ${String(facts.year ?? '')} 年的安排，没有保存。请在那一年的页面上设。`,
    'day-twice': (facts) => `${String(facts.day ?? '')} 出现两次，没有保存。请只留一个。`,
    'notice-without-days': '还没有一个放假日，不能标为“已全部录入”。请先录入，或取消勾选。',
  },
  en: {
    'day-of-other-year': (facts) => `${String(facts.day ?? '')} does not belong to ${String(facts.year ?? '')}; nothing was saved.`,
    'day-twice': (facts) => `${String(facts.day ?? '')} stands there twice; nothing was saved.`,
    'notice-without-days': 'There is no day off yet, so the year is not entered whole. Enter them first, or clear the mark.',
  },
};
