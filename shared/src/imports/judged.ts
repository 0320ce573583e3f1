import type { Field } from './fields.ts';
import type { FindingCode, FindingParams } from './findings.ts';
import { sumTolerance } from './sections.ts';

/** A row that is judged: which columns it has, and where what is found goes. */
export type Judged = {
  has: (field: Field) => boolean;
  report: (field: Field, code: FindingCode, params?: FindingParams) => void;
};

/** Percent figures agree within a tenth of a percentage point. */
const shareTolerance = 0.001;

/** Whether two sums differ by more than rounding. */
export function differs(a: number, b: number): boolean {
  return Math.abs(a - b) > sumTolerance + 1e-9;
}

/** Reports a year's plan above the total. */
export function judgeAnnual(row: Judged, annual: number | null, total: number | null): void {
  if (annual !== null && total !== null && annual > total) row.report('annualPlanWan', 'ANNUAL_GT_TOTAL', { wan: annual, totalWan: total });
}

/** Reports a cumulative figure above the total. */
export function judgeCumulative(row: Judged, field: Field, done: number | null, total: number | null): void {
  if (done !== null && total !== null && done > total) row.report(field, 'CUM_GT_TOTAL', { wan: done, totalWan: total });
}

/** Reports a stated share that is not done ÷ year's plan. */
export function judgePercent(row: Judged, percent: number | null, done: number | null, annual: number | null): void {
  if (percent === null || done === null || annual === null || annual <= 0) return;
  const actual = done / annual;
  if (Math.abs(percent - actual) > shareTolerance + 1e-9)
    row.report('percent', 'PERCENT_MISMATCH', { stated: round(percent), actual: round(actual) });
}

/** A share in percent with two decimals, as people read it. */
function round(share: number): number {
  return Math.round(share * 10_000) / 100;
}
