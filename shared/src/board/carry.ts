import type { Card } from './card.ts';
import type { Lists, View } from './view.ts';

/** A card with the column that it is taken from: a project may stand in several. */
export type Picked = { card: Card; from: string };

/**
 * Cards on their way: lifted, held over a place. `card` and `from` are the one in the hand; `picks` are all that go with
 * it, itself among them. The index counts the cards of the list below that stay where they are. `lane` is the lane that
 * is held over; only a column's order can depend on it.
 */
export type Carry = { card: Card; from: string; picks: readonly Picked[]; lane: string; over: string; index: number };

/** What of a view the carrying needs. */
export type Order = Pick<View, 'columns' | 'isOrdered'>;

/** The cards of a column that stay while others are carried over it. */
function staying(lists: Lists, column: string, picks: readonly Picked[]): Card[] {
  const gone = new Set(picks.map(({ card }) => card.id));
  return (lists[column] ?? []).filter((card) => !gone.has(card.id));
}

/**
 * The card that the carried ones would stand behind; null at the very top. `lists` are those of the lane as it is shown,
 * `all` those of the whole board: at the top of a lane, or of what a filter leaves, a card goes right before the first
 * one shown, behind whatever is out of sight there; where nothing is shown, to the end.
 */
export function aboveOf(carry: Pick<Carry, 'picks' | 'over' | 'index'>, lists: Lists, all: Lists): Card | null {
  const shown = staying(lists, carry.over, carry.picks);
  const above = shown[carry.index - 1];
  if (above) return above;
  const whole = staying(all, carry.over, carry.picks);
  const [first] = shown;
  const at = first ? whole.findIndex((card) => card.id === first.id) : whole.length;
  return whole[at - 1] ?? null;
}

/** Where a card is lifted, with what goes along: at its own place. */
export function lift(card: Card, from: string, lane: string, lists: Lists, picks: readonly Picked[] = [{ card, from }]): Carry {
  const gone = new Set(picks.map((pick) => pick.card.id));
  const own = lists[from] ?? [];
  const at = own.findIndex((each) => each.id === card.id);
  return { card, from, picks, lane, over: from, index: own.slice(0, Math.max(0, at)).filter((each) => !gone.has(each.id)).length };
}

/** One step by an arrow key: across to the neighbour column's end or own place, within an ordered column by one. */
export function step(carry: Carry, key: 'left' | 'right' | 'up' | 'down', lists: Lists, { columns, isOrdered }: Order): Carry {
  if (key === 'left' || key === 'right') {
    const over = columns[columns.indexOf(carry.over) + (key === 'left' ? -1 : 1)];
    if (!over) return carry;
    if (over === carry.from) return { ...carry, over, index: lift(carry.card, over, carry.lane, lists, carry.picks).index };
    return { ...carry, over, index: isOrdered(over) ? staying(lists, over, carry.picks).length : 0 };
  }
  if (!isOrdered(carry.over)) return carry;
  const most = staying(lists, carry.over, carry.picks).length;
  return { ...carry, index: Math.min(most, Math.max(0, carry.index + (key === 'up' ? -1 : 1))) };
}
