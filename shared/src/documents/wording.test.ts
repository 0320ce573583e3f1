import { expect, test } from 'vitest';
import { day } from '../kit/calendar.ts';
import { chineseNumber, issueText, longDate, onPaper } from './wording.ts';

test.each([
  [1, '一'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [34, '三十四'],
  [99, '九十九'],
])('%i is written %s', (value, text) => {
  expect(chineseNumber(value)).toBe(text);
});

test('dates and numbers of issues have no leading zeros', () => {
  expect(longDate(day('2026-01-05'))).toBe('2026年1月5日');
  expect(issueText({ year: 2026, number: 3 })).toBe('〔2026〕第3期');
});

test.each([
  ['投资滞后 22%', '投资滞后22%'],
  ['应开未开 3 个月', '应开未开3个月'],
  ['环评超期 6 日，GB 9704 不动', '环评超期6日，GB 9704不动'],
  ['没有数字', '没有数字'],
])('on paper %s reads %s', (words, said) => {
  expect(onPaper(words)).toBe(said);
});
