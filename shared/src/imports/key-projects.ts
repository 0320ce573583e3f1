import type { RowReader } from './cell-reader.ts';
import { categoryOfRow, levelOfRow, listOfRow, type RowContext, stageOfRow } from './context.ts';
import { type Common, readCommon, readMonths } from './list-row.ts';
import type { KeyProjectRow } from './rows.ts';

/** Reads a row of a list of key projects and judges it by itself. */
export function readKeyProject(reader: RowReader, context: RowContext, parentRow: number | null): KeyProjectRow {
  const common: Common = readCommon(reader, context, parentRow);
  const stage = stageOfRow(reader, context);
  const isReserve = stage === '储备';
  const { start, finish } = readMonths(reader, 'planStart', !isReserve, !isReserve);
  const row: KeyProjectRow = {
    ...common,
    level: levelOfRow(reader, context),
    stage,
    projectCode: reader.code('projectCode'),
    category: categoryOfRow(reader, context),
    location: reader.text('location'),
    content: reader.text('content'),
    totalInvestWan: reader.amount('totalInvestWan'),
    annualPlanWan: reader.amount('annualPlanWan'),
    investDoneLastYearEndWan: reader.amount('investDoneLastYearEndWan'),
    bondQuotaWan: reader.amount('bondQuotaWan'),
    preWork: reader.text('preWork'),
    yearGoal: reader.text('yearGoal'),
    planStart: start,
    planFinish: finish,
    leader: reader.text('leader'),
    list: listOfRow(reader),
  };
  reader.require('unit');
  reader.require('totalInvestWan');
  if (!isReserve) {
    reader.require('annualPlanWan');
    reader.require('level');
  }
  judge(reader, row);
  return row;
}

function judge(reader: RowReader, row: KeyProjectRow): void {
  const { totalInvestWan: total, annualPlanWan: annual, investDoneLastYearEndWan: done } = row;
  if (total === null) return;
  if (annual !== null && annual > total) reader.report('annualPlanWan', 'ANNUAL_GT_TOTAL', { wan: annual, totalWan: total });
  if (done !== null && done > total) reader.report('investDoneLastYearEndWan', 'DONE_GT_TOTAL', { wan: done, totalWan: total });
}
