import type { Refusal } from '../kit/errors.ts';
import type { Card } from './card.ts';

/**
 * A view of the board is three things: its columns, which of them a card stands in, and what a drop does.
 * All pure; the page draws them, the menu is greyed by them, the server refuses by the rules behind them.
 */
export type View<Column extends string, Command, Reason extends string> = {
  columns: readonly Column[];
  /** The columns a card stands in; more than one where it has entries besides its own place. */
  place: (card: Card) => Column[];
  /** The order of the cards in a column, like a sort comparator. */
  compare: (column: Column) => (a: Card, b: Card) => number;
  /** The command that a drop gives, null where it changes nothing, or why it is refused. `above` is the card that it is dropped behind; null for the top. */
  drop: (card: Card, from: Column, target: { column: Column; above: Card | null }) => Command | null | { refused: Refusal<Reason> };
};
