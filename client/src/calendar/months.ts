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

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** By how many days an arrow key moves in a grid of weeks. */
export function dayStep(key: string): number | undefined {
  return STEPS[key];
}

/** A year's months, each in its weeks. */
export function monthsOf(year: number): { month: Month; weeks: Day[][] }[] {
  const january = monthOf(firstDayOfYear(year));
  return Array.from({ length: 12 }, (_, at) => addMonths(january, at)).map((month) => ({ month, weeks: weeksOf(month) }));
}

/** A month in whole weeks from Monday; days of its neighbours fill the first and the last. */
export function weeksOf(month: Month): Day[][] {
  const first = firstDayOfMonth(month);
  const weeks: Day[][] = [];
  for (let monday = addDays(first, 1 - weekdayOf(first)); monday <= lastDayOfMonth(month); monday = addDays(monday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_day, nth) => addDays(monday, nth)));
  }
  return weeks;
}
