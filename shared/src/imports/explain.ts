import type { FindingCode, FindingParams, ImportFinding } from './findings.ts';

type Sentences = Record<FindingCode, (params: FindingParams) => string>;

function shown(params: FindingParams, key: string): string {
  const value = params[key];
  return value === null || value === undefined ? '' : String(value);
}

function said(params: FindingParams, left: string, right: string): string {
  const raw = shown(params, 'raw').replace(/\s+/g, ' ').trim();
  return raw === '' ? '' : `${left}${raw.length > 40 ? `${raw.slice(0, 40)}…` : raw}${right}`;
}

/** Where in a ledger of sheets the related row stands; nothing where the ledger is the database. */
function placeOf(params: FindingParams, left: string, right: string): string {
  return shown(params, 'relatedRow') === '' ? '' : `${left}${shown(params, 'relatedSheet')} ${shown(params, 'relatedRow')}${right}`;
}

const zh: Sentences = {
  AMOUNT_APPROX: (p) => `金额为约数${said(p, '“', '”')}，已取数值，请确认`,
  AMOUNT_NEGATIVE: (p) => `金额为负数${said(p, '“', '”')}`,
  AMOUNT_UNPARSEABLE: (p) => `金额无法识别${said(p, '“', '”')}`,
  AMOUNT_WITH_NOTE: (p) => `金额带说明文字${said(p, '“', '”')}，已取数值，请确认`,
  ANNUAL_GT_TOTAL: (p) => `年度计划投资 ${shown(p, 'wan')} 万元大于总投资 ${shown(p, 'totalWan')} 万元（常见原因：亿元、万元填错）`,
  APPROVAL_DATE_MISSING: (p) => `已办结，但没有写日期${said(p, '“', '”')}`,
  APPROVAL_DOCNO_MISSING: () => '有日期，没有文号',
  APPROVAL_ORDER: (p) => `施工许可（${shown(p, 'finish')}）早于立项（${shown(p, 'start')}）`,
  APPROVAL_STATUS_UNKNOWN: (p) => `办理状态${said(p, '“', '”')}无法识别`,
  BAD_PROJECT_CODE: (p) => `项目代码${said(p, '“', '”')}不是 4-6-2-2-6 位数字，未采用`,
  CUM_DECREASED: (p) => `累计 ${shown(p, 'wan')} 万元小于上期累计 ${shown(p, 'beforeWan')} 万元`,
  CUM_GT_TOTAL: (p) => `累计完成投资 ${shown(p, 'wan')} 万元大于总投资 ${shown(p, 'totalWan')} 万元`,
  CUM_MISMATCH: (p) => `累计写 ${shown(p, 'stated')} 万元，按各期应为 ${shown(p, 'actual')} 万元`,
  DATE_AMBIGUOUS: (p) => `数值${said(p, '“', '”')}可能是1月，也可能是10月（Excel 会丢掉末尾的0），暂按1月`,
  DATE_IMPRECISE: (p) => `日期${said(p, '“', '”')}不精确，按 ${shown(p, 'month')} 处理`,
  DATE_INVALID: (p) => `没有这个日期${said(p, '：“', '”')}`,
  DATE_IN_FUTURE: (p) => `日期${said(p, '“', '”')}晚于本表截止日期 ${shown(p, 'asOf')}`,
  DATE_ORDER: (p) => `竣工（${shown(p, 'finish')}）早于开工（${shown(p, 'start')}）`,
  DATE_RAW_SERIAL: (p) => `日期写成序列号${said(p, '“', '”')}，已换算为 ${shown(p, 'month')}`,
  DATE_TWO_DIGIT_YEAR: (p) => `年份只有两位${said(p, '“', '”')}，按 ${shown(p, 'month')} 处理`,
  DATE_UNPARSEABLE: (p) => `不是日期${said(p, '：“', '”')}`,
  DONE_GT_TOTAL: (p) => `完成投资 ${shown(p, 'wan')} 万元大于总投资 ${shown(p, 'totalWan')} 万元`,
  DUPLICATE_CODE: (p) => `项目代码与“${shown(p, 'relatedSheet')}”第 ${shown(p, 'relatedRow')} 行相同`,
  DUPLICATE_NAME: (p) => `项目名称与“${shown(p, 'relatedSheet')}”第 ${shown(p, 'relatedRow')} 行相同`,
  FORMULA_ERROR: (p) => `公式出错${said(p, '“', '”')}，没有值`,
  FUND_SUM_MISMATCH: (p) => `资金来源合计 ${shown(p, 'actual')} 万元，与总投资 ${shown(p, 'stated')} 万元不符`,
  HIDDEN_ROW: () => '该行在表中被隐藏，仍按一行读入',
  HIDDEN_SHEET: (p) => `工作表${said(p, '“', '”')}被隐藏，未读入`,
  LIGHT_UNKNOWN: (p) => `灯色${said(p, '“', '”')}无法识别`,
  MISSING_VALUE: (p) => `必填项没有内容${said(p, '（', '）')}`,
  NAME_NOT_EXACT: (p) => `名称与台账不完全一致，疑似“${shown(p, 'relatedName')}”${placeOf(p, '（', '）')}`,
  PERCENT_MISMATCH: (p) => `比例写 ${shown(p, 'stated')}%，按金额应为 ${shown(p, 'actual')}%`,
  PERCENT_SCALE: (p) => `比例${said(p, '“', '”')}按 0—100 填写，已除以 100`,
  PLAN_DIFFERS_FROM_LEDGER: (p) => `年度计划 ${shown(p, 'wan')} 万元与台账 ${shown(p, 'ledgerWan')} 万元不一致`,
  PLAN_SUM_MISMATCH: (p) => `年度计划写 ${shown(p, 'stated')} 万元，各月计划合计 ${shown(p, 'actual')} 万元`,
  PROJECT_CODE_REFORMATTED: () => '项目代码缺少连字符，已按 4-6-2-2-6 位补齐',
  SECTION_COUNT_MISMATCH: (p) => `标题写 ${shown(p, 'stated')} 个，实际 ${shown(p, 'actual')} 个`,
  SEQ_DUPLICATE: (p) => `序号${said(p, '“', '”')}与上一行重复`,
  SIMILAR_NAME: (p) => `疑似与“${shown(p, 'relatedSheet')}”第 ${shown(p, 'relatedRow')} 行“${shown(p, 'relatedName')}”为同一项目`,
  STAGE_UNKNOWN: (p) => `建设性质${said(p, '“', '”')}无法识别`,
  STATUS_CONFLICT: (p) =>
    ({ start: '未开工，却填了开工时间', finished: '未开工，却填了已竣工', invested: '未开工，却有完成投资' })[shown(p, 'says')] ??
    '与未开工不符',
  STATUS_UNKNOWN: (p) => `建设状态${said(p, '“', '”')}无法识别`,
  SUBTOTAL_MISMATCH: (p) => `写的是 ${shown(p, 'stated')} 万元，明细合计 ${shown(p, 'actual')} 万元`,
  UNIT_CONFLICT: (p) => `单位行写 ${shown(p, 'unit')}，与列标题的单位不一致，以列标题为准`,
  UNIT_IN_CELL: (p) => `单元格自带单位${said(p, '“', '”')}，与本列（${shown(p, 'unit')}）不同，已换算为 ${shown(p, 'wan')} 万元，请确认`,
  UNKNOWN_PROJECT: (p) => `台账中没有这个项目${said(p, '：“', '”')}`,
};

