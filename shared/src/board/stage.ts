import { Stage } from '../projects/schema.ts';
import { isToldInWords, type StageRefusal, whyNotMoveStage } from '../projects/stages.ts';
import { byUrgency, type View } from './view.ts';

/** The eight stages as one view; a drop asks the stage's gate, and what a gate asks in words is asked by the form. */
export const stageView: View<Stage, StageRefusal> = {
  columns: Stage.options,
  place: (card) => [card.stage],
  compare: () => byUrgency,
  isOrdered: () => false,
  drop(card, _from, { column }, role) {
    if (column === card.stage) return null;
    const refusal = whyNotMoveStage({ ...card, evidenceNote: null, reason: null }, column, role);
    const isOpen = refusal === null || (refusal.reason === 'gate' && refusal.missing.every(isToldInWords));
    return isOpen ? { type: 'moveStage', projectId: card.id, to: column } : { refused: refusal };
  },
};
