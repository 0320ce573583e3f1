import type { FlagColour } from '../flags/schema.ts';
import { compareKeys } from '../kit/rank.ts';
import type { Card } from './card.ts';
import { byUrgency, type Outcome, type View } from './view.ts';

/** 候选 · 路线 · 已评分 · 红旗 · 黑旗: how far each project is on the quarter's way to a flag. */
export const flagColumns = ['candidate', 'route', 'scored', 'red', 'black'] as const;
/** One column of the quarter's board; a project stands in exactly one. */
export type FlagColumn = (typeof flagColumns)[number];

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

function columnOf(card: Card): FlagColumn {
  if (card.flag) return card.flag.colour;
  if (card.entry?.isScored) return 'scored';
  return card.entry?.routeKey ? 'route' : 'candidate';
}

/** The quarter 评旗 as one view: stops are put on the route, and flags proposed, as on the cycle board. */
export const flagView: View<FlagColumn, FlagRefusal | 'scored-by-inspectors'> = {
  columns: flagColumns,
  place: (card) => [columnOf(card)],
  compare: (column) => (column === 'route' ? byRoute : byUrgency),
  isOrdered: (column) => column === 'route',
  drop(card, from, { column, above }) {
    if (column === 'red' || column === 'black') return proposeFlag(card, column);
    // Without its flag the project falls back to where its entry puts it.
    if (card.flag) return withdrawFlag(card);
    switch (column) {
      case 'route':
        return from === 'scored'
          ? { refused: { reason: 'scored-by-inspectors' } }
          : { type: 'placeOnRoute', projectId: card.id, after: above?.entry?.id ?? null };
      case 'candidate':
        if (from === 'candidate') return null;
        return from === 'route' ? { type: 'leaveRoute', projectId: card.id } : { refused: { reason: 'scored-by-inspectors' } };
      case 'scored':
        return from === 'scored' ? null : { refused: { reason: 'scored-by-inspectors' } };
    }
  },
};

function byRoute(a: Card, b: Card): number {
  const left = a.entry?.routeKey;
  const right = b.entry?.routeKey;
  return left && right ? compareKeys(left, right) : a.key - b.key;
}
