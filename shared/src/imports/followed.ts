import type { RowReader } from './cell-reader.ts';
import type { RowContext } from './context.ts';
import { readCommon } from './list-row.ts';

/** What the rows of lists about projects on record have in common. Level, class and dates come from the ledger later. */
export function readFollowed(reader: RowReader, context: RowContext, parentRow: number | null) {
  return {
    ...readCommon(reader, context, parentRow),
    level: null,
    stage: null,
    planStart: null,
    planFinish: null,
    totalInvestWan: reader.amount('totalInvestWan'),
    annualPlanWan: reader.amount('annualPlanWan'),
    match: null,
  };
}
