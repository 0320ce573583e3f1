import type { Month } from '../kit/calendar.ts';
import type { Cell } from './cells.ts';
import { type ReadDate, readDate, readDateText } from './dates.ts';
import type { FindingCode } from './findings.ts';
import { plainText, saysNothing, saysUndecided } from './text.ts';

/** What a cell that holds start and finish together says. */
export type ReadSpan = { start: Month | null; finish: Month | null; missing: boolean; codes: readonly FindingCode[] };

/** Reads “2021—2023”, “2021.3-2023.6”, “2022年3月至12月”, “2022年起”, “2024年” or one date alone. */
export function readSpan(cell: Cell): ReadSpan {
  // Two dates in two lines are start and finish.
  const joinedLines = typeof cell.value === 'string' ? cell.value.replace(/(?<=[\d日月年])\s*\n\s*(?=\d)/, '至') : cell.value;
  const text = cell.date === undefined && typeof cell.value !== 'boolean' ? plainText(joinedLines) : '';
  if (cell.error === undefined && cell.date === undefined && (saysNothing(text) || saysUndecided(text)))
    return { start: null, finish: null, missing: true, codes: [] };
  const open = /^(.+?)(起|开始|以来|至今|[-—~]+)$/.exec(text);
  if (open?.[1]) return joined(readDateText(open[1], 'start'), null);
  const halves = split(text);
  if (halves) return joined(halves[0], halves[1]);
  const start = readDate(cell, 'start');
  if (start.code === 'DATE_IMPRECISE') return joined(start, readDate(cell, 'finish'));
  return start.code !== null && start.month === null ? joined(start, start) : joined(start, null);
}

function split(text: string): readonly [ReadDate, ReadDate] | null {
  for (const separator of text.matchAll(/至|到|[—–―~～-]+|[,;]/g)) {
    const left = text.slice(0, separator.index);
    const right = text.slice(separator.index + separator[0].length);
    if (!/\d{4}|\d{2}年|\d{2}\.\d/.test(left)) continue;
    const isHyphen = separator[0] === '-';
    const bothYears = /^\d{4}年?$/.test(left) && /^\d{4}年?$/.test(right);
    if (isHyphen && !bothYears && /^\d{4}$/.test(left) && /^\d{1,2}([./-]|$)/.test(right)) continue;
    const start = readDateText(left, 'start');
    const finish = readDateText(withYear(left, right), 'finish');
    const isNone = (read: ReadDate): boolean => read.month === null && read.code !== 'DATE_INVALID';
    if ((isHyphen || /[,;]/.test(separator[0])) && (isNone(start) || isNone(finish))) continue;
    return [start, finish];
  }
  return null;
}

/** “2022年3月至12月”: the second half goes without its year. */
function withYear(left: string, right: string): string {
  const year = /^\D{0,2}(\d{4})/.exec(left)?.[1];
  if (year === undefined) return right;
  if (/^\d{4}年?$/.test(left) && /^\d{2}年?$/.test(right) && Number(right.slice(0, 2)) > 12) return `${year.slice(0, 2)}${right}`;
  if (/^\d{1,2}月/.test(right) || /^(上半年|下半年|年底|年末|第?[一二三四]季度)/.test(right)) return `${year}年${right}`;
  return /^\d{1,2}$/.test(right) && /月$|\.\d+$/.test(left) ? `${year}.${right}` : right;
}

function joined(start: ReadDate, finish: ReadDate | null): ReadSpan {
  const codes = [...new Set([start.code, finish?.code ?? null])].filter((code) => code !== null);
  return { start: start.month, finish: finish?.month ?? null, missing: false, codes };
}
