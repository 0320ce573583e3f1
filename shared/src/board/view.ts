import type { Role } from '../accounts/schema.ts';
import type { ProcedureName } from '../auth/permissions.ts';
import { recordOf } from '../kit/collections.ts';
import type { Refusal } from '../kit/errors.ts';
import type { Card } from './card.ts';
import type { BoardCommand } from './commands.ts';
import type { LaneKey } from './lanes.ts';

/** What a drop comes to: a command, nothing where it changes nothing, or why it is refused. */
export type Outcome<Reason extends string = string> = BoardCommand | null | { refused: Refusal<Reason> };

/** How a card is drawn in a column: as a project, as a project in a narrow column, or as its entry there. */
export type CardFace = 'project' | 'brief' | 'agenda' | 'nomination' | 'stop' | 'flag';

/** Columns under one head, one above the other. `words` is the head's own name where it has several columns. */
export type Stack<Column extends string = string> = {
  key: string;
  columns: readonly Column[];
  words?: { zh: string; en: string };
};

/** What a view says of itself in one language. */
export type ViewWords<Column extends string = string> = {
  title: string;
  columns: Readonly<Record<Column, string>>;
  /** What stands in a column without cards, where the usual hint does not do. */
  empty?: Readonly<Partial<Record<Column, string>>>;
  /** Why a column has nothing to do with a lane. */
  shade?: string;
};

/**
 * A view of the board is its columns, which of them a card stands in, and what a drop does. All pure; the page draws
 * them, the menu is greyed by them, the server refuses by the rules behind them. A file in `views/` that exports one as
 * `view` is a view of the board: nothing else has to name it.
 */
export type View<Column extends string = string, Reason extends string = string> = {
  /** What the address calls it. */
  name: string;
  /** Where it stands among the views, the first being the usual one. */
  order: number;
  words: { zh: ViewWords<Column>; en: ViewWords<Column> };
  /** Whoever may call this may move cards in the view. */
  needs: ProcedureName;
  columns: readonly Column[];
  /** The columns a card stands in; more than one where it has entries besides its own place. */
  place(card: Card): Column[];
  /** The order of the cards in a column, like a sort comparator. */
  compare(column: Column): (a: Card, b: Card) => number;
  /** Whether a column keeps the order that people give it; the others sort themselves. */
  isOrdered(column: Column): boolean;
  /** `above` is the card that the dropped one goes behind; null for the top. */
  drop(card: Card, from: Column, target: { column: Column; above: Card | null }, role: Role): Outcome<Reason>;
  face(column: Column): CardFace;
  /** Which columns stand under one head; without it each has its own. */
  stacks?: readonly Stack<Column>[];
  /** How many cards a column takes before somebody has to say why; null for any number. */
  limitOf?(column: Column): number | null;
  /** Whether a column has nothing to do with a lane. */
  isShaded?(column: Column, by: LaneKey, lane: string): boolean;
  /** The cycle stands in three groups, each of so many stacks. */
  groups?: readonly { key: 'week' | 'month' | 'quarter'; stacks: number }[];
};

/** The heads of a view, from left to right. */
export function stacksOf<Column extends string>(view: Pick<View<Column>, 'columns' | 'stacks'>): readonly Stack<Column>[] {
  return view.stacks ?? view.columns.map((column) => ({ key: column, columns: [column] }));
}

/** The cards of a view or of one lane, column by column. */
export type Lists<Column extends string = string> = Record<Column, readonly Card[]>;

/**
 * The cards in the columns of a view, each column in its order. Where the lists that `before` came to are given, a column
 * that nothing has left or entered is that list itself, and in another only what is new has to find its place.
 */
export function listsOf<Column extends string>(
  cards: readonly Card[],
  view: Pick<View<Column>, 'columns' | 'place' | 'compare'>,
  before: { cards: readonly Card[]; lists: Lists<Column> | null } = { cards: [], lists: null },
): Lists<Column> {
  const gone = new Map<Column, Set<Card>>(view.columns.map((column) => [column, new Set()]));
  const come = new Map<Column, Card[]>(view.columns.map((column) => [column, []]));
  for (let at = 0; at < Math.max(cards.length, before.cards.length); at++) {
    const was = before.cards[at];
    const is = cards[at];
    if (was === is) continue;
    if (was && before.lists) for (const column of view.place(was)) gone.get(column)?.add(was);
    if (is) for (const column of view.place(is)) come.get(column)?.push(is);
  }
  return recordOf(view.columns, (column) => {
    const held = before.lists?.[column] ?? [];
    const left = gone.get(column);
    const stayed = left?.size ? held.filter((card) => !left.has(card)) : held;
    const entered = come.get(column) ?? [];
    return entered.length === 0 ? stayed : [...stayed, ...entered].sort(view.compare(column));
  });
}

const urgency = { red: 0, yellow: 1, green: 3 } as const;

/** The order of columns that sort themselves: lamp, then what was missed last week, then the most overdue step; the short number keeps it still. */
export function byUrgency(a: Card, b: Card): number {
  return rankOf(a) - rankOf(b) || (b.nextStep?.overdueDays ?? 0) - (a.nextStep?.overdueDays ?? 0) || a.key - b.key;
}

function rankOf(card: Card): number {
  return (card.lamp ? urgency[card.lamp] : 2) * 2 - (card.missedLastWeek ? 1 : 0);
}
