import { z } from 'zod';
import { idOf } from '../kit/ids.ts';
import type { URLSearchParamsLike } from '../kit/query.ts';
import { BoardFilter, filterFromQuery, filterToQuery } from './filter.ts';
import { LaneKey } from './lanes.ts';

/** The name of a view of the board. Which there are, the files in `views/` say; one that is not there is shown as the usual one. */
export const BoardView = z.string().regex(/^[A-Za-z]{1,40}$/);
export type BoardView = z.infer<typeof BoardView>;

/** The view that the board opens with. */
export const USUAL_VIEW = 'cycle';

/** How the board is looked at: which view, its lanes, the filters. What a saved view keeps. */
export const BoardLook = z.strictObject({ view: BoardView, lanes: LaneKey.nullable(), filter: BoardFilter });
export type BoardLook = z.infer<typeof BoardLook>;

const CardId = idOf('project');

const SeriesId = idOf('meetingSeries');

/** What the address bar holds of the board: how it is looked at, the card that lies open, whose agenda it shows (null: as the person keeps it). */
export type BoardAddress = BoardLook & { card: z.infer<typeof CardId> | null; series: z.infer<typeof SeriesId> | null };

const Shape = z.object({
  view: BoardView.catch(USUAL_VIEW),
  lanes: LaneKey.nullable().catch(null),
  card: CardId.nullable().catch(null),
  series: SeriesId.nullable().catch(null),
});

/** Reads the board's address from a query string; what is unknown or broken falls back to the cycle without lanes. */
export function addressFromQuery(query: URLSearchParamsLike): BoardAddress {
  const read = Shape.parse({
    view: query.get('view') ?? USUAL_VIEW,
    lanes: query.get('lanes'),
    card: query.get('card'),
    series: query.get('series'),
  });
  return { ...read, filter: filterFromQuery(query) };
}

/** Writes a query string that `addressFromQuery` reads back; what is as usual is left out. */
export function addressToQuery({ card, series, ...look }: BoardAddress): string {
  return [lookToQuery(look), series === null ? '' : `series=${series}`, card === null ? '' : `card=${card}`]
    .filter((part) => part !== '')
    .join('&');
}

/** The address of a look alone, without the card that lies open. */
export function lookToQuery({ view, lanes, filter }: BoardLook): string {
  const parts = [view === USUAL_VIEW ? '' : `view=${view}`, lanes === null ? '' : `lanes=${lanes}`, filterToQuery(filter)];
  return parts.filter((part) => part !== '').join('&');
}
