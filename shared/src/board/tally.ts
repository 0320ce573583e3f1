import { oncePer, recordOf } from '../kit/collections.ts';
import { type Money, sum } from '../kit/money.ts';
import { Lamp } from '../lamps/schema.ts';
import { ProjectKind } from '../projects/schema.ts';
import type { Card } from './card.ts';
import { hasReturned, owesReturn } from './entries.ts';
import { isLate } from './filter.ts';

/** What the filters offer and count, of every card of the board. */
export type Tally = {
  kind: Record<ProjectKind, number>;
  lamp: Record<Lamp, number>;
  late: number;
  /** The units and leaders that have a card, in the order in which they are first met. */
  units: { id: Card['unitId']; name: string }[];
  leaders: string[];
};

/** Counts the board in one pass. */
export const tallyOf = oncePer((cards: readonly Card[]): Tally => {
  const kind = recordOf(ProjectKind.options, () => 0);
  const lamp = recordOf(Lamp.options, () => 0);
  const units = new Map<Card['unitId'], string>();
  const leaders = new Set<string>();
  let late = 0;
  for (const card of cards) {
    kind[card.kind]++;
    if (card.lamp) lamp[card.lamp]++;
    if (isLate(card)) late++;
    units.set(card.unitId, card.unitName);
    if (card.leaderName) leaders.add(card.leaderName);
  }
  return { kind, lamp, late, units: Array.from(units, ([id, name]) => ({ id, name })), leaders: [...leaders] };
});

/** What the columns under one head hold; a card that stands in several of them counts once. Investment in 元. */
export type StackTally = { count: number; late: number; totalInvestment: Money };

/** Counts the columns under one head. */
export function stackTallyOf(columns: readonly (readonly Card[])[]): StackTally {
  const [only = [], ...others] = columns;
  return counted(others.length === 0 ? only : [...new Set(columns.flat())]);
}

const counted = oncePer((cards: readonly Card[]): StackTally => {
  let late = 0;
  for (const card of cards) if (isLate(card)) late++;
  return { count: cards.length, late, totalInvestment: sum(cards.map((card) => card.totalInvestment)) };
});

/** How many projects owe this week's return, and how many of them have sent it. */
export const returnsOf = oncePer((cards: readonly Card[]): { owing: number; done: number } => {
  let owing = 0;
  let done = 0;
  for (const card of cards) {
    if (!owesReturn(card)) continue;
    owing++;
    if (hasReturned(card)) done++;
  }
  return { owing, done };
});
