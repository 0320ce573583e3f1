import type { OrderKey } from '../kit/rank.ts';
import { whyNotOwe } from '../returns/rules.ts';
import type { Card } from './card.ts';

/** Whether a weekly return is asked of the project at all; one in reserve stands with those that have nothing to send. */
export function owesReturn(card: Card): boolean {
  return whyNotOwe(card) === null;
}

/** Whether this week's return counts: sent back is owed again. */
export function hasReturned(card: Card): boolean {
  return card.returned === 'submitted' || card.returned === 'accepted';
}

/** The lists that people order, and that a card may have an entry in. */
export type OrderedList = 'agenda' | 'praise' | 'criticise' | 'route';

/** A card's entry in a list that people order; null where it has none there. */
export function entryIn(list: OrderedList, card: Card): { id: string; orderKey: OrderKey } | null {
  switch (list) {
    case 'agenda':
      return card.agenda;
    case 'praise':
    case 'criticise':
      return card.nomination?.kind === list ? card.nomination : null;
    case 'route':
      return card.entry?.routeKey ? { id: card.entry.id, orderKey: card.entry.routeKey } : null;
  }
}

/** An item of the agenda as its card has it; a record keeps more. */
export function agendaEntry({ id, orderKey, version, minutes, reason }: NonNullable<Card['agenda']>): NonNullable<Card['agenda']> {
  return { id, orderKey, version, minutes, reason };
}

/** A nomination as its card has it; a record keeps more. */
export function nominationEntry({ id, kind, orderKey, version }: NonNullable<Card['nomination']>): NonNullable<Card['nomination']> {
  return { id, kind, orderKey, version };
}

/** An entry of the inspection as its card has it; a record keeps more. */
export function stopEntry(
  { id, groupId, routeKey, version }: Omit<NonNullable<Card['entry']>, 'isScored'>,
  isScored: boolean,
): NonNullable<Card['entry']> {
  return { id, groupId, routeKey, version, isScored };
}

/** A flag as its card has it; a record keeps more. */
export function flagEntry({ id, colour, state, version }: NonNullable<Card['flag']>): NonNullable<Card['flag']> {
  return { id, colour, state, version };
}

/** When each item of a meeting begins: its time plus the minutes of the items before it, as `9:35`. */
export function startTimes(time: string, minutes: readonly number[]): string[] {
  let at = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  return minutes.map((length) => {
    const start = `${Math.floor(at / 60) % 24}:${String(at % 60).padStart(2, '0')}`;
    at += length;
    return start;
  });
}
