import type { Field, MonthSeries } from './fields.ts';
import { monthPlaces } from './fields.ts';

/** What a header says about months: which one, or up to which, and whether planned or done. */
type MonthHeader = { index: number; place: (typeof monthPlaces)[number]; isCumulative: boolean; what: 'plan' | 'done' | null };

const digits = '〇一二三四五六七八九';
const dash = '[-—–~―至到]';

/** Gives the columns of a plan by month their fields. A single “1-8月累计完成” beside the months is what is done so far. */
export function monthClaims(paths: readonly string[], title: string): { index: number; field: Field; rank: number }[] {
  const bare = /计划|目标|任务/.test(title) || !/完成|实绩/.test(title) ? 'plan' : 'done';
  const found = paths.flatMap((path, index) => monthOf(path, index) ?? []);
  const singles = found.filter((header) => !header.isCumulative);
  const ranges = found.filter((header) => header.isCumulative);
  const hasSeries = singles.length === 0 || new Set(ranges.map(({ place }) => place)).size > 1;
  return found.flatMap((header): { index: number; field: Field; rank: number }[] => {
    const what = header.what ?? bare;
    const { index, place } = header;
    if (header.isCumulative && !hasSeries) return header.what !== 'plan' ? [{ index, field: 'cumDoneWan', rank: 0 }] : [];
    return [{ index, field: `${series(what, header.isCumulative)}.${place}`, rank: header.what === null ? 1 : 0 }];
  });
}

/** How many different months the given headers name. */
export function countMonths(paths: readonly string[]): number {
  return new Set(paths.flatMap((path, index) => monthOf(path, index)?.place ?? [])).size;
}

/** The month up to which a header says that it counts: 8 for “1-8月累计完成”, null for “累计完成”. */
export function lastMonthIn(header: string): number | null {
  const found = monthOf(header, 0);
  return found && found.place + 1;
}

function series(what: 'plan' | 'done', isCumulative: boolean): MonthSeries {
  if (what === 'plan') return isCumulative ? 'cumPlanByMonthWan' : 'planByMonthWan';
  return isCumulative ? 'cumDoneByMonthWan' : 'doneByMonthWan';
}

function monthOf(path: string, index: number): MonthHeader | null {
  const plain = arabicMonths(path);
  if (/率|%|占比|比例|同比|形象|工作|进度|\d月\d{1,2}日/.test(plain)) return null;
  const range = new RegExp(`(?<!\\d)0?(\\d{1,2})月?份?${dash}(?:\\d{4}年)?0?(1[0-2]|[1-9])月`).exec(plain);
  if (range && range[1] !== '1') return null;
  const last = range?.[2] ?? /(?<![\d.])0?(1[0-2]|[1-9])月/.exec(plain)?.[1];
  const place = monthPlaces.find((candidate) => candidate + 1 === Number(last));
  if (place === undefined) return null;
  const isCumulative = range !== null || /累计|截至|截止|累完/.test(plain);
  return { index, place, isCumulative, what: whatOf(plain) };
}

/** The nearest words decide; “计划完成投资” is a plan. */
function whatOf(path: string): MonthHeader['what'] {
  for (const segment of path.split('/').reverse()) {
    if (/计划|目标|任务|安排/.test(segment)) return 'plan';
    if (/完成|实际|实绩|完投/.test(segment)) return 'done';
  }
  return null;
}

/** 十二月 → 12月, 一至三月 → 1至3月, 2025.3 → 3月. */
function arabicMonths(path: string): string {
  return path
    .replace(/(?<!\d)20\d\d\.0?(1[0-2]|[1-9])(?![\d.]|月)/g, '$1月')
    .replace(new RegExp(`(十[一二]?|[一二三四五六七八九])(?=月|${dash}(?:十|[一二三四五六七八九])+月)`, 'g'), (number) =>
      number.startsWith('十') ? String(10 + Math.max(0, digits.indexOf(number[1] ?? ''))) : String(digits.indexOf(number)),
    );
}
