import type { ApprovalStep } from '../approvals/schema.ts';
import type { Week } from '../kit/calendar.ts';
import type { Refusal } from '../kit/errors.ts';
import type { Id } from '../kit/ids.ts';
import type { Money } from '../kit/money.ts';
import type { YearPlan } from '../projects/schema.ts';
import type { SubmitReturn, WeeklyReturn } from '../returns/schema.ts';
import type { Change, RowNote } from './changes.ts';
import type { ImportFinding } from './findings.ts';
import type { RowPlace } from './schema.ts';
import type { Target } from './targets.ts';

/** Why a row is left out of an import; `refused` by a rule of the record itself, which says why. */
export type LeftOut =
  | 'part'
  | 'name'
  | 'unit'
  | 'total'
  | 'plan'
  | 'repeated'
  | 'ambiguous'
  | 'unknown'
  | 'unfilled'
  | 'figure'
  | 'refused';

/** A step as it will stand; without `before` it is entered behind the project's others. */
export type StepWrite = { before: ApprovalStep | null; after: Omit<ApprovalStep, 'id' | 'orderKey' | 'version'> };

/** A year's plan as it will stand. */
export type PlanWrite = { before: YearPlan | null; after: Pick<YearPlan, 'year' | 'annual' | 'byMonth' | 'doneBeforeYear'> };

/** What applying a row writes. */
export type RowWrite =
  | { kind: 'project'; target: Target }
  | { kind: 'return'; before: WeeklyReturn | null; form: SubmitReturn }
  | { kind: 'steps'; steps: readonly StepWrite[] }
  | ({ kind: 'plan' } & PlanWrite);

/** What applying one row does, or why it is left out. */
export type PlannedRow = RowPlace & {
  name: string | null;
  verdict: 'new' | 'changed' | 'unchanged' | 'left-out';
  leftOut: LeftOut | null;
  refusal: Refusal | null;
  projectId: Id<'project'> | null;
  /** Who answers for the project, and whether that unit is new to the record. */
  unit: { id: Id<'unit'> | null; name: string } | null;
  /** The two amounts that a person knows the row by: total and plan, week and year, plan and done. */
  amounts: readonly [Money | null, Money | null];
  changes: readonly Change[];
  notes: readonly RowNote[];
  write: RowWrite | null;
};

/** What applying a reading does. `week` is the one that returns are written into. */
export type ImportPlan = {
  year: number;
  week: Week | null;
  rows: readonly PlannedRow[];
  newUnits: readonly string[];
  findings: readonly ImportFinding[];
};

/** A row that is not used. Field by field: of ten thousand rows, spreading costs more than all the comparing. */
export function leftOutRow(
  { sheet, row, name }: RowPlace & { name: string | null },
  why: LeftOut,
  known: Partial<Pick<PlannedRow, 'refusal' | 'projectId'>> = {},
): PlannedRow {
  return {
    sheet,
    row,
    name,
    verdict: 'left-out',
    leftOut: why,
    refusal: known.refusal ?? null,
    projectId: known.projectId ?? null,
    unit: null,
    amounts: [null, null],
    changes: [],
    notes: [],
    write: null,
  };
}
