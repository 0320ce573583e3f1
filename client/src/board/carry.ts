import type { Card } from '#shared/board/card.ts';
import { type CycleColumn, cycleColumns, isOrdered } from '#shared/board/cycle.ts';

/** A card on its way: lifted from a column, held over a place. The index counts the other cards of the column above it. */
export type Carry = { card: Card; from: CycleColumn; over: CycleColumn; index: number };

export type Lists = Record<CycleColumn, readonly Card[]>;

/** The cards of a column without the one that is carried. */
function others(lists: Lists, column: CycleColumn, card: Card): Card[] {
  return lists[column].filter((each) => each.id !== card.id);
}

/** The card that the carried one would stand behind; null at the top. */
export function aboveOf(carry: Carry, lists: Lists): Card | null {
  return others(lists, carry.over, carry.card)[carry.index - 1] ?? null;
}

/** Where a card is lifted: at its own place. */
export function lift(card: Card, from: CycleColumn, lists: Lists): Carry {
  return {
    card,
    from,
    over: from,
    index: Math.max(
      0,
      lists[from].findIndex((each) => each.id === card.id),
    ),
  };
}

/** One step by an arrow key: across to the neighbour column's top or own place, within an ordered column by one. */
export function step(carry: Carry, key: 'left' | 'right' | 'up' | 'down', lists: Lists): Carry {
  if (key === 'left' || key === 'right') {
    const at = cycleColumns.indexOf(carry.over) + (key === 'left' ? -1 : 1);
    const over = cycleColumns[at];
    if (!over) return carry;
    const home = over === carry.from ? lists[over].findIndex((each) => each.id === carry.card.id) : -1;
    return { ...carry, over, index: home >= 0 ? home : isOrdered(over) ? others(lists, over, carry.card).length : 0 };
  }
  if (!isOrdered(carry.over)) return carry;
  const most = others(lists, carry.over, carry.card).length;
  return { ...carry, index: Math.min(most, Math.max(0, carry.index + (key === 'up' ? -1 : 1))) };
}
