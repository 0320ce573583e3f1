import type { Day, Month } from '#shared/kit/calendar.ts';
import { inThread } from './thread.ts';

/** What a cell holds. Text stays text, whatever it begins with: no formula comes out of words that somebody typed. */
export type XlsxValue = string | number | null | { day: Day } | { month: Month };

/** How a column's numbers are shown. `amount` has two decimals as soon as one amount of the column needs them. */
export type XlsxFormat = 'text' | 'integer' | 'amount' | 'percent';

/** A column; neighbours of one `group` share a cell of that name above them. `width` in Chinese characters. */
export type XlsxColumn = {
  header: string;
  group: string | null;
  width: number;
  align: 'left' | 'center' | 'right';
  format: XlsxFormat;
  /** Whether a person fills it in: its cells are marked, and where a sheet has any, they alone may be changed. */
  isToFill?: boolean;
  /** The words that a person may put here, offered as a list. */
  choices?: readonly string[];
};

/** One sheet as an office would send it: title, note and unit, header, rows, total, ready to print. */
export type XlsxSheet = {
  name: string;
  title: string;
  /** Under the title: at the left what the list stands on, at the right its unit 单位：万元. */
  note: { left: string; right: string } | null;
  columns: readonly XlsxColumn[];
  rows: readonly (readonly XlsxValue[])[];
  total: readonly XlsxValue[] | null;
  /** So many first columns stay in sight, and are printed again on every page. */
  frozen: number;
  paper: 'a3' | 'a4';
};

const workerUrl = new URL(import.meta.url.endsWith('.ts') ? './xlsx-worker.ts' : './xlsx-worker.js', import.meta.url);

/** Writes a workbook in a thread of its own: a long list must not keep the others waiting. */
export function writeXlsx(sheets: readonly XlsxSheet[]): Promise<Uint8Array> {
  return inThread<Uint8Array>(workerUrl, sheets, { timeoutMs: 60_000, memoryMb: 512 });
}
