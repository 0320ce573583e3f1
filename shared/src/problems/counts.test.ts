import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ageOf, ages, problemCounts } from './counts.ts';
import { ProblemCategory, ProblemRung, ProblemState } from './schema.ts';

const counted = fc.record({
  state: fc.constantFrom(...ProblemState.options),
  category: fc.constantFrom(...ProblemCategory.options),
  rung: fc.constantFrom(...ProblemRung.options),
  clock: fc.record({ openDays: fc.integer({ min: 0, max: 90 }), overdueDays: fc.integer({ min: 0, max: 5 }) }),
});

test.each([
  [0, 'week'],
  [7, 'week'],
  [8, 'fortnight'],
  [15, 'fortnight'],
  [16, 'month'],
  [30, 'month'],
  [31, 'longer'],
] as const)('%i days old it is counted as %s', (days, age) => {
  expect(ageOf(days)).toBe(age);
});

test('every open problem is counted once by rung, once by age and once by type', () => {
  fc.assert(
    fc.property(fc.array(counted), (problems) => {
      const open = problems.filter(({ state }) => state === 'raised' || state === 'assigned').length;
      const { all, types } = problemCounts(problems);
      const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);
      expect(all.total).toBe(open);
      expect(sum(ProblemRung.options.map((rung) => all.rungs[rung]))).toBe(open);
      expect(sum(ages.map((age) => all.ages[age]))).toBe(open);
      expect(sum(types.map(({ count }) => count.total))).toBe(open);
      expect(sum(types.map(({ count }) => count.overdue))).toBe(all.overdue);
      expect(types.every(({ count }) => count.total > 0)).toBe(true);
    }),
  );
});
