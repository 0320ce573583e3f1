import { compareKeys, type OrderKey } from '../kit/rank.ts';
import { AGENDA_LIMIT } from '../meetings/schema.ts';
import { whyNotOwe } from '../returns/rules.ts';
import type { Card } from './card.ts';
import { type FlagRefusal, proposeFlag, withdrawFlag } from './flags.ts';
import { byUrgency, type View } from './view.ts';

/** 周: 待填报 已填报 周例会 · 月: 拟通报 表扬/批评 · 季: 观摩路线, 评旗 红/黑 */
export const cycleColumns = ['owing', 'returned', 'agenda', 'praise', 'criticise', 'route', 'red', 'black'] as const;
/** One column of the cycle board; a project may stand in several of them at once. */
export type CycleColumn = (typeof cycleColumns)[number];

/** Why a drop is refused before anything is asked of the server. */
type CycleRefusal = FlagRefusal | 'return-exists' | 'flag-has-no-order';

/** The one week column that every project stands in. */
function weekColumn(card: Card): 'owing' | 'returned' | 'agenda' {
  if (card.agenda) return 'agenda';
  return hasReturned(card) || !owesReturn(card) ? 'returned' : 'owing';
}

/** Whether a weekly return is asked of the project at all; one in reserve stands with those that have nothing to send. */
export function owesReturn(card: Card): boolean {
  return whyNotOwe(card) === null;
}

/** Whether this week's return counts: sent back is owed again. */
export function hasReturned(card: Card): boolean {
  return card.returned === 'submitted' || card.returned === 'accepted';
}

function place(card: Card): CycleColumn[] {
  const columns: CycleColumn[] = [weekColumn(card)];
  if (card.nomination) columns.push(card.nomination.kind);
  if (card.entry?.routeKey) columns.push('route');
  if (card.flag) columns.push(card.flag.colour);
  return columns;
}

/** A card's entry in an ordered column; null where the column has no order of its own, or the card is not in it. */
export function entryIn(column: CycleColumn, card: Card): { id: string; orderKey: OrderKey } | null {
  switch (column) {
    case 'agenda':
      return card.agenda;
    case 'praise':
    case 'criticise':
      return card.nomination?.kind === column ? card.nomination : null;
    case 'route':
      return card.entry?.routeKey ? { id: card.entry.id, orderKey: card.entry.routeKey } : null;
    case 'owing':
    case 'returned':
    case 'red':
    case 'black':
      return null;
  }
}

function isOrdered(column: CycleColumn): boolean {
  return column === 'agenda' || column === 'praise' || column === 'criticise' || column === 'route';
}

function compare(column: CycleColumn): (a: Card, b: Card) => number {
  if (!isOrdered(column)) return byUrgency;
  return (a, b) => {
    const left = entryIn(column, a);
    const right = entryIn(column, b);
    return left && right ? compareKeys(left.orderKey, right.orderKey) : a.key - b.key;
  };
}

type Drop = View<CycleColumn, CycleRefusal>['drop'];

const drop: Drop = (card, from, { column, above }) => {
  const projectId = card.id;
  switch (column) {
    case 'owing':
    case 'returned':
      return backToTheWeek(card, from, column);
    case 'agenda':
      return { type: card.agenda ? 'moveOnAgenda' : 'addToAgenda', projectId, after: above?.agenda?.id ?? null };
    case 'praise':
    case 'criticise':
      return { type: 'nominate', projectId, kind: column, after: above?.nomination?.id ?? null };
    case 'route':
      return { type: 'placeOnRoute', projectId, after: above?.entry?.id ?? null };
    case 'red':
    case 'black':
      return card.flag?.colour === column && from !== column ? { refused: { reason: 'flag-has-no-order' } } : proposeFlag(card, column);
  }
};

/** Dragging back or out withdraws the entry that was dragged; a return cannot be dragged away. */
function backToTheWeek(card: Card, from: CycleColumn, column: 'owing' | 'returned'): ReturnType<Drop> {
  switch (from) {
    case 'agenda':
      return { type: 'leaveAgenda', projectId: card.id };
    case 'praise':
    case 'criticise':
      return { type: 'withdrawNomination', projectId: card.id };
    case 'route':
      return { type: 'leaveRoute', projectId: card.id };
    case 'red':
    case 'black':
      return withdrawFlag(card);
    case 'owing':
      return column === 'returned' ? { type: 'openReturn', projectId: card.id } : null;
    case 'returned':
      return column === 'owing' ? { refused: { reason: 'return-exists' } } : null;
  }
}

/** The cycle 周–月–季 as one view of the board. */
export const cycleView: View<CycleColumn, CycleRefusal> = { columns: cycleColumns, place, compare, isOrdered, drop };

/** When each agenda item begins: the meeting's time plus the minutes of the items before it, as `9:35`. */
export function startTimes(time: string, minutes: readonly number[]): string[] {
  let at = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  return minutes.map((length) => {
    const start = `${Math.floor(at / 60) % 24}:${String(at % 60).padStart(2, '0')}`;
    at += length;
    return start;
  });
}

/** Whether one more item goes beyond what a meeting takes unless the office says why. */
export function isAgendaFull(count: number): boolean {
  return count >= AGENDA_LIMIT;
}
