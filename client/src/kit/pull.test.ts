import { expect, test } from 'vitest';
import { pullBy } from './pull.ts';

test.each([
  ['in the middle nothing is pulled', 500, 0],
  ['at the lower edge, full speed ahead', 1000, 16],
  ['half way into the edge, half the speed', 976, 8],
  ['at the upper edge, full speed back', 0, -16],
  ['beyond an edge no faster', 1200, 16],
])('%s', (_case, at, expected) => {
  expect(pullBy(at, 0, 1000) + 0).toBe(expected);
});
