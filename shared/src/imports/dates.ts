import { addDays, type Day, Day as DaySchema, day, Month } from '../kit/calendar.ts';
import type { Cell } from './cells.ts';
import type { FindingCode } from './findings.ts';
import { plainText, saysNothing, saysUndecided } from './text.ts';

/** Whether a cell tells when something begins or when it ends: “2022年” is January of the one and December of the other. */
export type Edge = 'start' | 'finish';

/** What a date cell says. `day` only where the day was written; `missing`: nothing stands there. */
export type ReadDate = { month: Month | null; day: Day | null; missing: boolean; code: FindingCode | null };

const nothing: ReadDate = { month: null, day: null, missing: true, code: null };
const epoch = day('1970-01-01');
/** Serial numbers from 1970 to 2099; anything else of five digits is not a date that a project list can hold. */
const serials = { first: 25_569, last: 73_050 };

/** The day of Excel's serial number; the time of day is dropped. */
export function dayOfSerial(serial: number): Day {
  return addDays(epoch, Math.floor(serial) - serials.first);
}

/** Whether a number can be the serial of a day in a list. */
export function isSerial(value: number): boolean {
  return value >= serials.first && value <= serials.last;
}

/** Reads a cell that holds one date in any of the styles that lists use. */
export function readDate(cell: Cell, edge: Edge): ReadDate {
  if (cell.error !== undefined) return failed('FORMULA_ERROR');
  if (cell.date !== undefined) return exact(cell.date);
  if (typeof cell.value === 'number') return readNumber(cell.value, edge);
  if (typeof cell.value === 'boolean') return failed('DATE_UNPARSEABLE');
  return readDateText(plainText(cell.value), edge);
}

