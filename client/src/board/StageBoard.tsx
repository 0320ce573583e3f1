import { type ReactNode, useCallback } from 'react';
import type { Card } from '#shared/board/card.ts';
import type { Lane } from '#shared/board/lanes.ts';
import { stageView } from '#shared/board/stage.ts';
import type { Stage } from '#shared/projects/schema.ts';
import { stagesOf } from '#shared/projects/stages.ts';
import { useMessages } from '../app/language.tsx';
import { PlainBoard, type PlainBoardProps } from './PlainBoard.tsx';
import { ProjectCard } from './ProjectCard.tsx';

function face(_stage: Stage, card: Card, _index: number, menu: ReactNode) {
  return <ProjectCard card={card} menu={menu} isCompact />;
}

/** 阶段: from 谋划 to 达效; the stages that reconstruction does not have are shaded in its lane. */
export function StageBoard(props: PlainBoardProps<Stage>) {
  const { board, vocabulary } = useMessages();
  const nameOf = useCallback((stage: Stage) => vocabulary.stage[stage], [vocabulary]);
  const shadedIn = (lane: Lane, stage: Stage) =>
    lane.key === 'reconstruction' && !stagesOf.reconstruction.includes(stage) ? board.noSuchStage : null;
  return <PlainBoard {...props} {...{ view: stageView, nameOf, face, shadedIn }} />;
}
