import { Stage } from '../../projects/schema.ts';
import { isToldInWords, type StageRefusal, stagesOf, whyNotMoveStage } from '../../projects/stages.ts';
import { byUrgency, type View } from '../view.ts';

/** The eight stages as one view; a drop asks the stage's gate, and what a gate asks in words is asked by the form. */
export const view: View<Stage, StageRefusal> = {
  name: 'stage',
  order: 2,
  words: {
    zh: {
      title: '阶段',
      columns: {
        ...{ planned: '谋划', signed: '签约', preparing: '前期手续', started: '开工' },
        ...{ building: '在建', completed: '竣工', producing: '投产', 'at-capacity': '达效' },
      },
      shade: '重建项目不设此阶段',
    },
    en: {
      title: 'Stages',
      columns: {
        ...{ planned: 'Planned', signed: 'Signed', preparing: 'Approvals', started: 'Started' },
        ...{ building: 'Building', completed: 'Completed', producing: 'Producing', 'at-capacity': 'At capacity' },
      },
      shade: 'Not a stage of reconstruction',
    },
  },
  needs: 'projects.moveStage',
  columns: Stage.options,
  place: (card) => [card.stage],
  compare: () => byUrgency,
  isOrdered: () => false,
  face: () => 'brief',
  // The stages that reconstruction does not have.
  isShaded: (column, by, lane) => by === 'kind' && lane === 'reconstruction' && !stagesOf.reconstruction.includes(column),
  drop(card, _from, { column }, role) {
    if (column === card.stage) return null;
    const refusal = whyNotMoveStage({ ...card, evidenceNote: null, reason: null }, column, role);
    const isOpen = refusal === null || (refusal.reason === 'gate' && refusal.missing.every(isToldInWords));
    return isOpen ? { type: 'moveStage', projectId: card.id, to: column } : { refused: refusal };
  },
};
