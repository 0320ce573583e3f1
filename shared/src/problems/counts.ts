import { recordOf } from '../kit/collections.ts';
import type { ProblemClock } from './clock.ts';
import { isOpen } from './flow.ts';
import { type Problem, ProblemCategory, ProblemRung } from './schema.ts';

/** How long a problem has been open, in calendar days: up to a week, a fortnight, a month, longer. */
export const ages = ['week', 'fortnight', 'month', 'longer'] as const;
/** One of the spans that open problems are counted by. */
export type ProblemAge = (typeof ages)[number];

/** The span of a number of calendar days: 0–7, 8–15, 16–30, over 30. */
export function ageOf(openDays: number): ProblemAge {
  if (openDays <= 7) return 'week';
  if (openDays <= 15) return 'fortnight';
  return openDays <= 30 ? 'month' : 'longer';
}

/** The open problems of one type, or of all: how many, on which rung, how old, how many past their deadline. */
export type ProblemCount = {
  total: number;
  overdue: number;
  rungs: Record<ProblemRung, number>;
  ages: Record<ProblemAge, number>;
};

type Counted = Pick<Problem, 'state' | 'category' | 'rung'> & { clock: Pick<ProblemClock, 'openDays' | 'overdueDays'> };

/** The open problems by type, the types in their order and only those that occur, with the sum of all. */
export function problemCounts(problems: readonly Counted[]): {
  all: ProblemCount;
  types: { category: ProblemCategory; count: ProblemCount }[];
} {
  const open = problems.filter(isOpen);
  const types = ProblemCategory.options.map((category) => ({ category, count: countOf(open.filter((one) => one.category === category)) }));
  return { all: countOf(open), types: types.filter(({ count }) => count.total > 0) };
}

function countOf(problems: readonly Counted[]): ProblemCount {
  return {
    total: problems.length,
    overdue: problems.filter(({ clock }) => clock.overdueDays > 0).length,
    rungs: recordOf(ProblemRung.options, (rung) => problems.filter((one) => one.rung === rung).length),
    ages: recordOf(ages, (age) => problems.filter(({ clock }) => ageOf(clock.openDays) === age).length),
  };
}
