import { useSearch } from 'wouter';
import { z } from 'zod';
import { ageOf, ages } from '#shared/problems/counts.ts';
import { isOpen } from '#shared/problems/flow.ts';
import { ProblemCategory, ProblemRung } from '#shared/problems/schema.ts';
import type { ListedProblem } from './data.ts';

/** What the list of problems shows; null shows all. */
export type ProblemFilter = {
  category: ProblemCategory | null;
  rung: ProblemRung | null;
  age: (typeof ages)[number] | null;
  isLate: boolean;
  /** Those that wait for their 销号 instead of the open ones. */
  isSolved: boolean;
};

/** The address of the list under a filter, so that a link restores it. */
export function problemsAt(filter: Partial<ProblemFilter>): string {
  const query = new URLSearchParams();
  for (const key of ['category', 'rung', 'age'] as const) {
    const value = filter[key];
    if (value) query.set(key, value);
  }
  if (filter.isLate) query.set('late', '1');
  if (filter.isSolved) query.set('solved', '1');
  return query.size > 0 ? `/problems?${query}` : '/problems';
}

/** The filter in the address bar; what it cannot read it leaves out. */
export function useProblemFilter(): ProblemFilter {
  const query = new URLSearchParams(useSearch());
  return {
    category: ProblemCategory.safeParse(query.get('category')).data ?? null,
    rung: ProblemRung.safeParse(query.get('rung')).data ?? null,
    age: z.enum(ages).safeParse(query.get('age')).data ?? null,
    isLate: query.has('late'),
    isSolved: query.has('solved'),
  };
}

/** Whether a problem passes. */
export function passes({ category, rung, age, isLate, isSolved }: ProblemFilter, problem: ListedProblem): boolean {
  return (
    isOpen(problem) !== isSolved &&
    (category === null || problem.category === category) &&
    (rung === null || problem.rung === rung) &&
    (age === null || ageOf(problem.clock.openDays) === age) &&
    (!isLate || problem.clock.overdueDays > 0)
  );
}
