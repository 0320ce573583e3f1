import type { FlagColour } from '../flags/schema.ts';
import type { Card } from './card.ts';
import type { Outcome } from './view.ts';

/** Why a drop that would set or take back a flag is refused. */
export type FlagRefusal = 'not-an-entry' | 'flag-decided' | 'already-flagged';

/** Proposes a flag of a colour, or nothing where it is proposed already; only entries of the quarter can have one. */
export function proposeFlag(card: Card, colour: FlagColour): Outcome<FlagRefusal> {
  if (card.flag?.colour === colour) return null;
  if (card.flag && card.flag.state !== 'proposed') return { refused: { reason: 'flag-decided' } };
  // A project has one flag a quarter: another colour is proposed once this one has been taken back.
  if (card.flag) return { refused: { reason: 'already-flagged', colour: card.flag.colour } };
  return card.entry ? { type: 'proposeFlag', projectId: card.id, colour } : { refused: { reason: 'not-an-entry' } };
}

/** Takes a proposal back; what is reviewed or signed is no longer the board's to change. */
export function withdrawFlag(card: Card): Outcome<FlagRefusal> {
  return card.flag?.state === 'proposed' ? { type: 'withdrawFlag', projectId: card.id } : { refused: { reason: 'flag-decided' } };
}
