import { compareKeys } from '../../kit/rank.ts';
import type { Card } from '../card.ts';
import { type FlagRefusal, proposeFlag, withdrawFlag } from '../flag-moves.ts';
import { byUrgency, type CardFace, type View } from '../view.ts';

/** 候选 · 路线 · 已评分 · 红旗 · 黑旗: how far each project is on the quarter's way to a flag. */
const columns = ['candidate', 'route', 'scored', 'red', 'black'] as const;
/** One column of the quarter's board; a project stands in exactly one. */
export type FlagColumn = (typeof columns)[number];

function columnOf(card: Card): FlagColumn {
  if (card.flag) return card.flag.colour;
  if (card.entry?.isScored) return 'scored';
  return card.entry?.routeKey ? 'route' : 'candidate';
}

const faces: Record<FlagColumn, CardFace> = { candidate: 'brief', route: 'stop', scored: 'brief', red: 'flag', black: 'flag' };

/** The quarter 评旗 as one view: stops are put on the route, and flags proposed, as on the cycle board. */
export const view: View<FlagColumn, FlagRefusal | 'scored-by-inspectors'> = {
  name: 'flags',
  order: 4,
  words: {
    zh: { title: '评旗', columns: { candidate: '候选', route: '观摩路线', scored: '已评分', red: '红旗', black: '黑旗' } },
    en: { title: 'Flags', columns: { candidate: 'Candidates', route: 'Route', scored: 'Scored', red: 'Red flag', black: 'Black flag' } },
  },
  needs: 'flags.propose',
  columns,
  place: (card) => [columnOf(card)],
  compare: (column) => (column === 'route' ? byRoute : byUrgency),
  isOrdered: (column) => column === 'route',
  face: (column) => faces[column],
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
  return (left && right ? compareKeys(left, right) : 0) || a.key - b.key;
}
