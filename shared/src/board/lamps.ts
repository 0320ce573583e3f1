import { byUrgency, type View } from './view.ts';

/** 未评 · 绿 · 黄 · 红 */
export const lampColumns = ['unrated', 'green', 'yellow', 'red'] as const;
/** One column of the month's board; a project stands in exactly one. */
export type LampColumn = (typeof lampColumns)[number];

/** Why a lamp cannot be put out by hand: the rule has given it. */
type LampRefusal = 'lamp-by-rule';

/** The month 评灯 as one view: a drop sets the lamp by hand, back onto the rule's own lamp it gives the rule its word again. */
export const lampView: View<LampColumn, LampRefusal> = {
  columns: lampColumns,
  place: (card) => [card.lamp ?? 'unrated'],
  compare: () => byUrgency,
  isOrdered: () => false,
  drop(card, from, { column }) {
    if (column === from) return null;
    const isRules = column === (card.ruleLamp ?? 'unrated');
    if (isRules && card.isOverridden) return { type: 'withdrawOverride', projectId: card.id };
    return column === 'unrated' ? { refused: { reason: 'lamp-by-rule' } } : { type: 'overrideLamp', projectId: card.id, lamp: column };
  },
};
