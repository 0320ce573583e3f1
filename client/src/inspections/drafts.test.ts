import { expect, it } from 'vitest';
import { Instant } from '#shared/kit/calendar.ts';
import { formOf, stepped } from './drafts.ts';

const sheet = { marks: { site: 100 }, remark: '围挡有缺口', version: 2 };
const draft = { marks: { site: 90 }, remark: '', version: 2, keptAt: Instant.parse('2026-11-26T00:52:00.000Z'), isWaiting: false };

it('a stop shows what was typed before what was handed in', () => {
  expect(formOf(draft, sheet).marks).toEqual({ site: 90 });
  expect(formOf(undefined, sheet)).toEqual(sheet);
  expect(formOf(undefined, null)).toEqual({ marks: {}, remark: '', version: null });
});

it.each([
  { mark: undefined, step: 1, gives: 10 },
  { mark: undefined, step: -1, gives: 140 },
  { mark: 100, step: 1, gives: 110 },
  { mark: 145, step: 1, gives: 150 },
  { mark: 150, step: 1, gives: 150 },
  { mark: 5, step: -1, gives: 0 },
] as const)('from $mark a step of $step gives $gives of 150', ({ mark, step, gives }) => {
  expect(stepped(mark, 15, step)).toBe(gives);
});
