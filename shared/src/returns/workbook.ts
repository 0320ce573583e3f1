import { type Day, type Week, yearOf } from '../kit/calendar.ts';
import type { Money } from '../kit/money.ts';
import { baseOf, monthEndIsWeekEnd, prefill, type ReturnForm } from './prefill.ts';
import type { ReturnSheet, ReturnWeek } from './sheet.ts';

type Cell = string | number | null;
type Row = { sheet: ReturnSheet; form: ReturnForm; week: Week; position: number };

/** A column of the return workbook; those to fill are marked, and the only ones that a person may change. */
type ReturnColumn = {
  header: string;
  group: string | null;
  /** In Chinese characters. */
  width: number;
  align: 'left' | 'center' | 'right';
  format: 'text' | 'integer' | 'amount';
  isToFill: boolean;
  read: (row: Row) => Cell;
};

const invested = '完成投资（万元）';
const locked = { group: null, isToFill: false } as const;
const words = { group: null, isToFill: true, align: 'left', format: 'text', width: 24 } as const;
const money = { group: invested, isToFill: true, align: 'right', format: 'amount', width: 8 } as const;
const inWan = (amount: Money | null): number | null => (amount === null ? null : amount / 10_000);

/** Headers that the reading of a weekly list knows: what is filled in here comes back through it. */
const columns: readonly ReturnColumn[] = [
  { ...locked, header: '序号', width: 3, align: 'center', format: 'integer', read: ({ position }) => position + 1 },
  { ...locked, header: '项目名称', width: 18, align: 'left', format: 'text', read: ({ sheet }) => sheet.project.name },
  { ...locked, header: '责任单位', width: 8, align: 'center', format: 'text', read: ({ sheet }) => sheet.unitName },
  { ...locked, header: '项目代码', width: 14, align: 'center', format: 'text', read: ({ sheet }) => sheet.project.code },
  { ...locked, header: '年度计划投资（万元）', width: 8, align: 'right', format: 'amount', read: ({ sheet }) => inWan(sheet.annual) },
  { ...money, isToFill: false, header: '截至上周累计', read: ({ sheet, week }) => inWan(baseOf(week, sheet.previous)) },
  { ...money, header: '本周完成', read: ({ form }) => inWan(form.doneThisWeek) },
  // Empty until there is a figure of the week: whichever of the two is filled in, the other follows.
  { ...money, header: '截至本周累计', read: ({ form }) => (form.doneThisWeek === null ? null : inWan(form.doneThisYear)) },
  { ...words, header: '本周进展', width: 30, read: ({ form }) => form.progress || null },
  { ...words, header: '存在问题', read: ({ form }) => form.problem },
  { ...words, header: '下周计划', read: ({ form }) => form.nextStep },
  { ...words, header: '提请例会事项', read: ({ form }) => form.request },
];

function columnsOf({ week, monthEnd }: Pick<ReturnWeek, 'week' | 'monthEnd'>): ReturnColumn[] {
  if (monthEnd === null || monthEndIsWeekEnd(week)) return [...columns];
  const asked: ReturnColumn = {
    ...money,
    header: `月末累计（截至${dayWords(monthEnd)}）`,
    width: 9,
    read: ({ form }) => inWan(form.doneAtMonthEnd),
  };
  return columns.flatMap((column) => (column.header === '截至本周累计' ? [column, asked] : [column]));
}

function dayWords(day: Day): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
}

/** The return workbook of a unit's projects: last week's words and figures, or what was already sent, with the cells to fill. */
export function returnWorkbook(week: ReturnWeek, sheets: readonly ReturnSheet[], districtName: string) {
  const shown = columnsOf(week);
  const rows = sheets.map(
    (sheet, position): Row => ({ sheet, position, week: week.week, form: prefill(week.week, sheet.previous, sheet.current) }),
  );
  return {
    name: '周填报',
    title: `${districtName}${yearOf(week.week)}年第${Number(week.week.slice(6))}周项目周填报表`,
    note: { left: '浅黄格填写；“本周完成”与“截至本周累计”填一个即可，另一个自动算出。项目名称不要改。', right: '单位：万元' },
    columns: shown.map(({ read: _read, ...column }) => column),
    rows: rows.map((row) => shown.map((column) => column.read(row))),
    total: null,
    frozen: 2,
    paper: 'a3' as const,
  };
}
