import type { Role } from '../accounts/schema.ts';
import type { Refusal } from '../kit/errors.ts';
import type { Card } from './card.ts';
import type { Picked } from './carry.ts';
import type { BoardCommand } from './commands.ts';
import type { View } from './view.ts';

/** Where cards are put: a column, behind a card, or at its top. */
export type Target = { column: string; above: Card | null };

/** What becomes of one of several cards: its command, or why it stays. */
export type Going = Picked & { command: BoardCommand };
/** A card that stays where it is, and why. */
export type Staying = Picked & { refused: Refusal };

/**
 * What a drop of several cards comes to, each by itself: those that may go, those that stay and why. What changes
 * nothing is in neither. Each is carried out as one change of its own, so that nothing is half written for one card;
 * `above` of each but the first is the card that went before it.
 */
export function planTogether(
  view: View,
  picks: readonly Picked[],
  { column, above }: Target,
  role: Role,
): { going: Going[]; staying: Staying[] } {
  const going: Going[] = [];
  const staying: Staying[] = [];
  for (const { card, from } of picks) {
    const outcome = view.drop(card, from, { column, above: going.at(-1)?.card ?? above }, role);
    if (outcome === null) continue;
    if ('refused' in outcome) staying.push({ card, from, refused: outcome.refused });
    else if (outcome.type === 'openReturn' && picks.length > 1) staying.push({ card, from, refused: { reason: 'return-one-by-one' } });
    else going.push({ card, from, command: outcome });
  }
  return { going, staying };
}

/** How many of the commands go beyond a column's limit, with so many in it already: for these somebody says why. */
export function overLimit(commands: readonly BoardCommand[], limit: number, already: number): number {
  const added = commands.filter((command) => command.type === 'addToAgenda').length;
  return Math.min(added, Math.max(0, already + added - limit));
}
