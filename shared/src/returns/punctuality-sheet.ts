import type { Day } from '../kit/calendar.ts';
import { type PunctualityLine, type ReturnPeriod, type ReturnRate, type ReturnSet, returnRates, sumTallies } from './punctuality.ts';

/** A column of the ledger: a number that is counted, or a rate of two of them. */
export type PunctualityColumn = { set: ReturnSet } | { rate: ReturnRate };

/** The columns of the ledger, on the page as in the workbook. */
export const punctualityColumns: readonly PunctualityColumn[] = [
  { set: 'owed' },
  { set: 'on-time' },
  { set: 'late' },
  { set: 'filled-in' },
  { set: 'missing' },
  { rate: 'on-time' },
  { set: 'sent-back' },
  { rate: 'first-time' },
  { set: 'unchanged' },
  { rate: 'unchanged' },
  { set: 'warned' },
  { set: 'corrected' },
];

/** What the ledger calls its counts, on the page and in the workbook. */
export const returnSetNames: Record<ReturnSet, string> = {
  owed: '应报',
  'on-time': '按时',
  late: '迟报',
  'filled-in': '项目办代填',
  missing: '漏报',
  'sent-back': '退回',
  'first-time': '一次通过',
  unchanged: '同上周',
  warned: '带提示报送',
  corrected: '报后更正',
};
/** What the ledger calls its rates. */
export const returnRateNames: Record<ReturnRate, string> = { 'on-time': '按时率', 'first-time': '一次通过率', unchanged: '同上周占比' };

type Outgoing = {
  period: ReturnPeriod;
  lines: readonly PunctualityLine[];
  /** How many weeks are counted. */
  weeks: number;
  districtName: string;
  asOf: Day;
};

/** 2026年10月, 2026年第4季度, 2026年: a period as a title names it. */
export function periodTitle(period: ReturnPeriod): string {
  const year = `${period.slice(0, 4)}年`;
  if (period.includes('Q')) return `${year}第${period.slice(6)}季度`;
  return period.length === 7 ? `${year}${Number(period.slice(5))}月` : year;
}

/** What heads the ledger outside the house, on paper and in Excel: whose it is, of which time, as of which day. */
export function punctualityHead({ period, weeks, districtName, asOf }: Omit<Outgoing, 'lines'>) {
  return {
    title: `${districtName}${periodTitle(period)}周填报台账`,
    note: { left: `截至 ${asOf}，计${weeks}周；退回未补报的计漏报`, right: '单位：份' },
  };
}

/** The ledger as an office would send it in Excel. Rates are fractions; over nothing there is none. */
export function punctualitySheet({ lines, ...head }: Outgoing) {
  const cells = (line: Parameters<(typeof returnRates)['on-time']>[0]) =>
    punctualityColumns.map((column) => {
      if ('set' in column) return line[column.set];
      const [part, base] = returnRates[column.rate](line);
      return base === 0 ? null : part / base;
    });
  return {
    name: '填报台账',
    ...punctualityHead(head),
    columns: [
      { header: '名次', group: null, width: 4, align: 'center' as const, format: 'integer' as const },
      { header: '责任单位', group: null, width: 12, align: 'left' as const, format: 'text' as const },
      ...punctualityColumns.map((column) => ({
        header: 'set' in column ? returnSetNames[column.set] : returnRateNames[column.rate],
        group: null,
        width: 6,
        align: 'right' as const,
        format: 'set' in column ? ('integer' as const) : ('percent' as const),
      })),
    ],
    rows: lines.map((line) => [line.rank, line.unitName, ...cells(line)]),
    total: [null, '合计', ...cells(sumTallies(lines))],
    frozen: 2,
    paper: 'a4' as const,
  };
}
