import { type Day, Day as DaySchema, lastDayOfMonth, Month, type Week, Week as WeekSchema, weekOf } from '../kit/calendar.ts';
import { plainText } from './text.ts';

const dayText = '(?:(\\d{4})[年./-])?(\\d{1,2})[月./-](\\d{1,2})日?';
const dash = '[-—–~―至到]+';

/** The day up to which a list says it holds: 更新时间：2022年9月25日, 截至9月底. The year may stand in the title alone. */
export function listDay(above: string, listYear: number | null): Day | null {
  const plain = plainText(above);
  const upTo = '(?:更新|截止|截至|数据截)[^\\d]{0,10}';
  const exact = new RegExp(`${upTo}${dayText}`).exec(plain);
  if (exact) return dayFrom(exact[1] ?? listYear, exact[2], exact[3]);
  const month = new RegExp(`${upTo}(?:(\\d{4})年)?(\\d{1,2})月(?:份|底|末)`).exec(plain);
  if (month) return lastOf(month[1] ?? listYear, month[2]);
  const year = new RegExp(`${upTo}(\\d{4})年(?:底|末)`).exec(plain);
  return year ? lastOf(year[1] ?? null, '12') : null;
}

/** The ISO week of a weekly list: 9月19日—9月25日, 第38周, else the week of the day up to which it holds. */
export function listWeek(above: string, listYear: number | null): Week | null {
  const plain = plainText(above);
  const range = new RegExp(`${dayText}${dash}(?:(\\d{4})[年./-])?(?:(\\d{1,2})[月./-])?(\\d{1,2})日?`).exec(plain);
  if (range) {
    const last = dayFrom(range[4] ?? range[1] ?? listYear, range[5] ?? range[2], range[6]);
    if (last) return weekOf(last);
  }
  const number = /第?(\d{1,2})周/.exec(plain)?.[1];
  if (number !== undefined && listYear !== null) {
    const week = WeekSchema.safeParse(`${listYear}-W${number.padStart(2, '0')}`);
    if (week.success) return week.data;
  }
  const on = listDay(above, listYear);
  return on && weekOf(on);
}

function dayFrom(year: string | number | null, month: string | undefined, on: string | undefined): Day | null {
  if (year === null || month === undefined || on === undefined) return null;
  const parsed = DaySchema.safeParse(`${year}-${month.padStart(2, '0')}-${on.padStart(2, '0')}`);
  return parsed.success ? parsed.data : null;
}

function lastOf(year: string | number | null, month: string | undefined): Day | null {
  const parsed = Month.safeParse(`${year}-${month?.padStart(2, '0')}`);
  return parsed.success ? lastDayOfMonth(parsed.data) : null;
}