const en: Sentences = {
  AMOUNT_APPROX: (p) => `An approximate amount${said(p, ' “', '”')}; the number was taken, please confirm`,
  AMOUNT_NEGATIVE: (p) => `A negative amount${said(p, ' “', '”')}`,
  AMOUNT_UNPARSEABLE: (p) => `Not an amount${said(p, ': “', '”')}`,
  AMOUNT_WITH_NOTE: (p) => `An amount with a remark${said(p, ' “', '”')}; the number was taken, please confirm`,
  ANNUAL_GT_TOTAL: (p) =>
    `The year's plan of ${shown(p, 'wan')} 万元 is above the total of ${shown(p, 'totalWan')} 万元 (often 亿元 and 万元 mixed up)`,
  APPROVAL_DATE_MISSING: (p) => `Done, yet no date is given${said(p, ' (“', '”)')}`,
  APPROVAL_DOCNO_MISSING: () => 'A date without a document number',
  APPROVAL_ORDER: (p) => `The construction permit (${shown(p, 'finish')}) is before the project approval (${shown(p, 'start')})`,
  APPROVAL_STATUS_UNKNOWN: (p) => `An unknown state of the approval${said(p, ': “', '”')}`,
  BAD_PROJECT_CODE: (p) => `The project code${said(p, ' “', '”')} is not of the form 4-6-2-2-6 digits and was left out`,
  CUM_DECREASED: (p) => `The cumulative ${shown(p, 'wan')} 万元 is below the last period's ${shown(p, 'beforeWan')} 万元`,
  CUM_GT_TOTAL: (p) => `The cumulative investment, ${shown(p, 'wan')} 万元, is above the total of ${shown(p, 'totalWan')} 万元`,
  CUM_MISMATCH: (p) => `The cumulative says ${shown(p, 'stated')} 万元, its periods make ${shown(p, 'actual')} 万元`,
  DATE_AMBIGUOUS: (p) => `The number${said(p, ' “', '”')} may be January or October (Excel drops the last 0); January was taken`,
  DATE_IMPRECISE: (p) => `An imprecise date${said(p, ' “', '”')}; ${shown(p, 'month')} was taken`,
  DATE_INVALID: (p) => `There is no such date${said(p, ': “', '”')}`,
  DATE_IN_FUTURE: (p) => `The date${said(p, ' “', '”')} is after the day up to which the list holds, ${shown(p, 'asOf')}`,
  DATE_ORDER: (p) => `The finish (${shown(p, 'finish')}) is before the start (${shown(p, 'start')})`,
  DATE_RAW_SERIAL: (p) => `A date written as a serial number${said(p, ' “', '”')}; read as ${shown(p, 'month')}`,
  DATE_TWO_DIGIT_YEAR: (p) => `A year of two digits${said(p, ' “', '”')}; read as ${shown(p, 'month')}`,
  DATE_UNPARSEABLE: (p) => `Not a date${said(p, ': “', '”')}`,
  DONE_GT_TOTAL: (p) => `The investment done, ${shown(p, 'wan')} 万元, is above the total of ${shown(p, 'totalWan')} 万元`,
  DUPLICATE_CODE: (p) => `The same project code as “${shown(p, 'relatedSheet')}” row ${shown(p, 'relatedRow')}`,
  DUPLICATE_NAME: (p) => `The same name as “${shown(p, 'relatedSheet')}” row ${shown(p, 'relatedRow')}`,
  FORMULA_ERROR: (p) => `A formula that failed${said(p, ' “', '”')}; there is no value`,
  FUND_SUM_MISMATCH: (p) => `The funds add up to ${shown(p, 'actual')} 万元, the total says ${shown(p, 'stated')} 万元`,
  HIDDEN_ROW: () => 'This row is hidden in the list and was read all the same',
  HIDDEN_SHEET: (p) => `The sheet${said(p, ' “', '”')} is hidden and was not read`,
  LIGHT_UNKNOWN: (p) => `An unknown lamp${said(p, ': “', '”')}`,
  MISSING_VALUE: (p) => `A required cell says nothing${said(p, ' (', ')')}`,
  NAME_NOT_EXACT: (p) => `Not quite a name of the ledger; perhaps “${shown(p, 'relatedName')}”${placeOf(p, ' (', ')')}`,
  PERCENT_MISMATCH: (p) => `The share says ${shown(p, 'stated')} %, the amounts make ${shown(p, 'actual')} %`,
  PERCENT_SCALE: (p) => `A share${said(p, ' “', '”')} on the scale of 0 to 100, divided by 100`,
  PLAN_DIFFERS_FROM_LEDGER: (p) => `The year's plan of ${shown(p, 'wan')} 万元 is not the ledger's ${shown(p, 'ledgerWan')} 万元`,
  PLAN_SUM_MISMATCH: (p) => `The year's plan says ${shown(p, 'stated')} 万元, the months add up to ${shown(p, 'actual')} 万元`,
  PROJECT_CODE_REFORMATTED: () => 'The project code had no hyphens; they were put in as 4-6-2-2-6',
  SECTION_COUNT_MISMATCH: (p) => `The heading says ${shown(p, 'stated')}, there are ${shown(p, 'actual')}`,
  SEQ_DUPLICATE: (p) => `The number${said(p, ' “', '”')} repeats the row above`,
  SIMILAR_NAME: (p) =>
    `Perhaps the same project as “${shown(p, 'relatedName')}”, “${shown(p, 'relatedSheet')}” row ${shown(p, 'relatedRow')}`,
  STAGE_UNKNOWN: (p) => `An unknown class${said(p, ': “', '”')}`,
  STATUS_CONFLICT: (p) =>
    ({
      start: 'Not started, yet a start date is given',
      finished: 'Not started, yet said to be finished',
      invested: 'Not started, yet investment is done',
    })[shown(p, 'says')] ?? 'Contradicts “not started”',
  STATUS_UNKNOWN: (p) => `An unknown status${said(p, ': “', '”')}`,
  SUBTOTAL_MISMATCH: (p) => `It says ${shown(p, 'stated')} 万元, its rows add up to ${shown(p, 'actual')} 万元`,
  UNIT_CONFLICT: (p) => `The unit row says ${shown(p, 'unit')}, a column's header another unit; the header was followed`,
  UNIT_IN_CELL: (p) =>
    `The cell has its own unit${said(p, ' “', '”')}, not the column's (${shown(p, 'unit')}); converted to ${shown(p, 'wan')} 万元, please confirm`,
  UNKNOWN_PROJECT: (p) => `No such project in the ledger${said(p, ': “', '”')}`,
};

/** What a finding means, in one sentence of the reader's language. */
export function explainFinding(finding: ImportFinding, language: 'zh' | 'en'): string {
  return (language === 'zh' ? zh : en)[finding.code](finding.params);
}
