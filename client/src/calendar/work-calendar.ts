import { useQueries } from '@tanstack/react-query';
import { type WorkCalendar, workCalendar } from '#shared/calendar/workdays.ts';
import { useTRPC } from '../app/trpc.ts';

/** The calendar of two years as the office keeps it; until it has come, weekdays decide. */
export function useWorkCalendar(from: number): WorkCalendar {
  const trpc = useTRPC();
  const years = useQueries({
    queries: [from, from + 1].map((year) => trpc.calendar.year.queryOptions({ year }, { staleTime: 5 * 60_000 })),
  });
  const entered = years.flatMap(({ data }) => (data ? [data] : []));
  return workCalendar(
    entered.flatMap((year) => year.days),
    entered.filter((year) => year.isKnown).map((year) => year.year),
  );
}
