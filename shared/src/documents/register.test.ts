import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gapsIn } from './register.ts';

test.each([
  [[], [], []],
  [[1, 2, 3], [], []],
  [[3, 1], [2], []],
  [[2, 2, 4], [1, 3], [2]],
])('of the numbers %j are missing %j and double %j', (numbers, missing, double) => {
  expect(gapsIn(numbers)).toEqual({ missing, double });
});

test('numbers drawn one after another have no gap in whatever order they are read, and one taken out is missing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 60 }), fc.nat(), (count, pick) => {
      const numbers = Array.from({ length: count }, (_, at) => count - at);
      expect(gapsIn(numbers)).toEqual({ missing: [], double: [] });
      const taken = (pick % (count - 1)) + 1;
      expect(gapsIn(numbers.filter((number) => number !== taken)).missing).toEqual([taken]);
    }),
  );
});
