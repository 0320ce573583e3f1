import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { box, linesOf, monthX, partsOf, roundCount, roundTop, yOf } from './charts.ts';

describe('a chart’s scale', () => {
  test.each([
    [0, 1],
    [1, 1],
    [7, 8],
    [12, 12],
    [21, 24],
    [405, 500],
    [250_520, 300_000],
    [361_200, 400_000],
  ])('%i lies under %i', (largest, top) => {
    expect(roundTop(largest)).toBe(top);
  });
  test('counts are divided into whole numbers', () => {
    expect([0, 3, 4, 5, 17].map(roundCount)).toEqual([4, 4, 4, 8, 20]);
  });
  test('nothing stands outside the drawing', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9e8), { minLength: 12, maxLength: 12 }), (values) => {
        const top = roundTop(Math.max(...values));
        for (const value of values) {
          expect(yOf(value, top)).toBeGreaterThanOrEqual(box.top);
          expect(yOf(value, top)).toBeLessThanOrEqual(box.height - box.bottom);
        }
      }),
    );
    expect(monthX(0)).toBeGreaterThan(box.left);
    expect(monthX(11)).toBeLessThan(box.width - box.right);
  });
});

test('a line ends where nothing is known and begins again behind the gap', () => {
  const values = [1, 2, null, 4, null, null, null, null, null, null, null, null];
  expect(linesOf(values, 4).map((line) => line.split(' ').length)).toEqual([2, 1]);
  expect(
    linesOf(
      values.map(() => null),
      4,
    ),
  ).toEqual([]);
});

test('the parts of a bar lie end to end and add up to its share of the longest', () => {
  expect(partsOf([1, 2, 0, 1], 8, 400)).toEqual([
    { from: 0, length: 50 },
    { from: 50, length: 100 },
    { from: 150, length: 0 },
    { from: 150, length: 50 },
  ]);
  expect(partsOf([0, 0], 0, 400)).toEqual([
    { from: 0, length: 0 },
    { from: 0, length: 0 },
  ]);
});