/** Reads a date from text without blanks, compatibility forms folded. */
export function readDateText(text: string, edge: Edge): ReadDate {
  if (/^#(REF|N\/A|VALUE|DIV\/0|NAME|NUM|NULL)[!?]?/.test(text)) return failed('FORMULA_ERROR');
  if (saysNothing(text) || saysUndecided(text)) return nothing;
  const core = chineseNumerals(text)
    .replace(/\([^()\d]*\)$/, '')
    .replace(/^(\d{4})[、,。—](?=\d{1,2}(?:月|$))/, '$1.')
    .replace(/^(预计|计划|拟于|拟|约|力争|确保|暂定|于)+/, '')
    .replace(
      /(实现|完成|全面|正式)?(开工建设|开工|动工|竣工验收|竣工|完工|建成投用|建成投产|建成|投产|投用|交付使用|完成|左右|以前|之前)+$/,
      '',
    );
  return readWhole(core, edge) ?? readPart(core, edge) ?? failed('DATE_UNPARSEABLE');
}

function readNumber(value: number, edge: Edge): ReadDate {
  const text = String(value);
  if (/^(19|20)\d\d\.1$/.test(text)) return { ...month(text.slice(0, 4), '1'), code: 'DATE_AMBIGUOUS' };
  const floor = Math.floor(value);
  if (isSerial(value) && !/^\d{4}\./.test(text)) return { ...exact(dayOfSerial(floor)), code: 'DATE_RAW_SERIAL' };
  return readDateText(text, edge);
}

/** What Excel of another language makes of a month: Mar-24. */
const englishMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function readWhole(text: string, edge: Edge): ReadDate | null {
  const full = /^['‘’]?(\d{4}|\d{2})[./年-](\d{1,2})[./月-](\d{1,2})[日号]?(?:T?\d{1,2}:\d{2}.*|前|底前)?$/.exec(text);
  if (full) return withDay(full[1] ?? '', full[2] ?? '', full[3] ?? '');
  const upToMonth = /^['‘’]?(\d{4}|\d{2})[./年-](\d{1,2})(?:月份?)?(?:底|末|初|上旬|中旬|下旬|中)?前?$/.exec(text);
  if (upToMonth) return month(upToMonth[1] ?? '', upToMonth[2] ?? '');
  const english = /^([a-z]{3})[a-z]*[-./']?(\d{4}|\d{2})$/i.exec(text);
  const place = english?.[1] ? englishMonths.indexOf(english[1].toLowerCase()) : -1;
  if (place >= 0) return month(english?.[2] ?? '', String(place + 1));
  const packed = /^((?:19|20)\d\d)(\d\d)(\d\d)?$/.exec(text);
  if (packed)
    return packed[3] === undefined ? month(packed[1] ?? '', packed[2] ?? '') : withDay(packed[1] ?? '', packed[2] ?? '', packed[3]);
  if (/^\d{5}(\.\d+)?$/.test(text) && isSerial(Number(text))) return readNumber(Number(text), edge);
  return null;
}

function readPart(text: string, edge: Edge): ReadDate | null {
  const match = /^['‘’]?(\d{4}|\d{2}(?=年))年?(.*?)(?:前)?$/.exec(text);
  const year = match?.[1];
  if (match === null || year === undefined) return null;
  const months = partOfYear(match[2] ?? '');
  if (months === null) return null;
  const read = month(year, String(edge === 'start' ? months[0] : months[1]));
  return read.code === 'DATE_INVALID' ? read : { ...read, code: 'DATE_IMPRECISE' };
}

/** First and last month of a part of a year; an end or beginning of the year is one month for start and finish alike. */
function partOfYear(text: string): readonly [number, number] | null {
  if (text === '' || text === '度' || text === '全年' || text === '内') return [1, 12];
  if (/^年?度?[底末]$/.test(text)) return [12, 12];
  if (/^年?初$/.test(text)) return [1, 1];
  if (/^年?中$/.test(text)) return [6, 6];
  if (/^(上半年|H1)$/i.test(text)) return [1, 6];
  if (/^(上半年|H1)[底末]$/i.test(text)) return [6, 6];
  if (/^(下半年|H2)$/i.test(text)) return [7, 12];
  if (/^(下半年|H2)[底末]$/i.test(text)) return [12, 12];
  const quarter = /^(?:第?([1-4一二三四])季度?|Q([1-4])|([1-4])Q)[底末初]?$/i.exec(text);
  const name = quarter?.[1] ?? quarter?.[2] ?? quarter?.[3];
  if (name === undefined) return null;
  const number = '一二三四'.includes(name) ? '一二三四'.indexOf(name) + 1 : Number(name);
  if (/[底末]$/.test(text)) return [number * 3, number * 3];
  return [number * 3 - 2, text.endsWith('初') ? number * 3 - 2 : number * 3];
}

function month(year: string, number: string): ReadDate {
  const text = `${year.length === 2 ? '20' : ''}${year}-${number.padStart(2, '0')}`;
  const parsed = Month.safeParse(text);
  if (!parsed.success || text < '1949' || text > '2100') return failed('DATE_INVALID');
  return { month: parsed.data, day: null, missing: false, code: year.length === 2 ? 'DATE_TWO_DIGIT_YEAR' : null };
}

function withDay(year: string, monthNumber: string, dayNumber: string): ReadDate {
  const read = month(year, monthNumber);
  const parsed = DaySchema.safeParse(`${read.month}-${dayNumber.padStart(2, '0')}`);
  return parsed.success ? { ...read, day: parsed.data } : failed('DATE_INVALID');
}

function exact(on: Day): ReadDate {
  return { month: Month.parse(on.slice(0, 7)), day: on, missing: false, code: null };
}

function failed(code: FindingCode): ReadDate {
  return { month: null, day: null, missing: false, code };
}

/** 二〇二二年十一月 → 2022年11月. Quarters keep their character: 一季度 is a name, not a number of quarters. */
function chineseNumerals(text: string): string {
  const digits = '〇一二三四五六七八九';
  return text
    .replace(/[〇○零一二三四五六七八九]{4}(?=年)/, (year) => [...year].map((c) => ('○零'.includes(c) ? 0 : digits.indexOf(c))).join(''))
    .replace(/(?<=年)(十[一二]?|[一二三四五六七八九])(?=月)/, (number) =>
      number.startsWith('十') ? String(10 + Math.max(0, digits.indexOf(number[1] ?? ''))) : String(digits.indexOf(number)),
    );
}
