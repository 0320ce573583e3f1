import { expect, test } from 'vitest';
import { addMs, type Instant } from '../kit/calendar.ts';
import { countDenial, DENIAL_WINDOW_MS, type Denials, isNoted } from './denials.ts';

const first = '2026-10-29T07:20:00.000Z' as Instant;

function repeat(times: number): Denials[] {
  const all: Denials[] = [];
  for (let nth = 0; nth < times; nth++) all.push(countDenial(all.at(-1) ?? null, addMs(first, nth)));
  return all;
}

test('of a thousand refusals within the hour four are written down, with what they weigh', () => {
  expect(repeat(1000).filter(isNoted)).toEqual([1, 10, 100, 1000].map((count) => ({ since: first, count, earlier: 0 })));
});

test('after an hour the next one is a first again, and tells how many came before', () => {
  const [last] = repeat(57).slice(-1);
  const next = addMs(first, DENIAL_WINDOW_MS);
  expect(countDenial(last ?? null, next)).toEqual({ since: next, count: 1, earlier: 57 });
  expect(countDenial(last ?? null, addMs(next, -1))).toEqual({ since: first, count: 58, earlier: 0 });
});
