import type { Card } from './card.ts';
import type { Picked } from './carry.ts';
import type { Lists } from './view.ts';

/** Whether a card is picked in a column. */
export function isPicked(picks: readonly Picked[], card: Card, from: string): boolean {
  return picks.some((pick) => pick.card.id === card.id && pick.from === from);
}

/** Picks a card or lets it go. A project is picked once: from another column it is picked from there instead. */
export function toggled(picks: readonly Picked[], card: Card, from: string): Picked[] {
  const others = picks.filter((pick) => pick.card.id !== card.id);
  return isPicked(picks, card, from) ? others : [...others, { card, from }];
}

/** Picks everything in a column between the card that was picked last and this one; without one there, this alone. */
export function extended(picks: readonly Picked[], card: Card, from: string, lists: Lists): Picked[] {
  const list = lists[from] ?? [];
  const anchor = picks.findLast((pick) => pick.from === from);
  const [at, to] = [list.findIndex((each) => each.id === anchor?.card.id), list.findIndex((each) => each.id === card.id)];
  const range = at < 0 || to < 0 ? [card] : list.slice(Math.min(at, to), Math.max(at, to) + 1);
  const ids = new Set(range.map((each) => each.id));
  // The anchor stays last, so that the next range begins at it too.
  const ordered = anchor && ids.has(anchor.card.id) ? [...range.filter((each) => each.id !== anchor.card.id), anchor.card] : range;
  return [...picks.filter((pick) => !ids.has(pick.card.id)), ...ordered.map((each) => ({ card: each, from }))];
}

/** The picks as the board has them now, in its order: what has left its column is no longer picked. */
export function present(picks: readonly Picked[], lists: Lists): Picked[] {
  if (picks.length === 0) return [];
  return Object.entries(lists).flatMap(([from, cards]) =>
    cards.filter((card) => isPicked(picks, card, from)).map((card): Picked => ({ card, from })),
  );
}
