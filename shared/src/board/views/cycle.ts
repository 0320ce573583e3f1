import { compareKeys } from '../../kit/rank.ts';
import { AGENDA_LIMIT } from '../../meetings/schema.ts';
import type { Card } from '../card.ts';
import { entryIn, hasReturned, owesReturn } from '../entries.ts';
import { type FlagRefusal, proposeFlag, withdrawFlag } from '../flag-moves.ts';
import { byUrgency, type CardFace, type View } from '../view.ts';

/** 周: 待填报 已填报 周例会 · 月: 拟通报 表扬/批评 · 季: 观摩路线, 评旗 红/黑 */
const columns = ['owing', 'returned', 'agenda', 'praise', 'criticise', 'route', 'red', 'black'] as const;
/** One column of the cycle board; a project may stand in several of them at once. */
export type CycleColumn = (typeof columns)[number];

/** Why a drop is refused before anything is asked of the server. */
type CycleRefusal = FlagRefusal | 'return-exists' | 'flag-has-no-order';

/** The one week column that every project stands in. */
function weekColumn(card: Card): 'owing' | 'returned' | 'agenda' {
  if (card.agenda) return 'agenda';
  return hasReturned(card) || !owesReturn(card) ? 'returned' : 'owing';
}

function place(card: Card): CycleColumn[] {
  const places: CycleColumn[] = [weekColumn(card)];
  if (card.nomination) places.push(card.nomination.kind);
  if (card.entry?.routeKey) places.push('route');
  if (card.flag) places.push(card.flag.colour);
  return places;
}

function isOrdered(column: CycleColumn): column is 'agenda' | 'praise' | 'criticise' | 'route' {
  return column === 'agenda' || column === 'praise' || column === 'criticise' || column === 'route';
}

function compare(column: CycleColumn): (a: Card, b: Card) => number {
  if (!isOrdered(column)) return byUrgency;
  return (a, b) => {
    const left = entryIn(column, a);
    const right = entryIn(column, b);
    return (left && right ? compareKeys(left.orderKey, right.orderKey) : 0) || a.key - b.key;
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

const faces: Record<CycleColumn, CardFace> = {
  ...{ owing: 'project', returned: 'project', agenda: 'agenda', praise: 'nomination', criticise: 'nomination' },
  ...{ route: 'stop', red: 'flag', black: 'flag' },
};

/** The cycle 周–月–季: the week's columns, and the entries of the same projects in the month and the quarter. */
export const view: View<CycleColumn, CycleRefusal> = {
  name: 'cycle',
  order: 1,
  words: {
    zh: {
      title: '周期',
      columns: {
        ...{ owing: '待填报', returned: '已填报', agenda: '周例会', praise: '拟通报表扬', criticise: '拟通报批评' },
        ...{ route: '观摩路线', red: '红旗提名', black: '黑旗提名' },
      },
      empty: { owing: '本周都已填报', red: '拖入提名（仅参评项目）', black: '拖入提名（仅参评项目）' },
    },
    en: {
      title: 'Cycle',
      columns: {
        ...{ owing: 'Return owed', returned: 'Returned', agenda: 'Agenda', praise: 'For praise', criticise: 'For criticism' },
        ...{ route: 'Route', red: 'Red flag proposed', black: 'Black flag proposed' },
      },
      empty: { owing: 'All have returned this week', red: 'Drop to propose (entries only)', black: 'Drop to propose (entries only)' },
    },
  },
  needs: 'agenda.add',
  columns,
  place,
  compare,
  isOrdered,
  drop,
  face: (column) => faces[column],
  stacks: [
    { key: 'owing', columns: ['owing'] },
    { key: 'returned', columns: ['returned'] },
    { key: 'agenda', columns: ['agenda'] },
    { key: 'bulletin', columns: ['praise', 'criticise'], words: { zh: '拟通报', en: 'Nominated' } },
    { key: 'route', columns: ['route'] },
    { key: 'flags', columns: ['red', 'black'], words: { zh: '评旗', en: 'Flags' } },
  ],
  groups: [
    { key: 'week', stacks: 3 },
    { key: 'month', stacks: 1 },
    { key: 'quarter', stacks: 2 },
  ],
  limitOf: (column) => (column === 'agenda' ? AGENDA_LIMIT : null),
};
