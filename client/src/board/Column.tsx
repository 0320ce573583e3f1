import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useCallback, useEffect, useRef, useState } from 'react';
import type { Card } from '#shared/board/card.ts';
import type { Picked } from '#shared/board/carry.ts';
import { isPicked } from '#shared/board/picks.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { classes } from '../kit/classes.ts';
import { BoardCard } from './BoardCard.tsx';
import styles from './Column.module.css';
import type { Spot } from './context.ts';

/** Where carried cards would land in a list; `isAimed` by keys: then it is brought into sight. */
export type Slot = { index: number; text: string; isAimed: boolean };

export type ColumnProps = Spot & {
  label: string;
  cards: readonly Card[];
  /** The cards being carried from here, which stay in place as empty frames and do not count for the slot. */
  carried: ReadonlySet<Card['id']> | null;
  picks: readonly Picked[];
  /** Null while nothing is carried here, or in a column that sorts itself. */
  slot: Slot | null;
  isOver: 'pointer' | 'keys' | null;
  empty: string;
  /** Long columns keep only what is in sight in the page. */
  isLong: boolean;
  /** How many cards a short list shows before it is asked for the rest; null for all. */
  most: number | null;
  /** A card that has to be in the page, because the focus goes to it. */
  wanted: Card['id'] | null;
  /** Its place in the whole column, and when its item begins. */
  placeOf: (column: string, card: Card) => number;
  startOf: (column: string, card: Card) => string;
};

/** A column is the drop target as a whole; the place within it is worked out from the pointer. */
export const Column = memo(function Column(props: ColumnProps) {
  const { label, cards, isOver, isLong, empty, lane, column } = props;
  const own = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (isOver === 'keys') own.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isOver]);
  return (
    <section
      ref={own}
      className={classes(styles.column, isLong && styles.long, isOver && styles.over)}
      aria-label={label}
      data-list=""
      data-lane={lane}
      data-column={column}
    >
      {cards.length === 0 && !props.slot && <p className={styles.empty}>{empty}</p>}
      {isLong ? <Long {...props} /> : <ShortList {...props} />}
    </section>
  );
});

function CardIn({ card, props }: { card: Card; props: ColumnProps }) {
  const { column, lane, carried, picks, placeOf, startOf } = props;
  return (
    <BoardCard
      {...{ card, column, lane }}
      place={placeOf(column, card)}
      startsAt={startOf(column, card)}
      isCarried={carried?.has(card.id) ?? false}
      isPicked={isPicked(picks, card, column)}
    />
  );
}

function ShortList(props: ColumnProps) {
  const { cards, carried, slot, most, wanted } = props;
  const { board } = useMessages();
  const [isWhole, setWhole] = useState(false);
  const isHidden = most !== null && cards.findIndex((card) => card.id === wanted) >= most;
  const shown = most === null || isWhole || isHidden ? cards : cards.slice(0, most);
  let passed = 0;
  return (
    <>
      {shown.map((card) => {
        const isCarried = carried?.has(card.id) ?? false;
        const before = slot && !isCarried && passed === slot.index ? <SlotMark slot={slot} /> : null;
        if (!isCarried) passed++;
        return (
          <div key={card.id} className={styles.row} data-row={isCarried ? undefined : ''}>
            {before}
            <CardIn card={card} props={props} />
          </div>
        );
      })}
      {slot && passed <= slot.index && <SlotMark slot={slot} />}
      {shown.length < cards.length && <Button onClick={() => setWhole(true)}>{board.more(cards.length - shown.length)}</Button>}
    </>
  );
}

function SlotMark({ slot: { text, isAimed } }: { slot: Slot }) {
  return (
    <div className={styles.slot} ref={isAimed ? (element) => element?.scrollIntoView({ block: 'nearest', inline: 'nearest' }) : undefined}>
      {text}
    </div>
  );
}

/** What a card is taken to need until it has been measured. */
const CARD_HEIGHT = 134;

function LongList(props: ColumnProps) {
  const { cards, carried, wanted } = props;
  const scroller = useRef<HTMLDivElement>(null);
  // The same as long as the cards are: for another one every row would be reckoned anew, in every frame of a scroll.
  const getItemKey = useCallback((index: number) => cards[index]?.id ?? index, [cards]);
  const kept = cards.flatMap((card, at) => (carried?.has(card.id) || card.id === wanted ? [at] : []));
  const rows = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD_HEIGHT,
    // Until the column has been measured it is taken to be as high as the window: its cards stand there from the first.
    initialRect: { width: 0, height: window.innerHeight },
    getItemKey,
    overscan: 6,
    gap: 8,
    // A finger's drag lives on the element it began on, the focus on its card: both stay in the page out of sight too.
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const from = Math.max(0, startIndex - overscan);
      const to = Math.min(count - 1, endIndex + overscan);
      const shown = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
      const beyond = kept.filter((at) => at < from || at > to);
      return beyond.length > 0 ? [...shown, ...beyond].sort((a, b) => a - b) : shown;
    },
  });
  return (
    <div ref={scroller} className={styles.scroller}>
      <div className={styles.sized} style={{ height: Math.max(rows.getTotalSize(), CARD_HEIGHT) }}>
        {rows.getVirtualItems().map((row) => {
          const card = cards[row.index];
          return (
            card && (
              <div
                key={row.key}
                ref={rows.measureElement}
                data-index={row.index}
                className={styles.placed}
                style={{ transform: `translateY(${row.start}px)` }}
              >
                <CardIn card={card} props={props} />
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}

/** In a still nothing can be measured: as many cards stand one below the other as a window of 1,080 pixels takes. */
const MOST_IN_STILL = 6;

function StillList(props: ColumnProps) {
  return (
    <div className={styles.scroller}>
      <div className={styles.row}>
        {props.cards.slice(0, MOST_IN_STILL).map((card) => (
          <CardIn key={card.id} card={card} props={props} />
        ))}
      </div>
    </div>
  );
}

const Long = import.meta.env.SSR ? StillList : LongList;

/** How many rows of a short list lie above a height on the screen, the carried ones not counted. */
export function indexAt(list: Element, clientY: number): number {
  let index = 0;
  for (const row of list.querySelectorAll('[data-row] > [data-card]')) {
    const box = row.getBoundingClientRect();
    if (clientY > box.top + box.height / 2) index++;
  }
  return index;
}
