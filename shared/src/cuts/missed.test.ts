import { expect, test } from 'vitest';
import type { Month } from '../kit/calendar.ts';
import { missedMonths, monthsDue } from './missed.ts';

const month = (text: string) => text as Month;

test.each([
  [null, [], []],
  ['2026-08', ['2026-09'], ['2026-08', '2026-10']],
  ['2026-08', ['2026-08', '2026-09', '2026-10'], []],
  ['2026-11', [], []],
] as const)('reported since %s and cut %j: missed are %j', (first, cut, missed) => {
  expect(missedMonths(first && month(first), cut.map(month), month('2026-10'))).toEqual(missed);
});

test.each([
  [null, ['2026-01']],
  ['2025-12', ['2026-01']],
  ['2025-10', ['2025-11', '2025-12', '2026-01']],
  ['2026-01', []],
] as const)('cut last %s: due are %j', (latest, due) => {
  expect(monthsDue(latest && month(latest), month('2026-01'))).toEqual(due);
});
