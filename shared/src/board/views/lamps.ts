import { byUrgency, type View } from '../view.ts';

/** 未评 · 绿 · 黄 · 红 */
const columns = ['unrated', 'green', 'yellow', 'red'] as const;
/** One column of the month's board; a project stands in exactly one. */
export type LampColumn = (typeof columns)[number];

/** Why a lamp cannot be put out by hand: the rule has given it. */
type LampRefusal = 'lamp-by-rule';

/** The month 评灯 as one view: a drop sets the lamp by hand, back onto the rule's own lamp it gives the rule its word again. */
export const view: View<LampColumn, LampRefusal> = {
  name: 'lamps',
  order: 3,
  words: {
    zh: { title: '评灯', columns: { unrated: '未评灯', green: '绿灯', yellow: '黄灯', red: '红灯' } },
    en: { title: 'Lamps', columns: { unrated: 'Not rated', green: 'Green lamp', yellow: 'Yellow lamp', red: 'Red lamp' } },
  },
  needs: 'lamps.override',
  columns,
  place: (card) => [card.lamp ?? 'unrated'],
  compare: () => byUrgency,
  isOrdered: () => false,
  face: () => 'project',
  drop(card, from, { column }) {
    if (column === from) return null;
    const isRules = column === (card.ruleLamp ?? 'unrated');
    if (isRules && card.isOverridden) return { type: 'withdrawOverride', projectId: card.id };
    return column === 'unrated' ? { refused: { reason: 'lamp-by-rule' } } : { type: 'overrideLamp', projectId: card.id, lamp: column };
  },
};
