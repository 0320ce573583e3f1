import { expect, it } from 'vitest';
import { differencesOf, isUndoing } from './differences.ts';

const named = new Set(['leaderName', 'totalInvestment']);

it('only what differs and has a name is shown', () => {
  const before = JSON.stringify({ leaderName: '郑副区长', totalInvestment: 1, version: 1 });
  const after = JSON.stringify({ leaderName: null, totalInvestment: 1, version: 2 });
  expect(differencesOf(before, after, named)).toEqual([{ field: 'leaderName', from: '郑副区长', to: null }]);
});

it('a first record differs from nothing, and its empty fields from nothing do not', () => {
  expect(differencesOf(null, JSON.stringify({ leaderName: null, totalInvestment: 5 }), named)).toEqual([
    { field: 'totalInvestment', from: null, to: 5 },
  ]);
});

it('what was removed leaves nothing to compare', () => {
  expect(differencesOf('{"leaderName":"郑副区长"}', null, named)).toEqual([]);
  expect(differencesOf(null, '"a text"', named)).toEqual([]);
});

it('an act that takes back another says so', () => {
  expect(isUndoing(JSON.stringify({ stage: 'preparing', undoes: 7 }))).toBe(true);
  expect(isUndoing(JSON.stringify({ stage: 'preparing' }))).toBe(false);
  expect(isUndoing(null)).toBe(false);
});
