import { expect, test } from 'vitest';
import { day } from '../kit/calendar.ts';
import { chineseNumber, issueText, longDate } from './wording.ts';

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
