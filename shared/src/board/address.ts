import { z } from 'zod';
import type { URLSearchParamsLike } from '../kit/query.ts';
import { type BoardFilter, filterFromQuery, filterToQuery } from './filter.ts';
import { LaneKey } from './lanes.ts';

/** The views of the board: 周期, 阶段, 评灯, 评旗. */
export const BoardView = z.enum(['cycle', 'stage', 'lamps', 'flags']);
export type BoardView = z.infer<typeof BoardView>;

/** What the address bar holds of the board: which view, its lanes, the filters. */
export type BoardAddress = { view: BoardView; lanes: LaneKey | null; filter: BoardFilter };

const Shape = z.object({ view: BoardView.catch('cycle'), lanes: LaneKey.nullable().catch(null) });

/** Reads the board's address from a query string; what is unknown or broken falls back to the cycle without lanes. */
export function addressFromQuery(query: URLSearchParamsLike): BoardAddress {
  return { ...Shape.parse({ view: query.get('view'), lanes: query.get('lanes') }), filter: filterFromQuery(query) };
}

/** Writes a query string that `addressFromQuery` reads back; what is as usual is left out. */
export function addressToQuery({ view, lanes, filter }: BoardAddress): string {
  const parts = [view === 'cycle' ? '' : `view=${view}`, lanes === null ? '' : `lanes=${lanes}`, filterToQuery(filter)];
  return parts.filter((part) => part !== '').join('&');
}
