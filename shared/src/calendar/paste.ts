import { addDays, Day, daysBetween, weekdayOf } from '../kit/calendar.ts';
import { plainNames } from './changes.ts';
import type { CalendarException } from './workdays.ts';

/** What was understood of a pasted text, and the lines that were not. */
export type PastedNotice = { days: CalendarException[]; unread: string[] };

/** 2027-01-01, 2027年1月1日, 1月1日, and behind another date 3日 alone. */
const DATE = /(?:(\d{4})\s*[年\-/.]\s*)?(\d{1,2})\s*[月\-/.]\s*(\d{1,2})\s*日?|(\d{1,2})\s*日/g;
const TO = /^\s*(?:至|到|~|—+|–|-)\s*$/;
const HEADING = /^\s*(?:[一二三四五六七八九十]+|\d+)\s*[、.]\s*([^:\d]{1,20}?)\s*:/;
const WORK = /上班|补班|调班/;
const OFF = /放假|休/;
const LONGEST_HOLIDAY = 15;

/**
 * Reads the notice of a year as it is published (“一、元旦：1月1日至3日放假调休，共3天。1月4日上班。”), or a list with one
 * day or range a line as it is copied from Excel. What names a date and cannot be understood is given back by line.
 */
export function readNotice(text: string, year: number): PastedNotice {
  const days = new Map<Day, CalendarException>();
  const unread: string[] = [];
  let heading: string | null = null;
  for (const line of text.normalize('NFKC').split(/\r?\n/)) {
    const bare = line.replace(/\([^)]*\)/g, '');
    const titled = HEADING.exec(bare)?.[1];
    if (titled) heading = titled.trim();
    for (const clause of bare.slice(titled ? bare.indexOf(':') + 1 : 0).split(/[。;]/)) {
      const read = readClause(clause, year, heading);
      if (read === 'unread') unread.push(clause.trim());
      else for (const each of read) days.set(each.day, each);
    }
  }
  return { days: [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1)), unread };
}

function readClause(clause: string, year: number, heading: string | null): CalendarException[] | 'unread' {
  const ranges = rangesOf(clause, year);
  if (ranges.length === 0) return [];
  const dates = ranges.flatMap((range) => (range ? expand(range) : []));
  if (dates.length === 0 || ranges.includes(null)) return 'unread';
  const kind = kindOf(clause, dates);
  if (kind === null) return 'unread';
  return dates.map((day) => ({ day, kind, name: (kind === 'off' ? (heading ?? nameIn(clause)) : null) ?? plainNames[kind] }));
}

/** 调休 alone is work on a weekend and time off on a weekday: that is what it exchanges. */
function kindOf(clause: string, dates: readonly Day[]): CalendarException['kind'] | null {
  if (WORK.test(clause)) return 'work';
  if (clause.includes('放假')) return 'off';
  if (clause.includes('调休')) return dates.every((date) => weekdayOf(date) > 5) ? 'work' : 'off';
  return OFF.test(clause) ? 'off' : null;
}

/** The word that is left of a list's line once dates and kind are gone. */
function nameIn(clause: string): string | null {
  const words = clause
    .replace(DATE, ' ')
    .replace(/放假|调休|休息|休|共\s*\d+\s*天|星期.|周./g, ' ')
    .split(/[\s,、;:|]+/);
  return words.find((word) => /\p{L}{2,}/u.test(word))?.slice(0, 40) ?? null;
}

type Range = { from: Day; to: Day };

/** The dates of a clause, two joined by 至 as one range; null for one that the calendar does not have. */
function rangesOf(clause: string, year: number): (Range | null)[] {
  const ranges: (Range | null)[] = [];
  let last: { year: number; month: number; end: number } | null = null;
  for (const match of clause.matchAll(DATE)) {
    const [whole, y, m, d, lone] = match;
    if (lone !== undefined && !last) continue;
    const month: number = m === undefined ? (last?.month ?? 0) : Number(m);
    const inYear: number = y === undefined ? rollOver(last, month, year) : Number(y);
    const date = Day.safeParse(`${inYear}-${pad(month)}-${pad(Number(d ?? lone))}`).data ?? null;
    const open = ranges.at(-1);
    const isEnd = last !== null && TO.test(clause.slice(last.end, match.index));
    if (isEnd) ranges.splice(-1, 1, open && date && date >= open.from ? { from: open.from, to: date } : null);
    else ranges.push(date && { from: date, to: date });
    last = { year: inYear, month, end: match.index + whole.length };
  }
  return ranges;
}

/** “2022年12月31日至1月2日”: what ends in a month before the one it begins in ends in the next year. */
function rollOver(last: { year: number; month: number } | null, month: number, year: number): number {
  if (!last) return year;
  return month < last.month ? last.year + 1 : last.year;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

function expand({ from, to }: Range): Day[] {
  const length = daysBetween(from, to) + 1;
  return length > LONGEST_HOLIDAY ? [] : Array.from({ length }, (_, at) => addDays(from, at));
}
