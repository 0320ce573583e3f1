import { createContext, useContext, useMemo } from 'react';
import { useSearch } from 'wouter';
import { FigurePeriod, periodAt } from '#shared/figures/period.ts';
import { RowsBehind } from '#shared/figures/sets.ts';
import { type FigureSlice, sliceFromQuery, sliceToQuery } from '#shared/figures/slice.ts';
import type { Day } from '#shared/kit/calendar.ts';
import { queryText } from '#shared/kit/query.ts';
import { useToday } from '../app/now.ts';

/** What the address asks for: a period, this year where it names none, and a slice. */
export type Asked = { period: FigurePeriod; slice: FigureSlice };

function askedIn(query: URLSearchParams, today: Day): Asked {
  const period = FigurePeriod.safeParse(query.get('period'));
  return { period: period.success ? period.data : periodAt('year', today), slice: sliceFromQuery(query) };
}

/** What is asked for, from the address; the same object while the address is the same. */
export function useAsked(): Asked {
  const search = useSearch();
  const today = useToday();
  return useMemo(() => askedIn(new URLSearchParams(search), today), [search, today]);
}

/** Which rows are asked for, from the address. */
export function useBehind(): RowsBehind {
  const search = useSearch();
  return useMemo(() => {
    const query = new URLSearchParams(search);
    const behind = RowsBehind.safeParse({ set: query.get('set'), month: query.get('month'), own: query.get('own') });
    return behind.success ? behind.data : { set: 'listed', month: null, own: null };
  }, [search]);
}

function join(path: string, ...queries: string[]): string {
  const query = queries.filter((part) => part !== '').join('&');
  return query === '' ? path : `${path}?${query}`;
}

/** The page of figures. */
export function figuresHref({ period, slice }: Asked): string {
  return join('/figures', queryText({ period }), sliceToQuery(slice));
}

/** The page of the rows behind a number. */
export function rowsHref({ period, slice }: Asked, { set, month, own }: RowsBehind, sort: string | null = null): string {
  return join('/figures/rows', queryText({ period, set, month, own, sort }), sliceToQuery(slice));
}

/** What the figures on the page were asked for: a number's link needs it. */
export const AskedContext = createContext<Asked | null>(null);

/** The rows behind a number of this page; a level and kind narrow the slice further. */
export function useRowsHref(): (behind: Partial<RowsBehind> & Pick<RowsBehind, 'set'>, narrower?: Partial<FigureSlice>) => string | null {
  const asked = useContext(AskedContext);
  return (behind, narrower = {}) =>
    asked && rowsHref({ ...asked, slice: { ...asked.slice, ...narrower } }, { month: null, own: null, ...behind });
}
