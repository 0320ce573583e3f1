import { expect, test } from 'vitest';
import { beginsFormula, defused } from './formula.ts';

test.each(['=1+1', '@SUM(A1)', '＝1+1', '-1+1', '+86 371', '\t=1', '-'])('%j goes out as words', (text) => {
  expect(beginsFormula(text)).toBe(true);
  expect(defused(text)).toBe(`'${text}`);
});

test.each(['-12.5', '+3%'])('%j begins like a formula and is a number all the same', (text) => {
  expect(beginsFormula(text)).toBe(true);
  expect(defused(text)).toBe(text);
});

test.each(['12,450', '道路=桥', ''])('%j is no formula', (text) => {
  expect(beginsFormula(text)).toBe(false);
  expect(defused(text)).toBe(text);
});
