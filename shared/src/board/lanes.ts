import { z } from 'zod';
import type { Card } from './card.ts';

/** What the board can be divided by into lanes 泳道, one below the other. */
export const LaneKey = z.enum(['kind', 'unit', 'leader']);
export type LaneKey = z.infer<typeof LaneKey>;

/** One lane with its cards; `key` is the value that its cards share, empty where they have none. */
export type Lane = { key: string; cards: Card[] };

/**
 * Divides cards into lanes, in the order in which the lanes are first met; without a key all are one lane. Kinds always
 * have both lanes, 重点 first.
 */
export function lanesOf(cards: readonly Card[], by: LaneKey | null): Lane[] {
  const lanes = new Map<string, Lane>();
  if (by === null) return [{ key: '', cards: [...cards] }];
  if (by === 'kind') for (const key of ['key', 'reconstruction']) lanes.set(key, { key, cards: [] });
  for (const card of cards) {
    const key = keyOf(card, by);
    const lane = lanes.get(key) ?? { key, cards: [] };
    lane.cards.push(card);
    lanes.set(key, lane);
  }
  return [...lanes.values()];
}

function keyOf(card: Card, by: LaneKey): string {
  switch (by) {
    case 'kind':
      return card.kind;
    case 'unit':
      return card.unitId;
    case 'leader':
      return card.leaderName ?? '';
  }
}
