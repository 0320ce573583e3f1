import { tidy } from './amounts.ts';
import type { RowReader } from './cell-reader.ts';
import { categoryOfRow, levelOfRow, listOfRow, type RowContext } from './context.ts';
import type { Field } from './fields.ts';
import { readCommon, readMonths } from './list-row.ts';
import type { Funds, ReconstructionRow } from './rows.ts';
import { sumTolerance } from './sections.ts';
import { type ListStatus, saysYes, statusWord } from './words.ts';

const fundFields = [
  'funds.central',
  'funds.province',
  'funds.city',
  'funds.district',
  'funds.bond',
  'funds.local',
] as const satisfies readonly Field[];

/** Reads a row of a list of reconstruction projects and judges it by itself. */
export function readReconstruction(reader: RowReader, context: RowContext, parentRow: number | null): ReconstructionRow {
  const common = readCommon(reader, context, parentRow);
  const { started, finished, status } = readStatus(reader);
  const { start, finish } = readMonths(reader, 'actualStart', started === true, true);
  const funds = readFunds(reader);
  const row: ReconstructionRow = {
    ...common,
    level: levelOfRow(reader, context),
    projectCode: reader.code('projectCode'),
    category: categoryOfRow(reader, context) ?? (reader.has('category') ? null : categoryOfSheet(context.sheetName)),
    county: reader.text('county'),
    location: reader.text('location'),
    owner: reader.text('owner'),
    rebuildType: reader.text('rebuildType'),
    content: reader.text('content'),
    totalInvestWan: reader.amount('totalInvestWan'),
    annualPlanWan: reader.amount('annualPlanWan'),
    funds,
    started,
    finished,
    actualStart: start,
    planStart: start,
    plannedStart: reader.has('planStart') ? reader.month('planStart', 'start') : start,
    planFinish: finish,
    actualFinish: reader.has('actualFinish') ? reader.month('actualFinish', 'finish') : finished === true ? finish : null,
    investDoneWan: reader.amount('investDoneWan'),
    progress: reader.text('progress'),
    issue: reader.text('issue'),
    leader: reader.text('leader'),
    list: listOfRow(reader),
    status,
    stage: status,
  };
  reader.require('unit');
  reader.require('totalInvestWan');
  if (row.list !== 'key') reader.require('investDoneWan');
  judge(reader, row);
  return row;
}

/** Offices keep a sheet for each category; one that is named for being a list says nothing of what is on it. */
function categoryOfSheet(name: string): string | null {
  return /^sheet\s*\d*$|进展|台账|清单|汇总|一览|明细|统计|情况表/i.test(name) ? null : name;
}

/** With 是否 columns, finished wins over started; without them a status column says both. */
function readStatus(reader: RowReader): { started: boolean | null; finished: boolean | null; status: ListStatus | null } {
  if (reader.has('started') || reader.has('finished')) {
    const finished = reader.has('finished') ? saysYes(reader.raw('finished')) : null;
    const started = reader.has('started') ? saysYes(reader.raw('started')) : finished;
    return { started, finished, status: finished ? '已竣工' : started ? '在建' : '未开工' };
  }
  const word = reader.has('status') ? reader.text('status') : null;
  if (word === null) return { started: null, finished: null, status: null };
  const status = statusWord(word);
  if (status === null) {
    reader.report('status', 'STATUS_UNKNOWN');
    return { started: null, finished: null, status: null };
  }
  return { started: status !== '未开工', finished: status === '已竣工', status };
}

function readFunds(reader: RowReader): Funds {
  return {
    central: reader.amount('funds.central'),
    province: reader.amount('funds.province'),
    city: reader.amount('funds.city'),
    district: reader.amount('funds.district'),
    bond: reader.amount('funds.bond'),
    local: reader.amount('funds.local'),
  };
}

/** The funds of a row by field, for sums. */
export function fundAmounts(funds: Funds): [Field, number | null][] {
  return [
    ['funds.central', funds.central],
    ['funds.province', funds.province],
    ['funds.city', funds.city],
    ['funds.district', funds.district],
    ['funds.bond', funds.bond],
    ['funds.local', funds.local],
  ];
}

function judge(reader: RowReader, row: ReconstructionRow): void {
  const { totalInvestWan: total, annualPlanWan: annual, investDoneWan: done } = row;
  if (total !== null && annual !== null && annual > total)
    reader.report('annualPlanWan', 'ANNUAL_GT_TOTAL', { wan: annual, totalWan: total });
  if (total !== null && done !== null && done > total) reader.report('investDoneWan', 'DONE_GT_TOTAL', { wan: done, totalWan: total });
  judgeFunds(reader, row);
  if (row.started !== false) return;
  if (row.actualStart !== null && reader.has('actualStart')) reader.report('actualStart', 'STATUS_CONFLICT', { says: 'start' });
  if (row.finished === true) reader.report('finished', 'STATUS_CONFLICT', { says: 'finished' });
  if (done !== null && done > 0) reader.report('investDoneWan', 'STATUS_CONFLICT', { says: 'invested' });
}

/** A sum with a part unknown is not judged: nobody can say that it is wrong. */
function judgeFunds(reader: RowReader, row: ReconstructionRow): void {
  const stated = new Map(fundAmounts(row.funds));
  const parts = fundFields.filter((field) => reader.has(field)).map((field) => stated.get(field) ?? null);
  if (row.totalInvestWan === null || parts.length === 0 || parts.includes(null)) return;
  const actual = tidy(parts.reduce<number>((total, part) => total + (part ?? 0), 0));
  if (Math.abs(actual - row.totalInvestWan) > sumTolerance + 1e-9)
    reader.report('totalInvestWan', 'FUND_SUM_MISMATCH', { actual, stated: row.totalInvestWan });
}
