import { compareKeys } from '../kit/rank.ts';
import type { BoardHeader, Card } from './card.ts';
import { startTimes } from './entries.ts';

/** What stands at a place of an ordered column; without an id it is a matter of the agenda that is about no project. */
export type PlacedItem = { id: Card['id'] | null; minutes: number };

/** An ordered column from its top; `matters` take their places among an agenda's projects. */
export function itemsOf(column: string, cards: readonly Card[], matters: BoardHeader['meeting']['matters']): PlacedItem[] {
  if (column !== 'agenda') return cards.map(({ id }) => ({ id, minutes: 0 }));
  const items = [
    ...cards.flatMap(({ id, agenda }) => (agenda ? [{ id, orderKey: agenda.orderKey, minutes: agenda.minutes }] : [])),
    ...matters.map((matter) => ({ ...matter, id: null })),
  ];
  return items.sort((a, b) => compareKeys(a.orderKey, b.orderKey)).map(({ id, minutes }) => ({ id, minutes }));
}

/**
 * The place right behind a card, null being the top, for cards that come from elsewhere or move within the column:
 * from 1, how many places there are with them in it, and when an item there would begin.
 */
export function placeBehind(
  items: readonly PlacedItem[],
  above: Card['id'] | null,
  moving: readonly Card['id'][],
  time: string,
): { place: number; count: number; startsAt: string } {
  const others = items.filter(({ id }) => id === null || !moving.includes(id));
  const at = above === null ? 0 : others.findIndex(({ id }) => id === above) + 1;
  const minutes = others.slice(0, at).map((item) => item.minutes);
  return { place: at + 1, count: others.length + moving.length, startsAt: startTimes(time, [...minutes, 0])[at] ?? time };
}
