import type { Card } from '#shared/board/card.ts';
import type { View } from '#shared/board/view.ts';
import { recordOf } from '#shared/kit/collections.ts';

/**
 * A card on its way: lifted from a column, held over a place. The index counts the other cards of the column above it.
 * `lane` is the lane it is held over; only a column's order can depend on it.
 */
export type Carry<Column extends string> = { card: Card; from: Column; lane: string; over: Column; index: number };

/** The cards of one lane, column by column. */
export type Lists<Column extends string> = Record<Column, readonly Card[]>;

/** What of a view the carrying needs. */
export type Order<Column extends string> = Pick<View<Column>, 'columns' | 'isOrdered'>;

/** The cards of a column without the one that is carried. */
function others<Column extends string>(lists: Lists<Column>, column: Column, card: Card): Card[] {
  return lists[column].filter((each) => each.id !== card.id);
}

/** The card that the carried one would stand behind; null at the top. */
export function aboveOf<Column extends string>(carry: Carry<Column>, lists: Lists<Column>): Card | null {
  return others(lists, carry.over, carry.card)[carry.index - 1] ?? null;
}

/** Where a card is lifted: at its own place. */
export function lift<Column extends string>(card: Card, from: Column, lane: string, lists: Lists<Column>): Carry<Column> {
  const at = lists[from].findIndex((each) => each.id === card.id);
  return { card, from, lane, over: from, index: Math.max(0, at) };
}

/** One step by an arrow key: across to the neighbour column's top or own place, within an ordered column by one. */
export function step<Column extends string>(
  carry: Carry<Column>,
  key: 'left' | 'right' | 'up' | 'down',
  lists: Lists<Column>,
  { columns, isOrdered }: Order<Column>,
): Carry<Column> {
  if (key === 'left' || key === 'right') {
    const at = columns.indexOf(carry.over) + (key === 'left' ? -1 : 1);
    const over = columns[at];
    if (!over) return carry;
    const home = over === carry.from ? lists[over].findIndex((each) => each.id === carry.card.id) : -1;
    return { ...carry, over, index: home >= 0 ? home : isOrdered(over) ? others(lists, over, carry.card).length : 0 };
  }
  if (!isOrdered(carry.over)) return carry;
  const most = others(lists, carry.over, carry.card).length;
  return { ...carry, index: Math.min(most, Math.max(0, carry.index + (key === 'up' ? -1 : 1))) };
}

/** The cards of a lane in the columns of a view, each column in its order. */
export function listsOf<Column extends string>(cards: readonly Card[], view: View<Column>): Lists<Column> {
  const lists = new Map<Column, Card[]>(view.columns.map((column) => [column, []]));
  for (const card of cards) for (const column of view.place(card)) lists.get(column)?.push(card);
  return recordOf(view.columns, (column) => (lists.get(column) ?? []).sort(view.compare(column)));
}
