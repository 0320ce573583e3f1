import { type Day, monthNumber, monthOf, type Quarter, quarterNumber, yearOf } from '#shared/kit/calendar.ts';
import { useMessages } from '../app/language.tsx';

/** A quarter's own word: 四季度. */
export function useQuarterText(): (quarter: Quarter) => string {
  const { inspections } = useMessages();
  return (quarter) => {
    const number = quarterNumber(quarter);
    const names = inspections.quarterNames;
    return number === 1 ? names['1'] : number === 2 ? names['2'] : number === 3 ? names['3'] : names['4'];
  };
}

/** The page's title: 2026年四季度观摩. */
export function useTitle(): (quarter: Quarter) => string {
  const { inspections } = useMessages();
  const quarterText = useQuarterText();
  return (quarter) => inspections.title(yearOf(quarter), quarterText(quarter));
}

/** A day as a sentence says it: 11月26日. */
export function useDayText(): (day: Day) => string {
  const { inspections } = useMessages();
  return (day) => inspections.date(monthNumber(monthOf(day)), Number(day.slice(8)));
}
