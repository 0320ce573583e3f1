import { type ReactNode, useCallback } from 'react';
import type { Card } from '#shared/board/card.ts';
import { type FlagColumn, flagView } from '#shared/board/flags.ts';
import { useMessages } from '../app/language.tsx';
import { FlagCard, StopCard } from './EntryCard.tsx';
import { PlainBoard, type PlainBoardProps } from './PlainBoard.tsx';
import { ProjectCard } from './ProjectCard.tsx';

function face(column: FlagColumn, card: Card, index: number, menu: ReactNode) {
  switch (column) {
    case 'candidate':
    case 'scored':
      return <ProjectCard card={card} menu={menu} isCompact />;
    case 'route':
      return <StopCard card={card} position={index + 1} menu={menu} />;
    case 'red':
    case 'black':
      return <FlagCard card={card} position={index + 1} menu={menu} />;
  }
}

/** 评旗: how far the quarter's projects are on their way to a flag. */
export function FlagBoard(props: PlainBoardProps<FlagColumn>) {
  const { board } = useMessages();
  const nameOf = useCallback((column: FlagColumn) => board.flagColumns[column], [board]);
  return <PlainBoard {...props} {...{ view: flagView, nameOf, face }} />;
}
