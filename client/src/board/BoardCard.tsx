import { memo } from 'react';
import type { Card } from '#shared/board/card.ts';
import { useMessages } from '../app/language.tsx';
import { classes } from '../kit/classes.ts';
import { Icon } from '../kit/Icon.tsx';
import styles from './BoardCard.module.css';
import { CardFace } from './CardFace.tsx';
import { CardMenu } from './CardMenu.tsx';
import { type Spot, useBoardTools } from './context.ts';
import { EditedBy } from './EditedBy.tsx';
import { useLongPress } from './press.ts';
import { useReason } from './words.ts';

type BoardCardProps = Spot & {
  card: Card;
  /** Its place in the whole column, from 1, and when its item begins, where the column has such. */
  place: number;
  startsAt: string;
  isCarried: boolean;
  isPicked: boolean;
};

/**
 * What makes a card take part: focus, keys, press, the drag. A mouse takes it anywhere, a finger by its handle alone: a
 * finger on the card itself scrolls.
 */
export const BoardCard = memo(function BoardCard({ card, column, lane, place, startsAt, isCarried, isPicked }: BoardCardProps) {
  const { board, kit, vocabulary } = useMessages();
  const reason = useReason();
  const tools = useBoardTools();
  const { canMove, onKey, onOpen, onPress, onLongPress, onDrag } = tools;
  const longPress = useLongPress(() => onLongPress(card, { column, lane }));
  const lamp = card.lamp ? vocabulary.lamp[card.lamp] : vocabulary.noLamp;
  return (
    <article
      className={classes(styles.shell, isCarried && styles.carried, isPicked && styles.picked)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: cards are walked by keyboard and carried by the space key
      tabIndex={0}
      data-card={card.id}
      data-column={column}
      aria-label={kit.phrases([card.name, lamp, reason(card), ...(isPicked ? [board.picked] : [])])}
      {...(canMove ? longPress : {})}
      onPointerDown={(event) => {
        if (!canMove) return;
        longPress.onPointerDown(event);
        const isHandle = event.target instanceof Element && event.target.closest('[data-handle]') !== null;
        if (event.pointerType === 'mouse' || isHandle) onDrag(event, card, { column, lane });
      }}
      onClick={(event) => onPress(event, card, { column, lane })}
      onKeyDown={(event) => onKey(event, card, { column, lane })}
      onDoubleClick={() => onOpen(card)}
    >
      <CardFace
        {...{ card, place, startsAt }}
        face={tools.view.face(column)}
        density={tools.density}
        menu={<CardMenu {...{ card, column, lane, isPicked }} />}
      />
      {isPicked && (
        <span className={styles.tick}>
          <Icon name="check" size={14} />
        </span>
      )}
      {canMove && (
        // For a finger alone: keys and mouse take the card itself, and a screen reader the menu.
        <span className={styles.handle} aria-hidden="true" data-handle="">
          <Icon name="grip" />
        </span>
      )}
      <EditedBy id={card.id} />
    </article>
  );
});
