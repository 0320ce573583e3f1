import { useDraggable } from '@dnd-kit/core';
import { type KeyboardEvent, memo, type ReactNode } from 'react';
import type { Card } from '#shared/board/card.ts';
import { useMessages } from '../app/language.tsx';
import { classes } from '../kit/classes.ts';
import styles from './CardShell.module.css';
import { useReason } from './words.ts';

type ShellProps = {
  card: Card;
  column: string;
  lane: string;
  canMove: boolean;
  isCarried: boolean;
  onKey: (event: KeyboardEvent<HTMLElement>, card: Card, column: string, lane: string) => void;
  onOpen: (card: Card) => void;
  children: ReactNode;
};

/** One card's identity in the drag: the same project may stand in several columns. */
export function dragId(column: string, id: Card['id']): string {
  return `${column}|${id}`;
}

/** What makes a card take part: focus, keys, the drag. What it looks like is its child, drawn once. */
export const CardShell = memo(function CardShell({ card, column, lane, canMove, isCarried, onKey, onOpen, children }: ShellProps) {
  const { kit, vocabulary } = useMessages();
  const reason = useReason();
  const drag = useDraggable({ id: dragId(column, card.id), disabled: !canMove });
  const lamp = card.lamp ? vocabulary.lamp[card.lamp] : vocabulary.noLamp;
  return (
    <article
      ref={drag.setNodeRef}
      className={classes(styles.shell, (drag.isDragging || isCarried) && styles.carried)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: cards are walked by keyboard and carried by the space key
      tabIndex={0}
      data-card={card.id}
      data-column={column}
      aria-label={kit.phrases([card.name, lamp, reason(card)])}
      {...(canMove ? drag.listeners : {})}
      onKeyDown={(event) => onKey(event, card, column, lane)}
      onDoubleClick={() => onOpen(card)}
    >
      {children}
    </article>
  );
});
