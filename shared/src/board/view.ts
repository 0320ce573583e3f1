import type { Role } from '../accounts/schema.ts';
import type { Refusal } from '../kit/errors.ts';
import type { Card } from './card.ts';
import type { BoardCommand } from './commands.ts';

/** What a drop comes to: a command, nothing where it changes nothing, or why it is refused. */
export type Outcome<Reason extends string> = BoardCommand | null | { refused: Refusal<Reason> };

/**
 * A view of the board is its columns, which of them a card stands in, and what a drop does. All pure; the page draws
 * them, the menu is greyed by them, the server refuses by the rules behind them.
 */
export type View<Column extends string, Reason extends string = string> = {
  columns: readonly Column[];
  /** The columns a card stands in; more than one where it has entries besides its own place. */
  place: (card: Card) => Column[];
  /** The order of the cards in a column, like a sort comparator. */
  compare: (column: Column) => (a: Card, b: Card) => number;
  /** Whether a column keeps the order that people give it; the others sort themselves. */
  isOrdered: (column: Column) => boolean;
  /** `above` is the card that the dropped one goes behind; null for the top. */
  drop: (card: Card, from: Column, target: { column: Column; above: Card | null }, role: Role) => Outcome<Reason>;
};

const urgency = { red: 0, yellow: 1, green: 3 } as const;

/** The order of columns that sort themselves: lamp, then what was missed last week, then the most overdue step; the short number keeps it still. */
export function byUrgency(a: Card, b: Card): number {
  return rankOf(a) - rankOf(b) || (b.nextStep?.overdueDays ?? 0) - (a.nextStep?.overdueDays ?? 0) || a.key - b.key;
}

function rankOf(card: Card): number {
  return (card.lamp ? urgency[card.lamp] : 2) * 2 - (card.missedLastWeek ? 1 : 0);
}
