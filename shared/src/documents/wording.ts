import type { Day, Month } from '../kit/calendar.ts';
import { monthNumber, yearOf } from '../kit/calendar.ts';
import type { Document } from './model.ts';

/** The few fixed words and signs that every renderer of a document puts on the page. */
export const fixedWords = {
  draft: '预稿',
  attachments: '附件：',
  printed: '印发',
  copies: (count: number) => `共印${count}份`,
  names: (names: readonly string[]) => names.join('、'),
  label: (label: string) => `${label}：`,
};

/** Words of the screen as they stand on official paper, where no space parts a figure from them: 投资滞后 22% → 投资滞后22% */
export function onPaper(words: string): string {
  return words.replace(/(?<=\p{Script=Han}) (?=\d)|(?<=[\d%]) (?=\p{Script=Han})/gu, '');
}

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 → 一, 12 → 十二, 20 → 二十; for headings, so up to 99. */
export function chineseNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  if (tens === 0) return DIGITS[ones] ?? String(value);
  return `${tens === 1 ? '' : DIGITS[tens]}十${ones === 0 ? '' : DIGITS[ones]}`;
}

/** 2026年11月3日: Arabic, the full year, no leading zeros. */
export function longDate(on: Day): string {
  return `${yearOf(on)}年${shortDate(on)}`;
}

/** 11月3日 */
export function shortDate(on: Day): string {
  return `${Number(on.slice(5, 7))}月${Number(on.slice(8))}日`;
}

/** 2026年10月 */
export function longMonth(month: Month): string {
  return `${yearOf(month)}年${monthNumber(month)}月`;
}

/** 〔2026〕第10期: hexagonal brackets, no leading zeros. */
export function issueText(issue: { year: number; number: number }): string {
  return `〔${issue.year}〕第${issue.number}期`;
}

/** The title as one line, for lists and file names. */
export function titleOf(document: Document): string {
  return document.title.join('');
}
