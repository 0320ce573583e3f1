import {
  addDays,
  addMonths,
  type Day,
  firstDayOfMonth,
  firstDayOfYear,
  lastDayOfMonth,
  type Month,
  monthOf,
  weekdayOf,
} from '#shared/kit/calendar.ts';

/** A year's months, each in whole weeks from Monday; days of its neighbours fill the first and the last. */
export function monthsOf(year: number): { month: Month; weeks: Day[][] }[] {
  const january = monthOf(firstDayOfYear(year));
  return Array.from({ length: 12 }, (_, at) => {
    const month = addMonths(january, at);
    const first = firstDayOfMonth(month);
    const weeks: Day[][] = [];
    for (let monday = addDays(first, 1 - weekdayOf(first)); monday <= lastDayOfMonth(month); monday = addDays(monday, 7)) {
      weeks.push(Array.from({ length: 7 }, (_day, nth) => addDays(monday, nth)));
    }
    return { month, weeks };
  });
}
