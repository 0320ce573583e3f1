import { type ReactNode, useCallback } from 'react';
import type { Card } from '#shared/board/card.ts';
import { type LampColumn, lampView } from '#shared/board/lamps.ts';
import { useMessages } from '../app/language.tsx';
import { PlainBoard, type PlainBoardProps } from './PlainBoard.tsx';
import { ProjectCard } from './ProjectCard.tsx';

function face(_lamp: LampColumn, card: Card, _index: number, menu: ReactNode) {
  return <ProjectCard card={card} menu={menu} />;
}

/** 评灯: the month's lamps; the rule's own stays on the card that the office has set by hand. */
export function LampBoard(props: PlainBoardProps<LampColumn>) {
  const { vocabulary } = useMessages();
  const nameOf = useCallback((lamp: LampColumn) => (lamp === 'unrated' ? vocabulary.noLamp : vocabulary.lamp[lamp]), [vocabulary]);
  return <PlainBoard {...props} {...{ view: lampView, nameOf, face }} />;
}
