import { type Day, yearOf } from '../kit/calendar.ts';
import { assertNever } from '../kit/errors.ts';
import { type KnownProjects, planProjects } from './match.ts';
import { type KnownPlans, planMonths } from './plan-months.ts';
import { type KnownReturns, planReturns } from './plan-returns.ts';
import { type KnownSteps, planSteps } from './plan-steps.ts';
import type { ImportPlan } from './planned.ts';
import type { FollowedReading, ProjectReading } from './read.ts';

type Of<Kind extends FollowedReading['kind']> = Extract<FollowedReading, { kind: Kind }>;

/** A reading beside what is on record. One about projects on record was matched with them by `matchLedger` before. */
export type Comparison =
  | { of: 'projects'; reading: ProjectReading; known: KnownProjects }
  | { of: 'returns'; reading: Of<'weekly'>; known: KnownReturns }
  | { of: 'steps'; reading: Of<'approvals'>; known: KnownSteps }
  | { of: 'plans'; reading: Of<'monthly'>; known: KnownPlans };

/**
 * Compares a reading with what is on record: what each row would make or change, which cannot be used and why.
 * Applying the answer and comparing again gives nothing but unchanged rows.
 */
export function planImport(comparison: Comparison, asOf: Day): ImportPlan {
  const { findings } = comparison.reading;
  const plan = { year: comparison.reading.year ?? yearOf(asOf), week: null, newUnits: [], findings };
  switch (comparison.of) {
    case 'projects':
      return { ...plan, ...planProjects(comparison.reading, comparison.known, asOf) };
    case 'returns':
      return { ...plan, week: comparison.known.week.week, rows: planReturns(comparison.reading, comparison.known) };
    case 'steps':
      return { ...plan, rows: planSteps(comparison.reading, comparison.known, asOf) };
    case 'plans':
      return { ...plan, year: comparison.known.year, rows: planMonths(comparison.reading, comparison.known) };
    default:
      return assertNever(comparison);
  }
}
