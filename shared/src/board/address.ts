import { z } from 'zod';
import type { URLSearchParamsLike } from '../kit/query.ts';
import { type BoardFilter, filterFromQuery, filterToQuery } from './filter.ts';
import { LaneKey } from './lanes.ts';

/** The name of a view of the board. Which there are, the files in `views/` say; one that is not there is shown as the usual one. */
export const BoardView = z.string().regex(/^[A-Za-z]{1,40}$/);
export type BoardView = z.infer<typeof BoardView>;

/** The view that the board opens with. */
export const USUAL_VIEW = 'cycle';

/** What the address bar holds of the board: which view, its lanes, the filters. */
export type BoardAddress = { view: BoardView; lanes: LaneKey | null; filter: BoardFilter };

const Shape = z.object({ view: BoardView.catch(USUAL_VIEW), lanes: LaneKey.nullable().catch(null) });

/** Reads the board's address from a query string; what is unknown or broken falls back to the cycle without lanes. */
export function addressFromQuery(query: URLSearchParamsLike): BoardAddress {
  return { ...Shape.parse({ view: query.get('view'), lanes: query.get('lanes') }), filter: filterFromQuery(query) };
}

/** Writes a query string that `addressFromQuery` reads back; what is as usual is left out. */
export function addressToQuery({ view, lanes, filter }: BoardAddress): string {
  const parts = [view === USUAL_VIEW ? '' : `view=${view}`, lanes === null ? '' : `lanes=${lanes}`, filterToQuery(filter)];
  return parts.filter((part) => part !== '').join('&');
}
