import { useDroppable } from '@dnd-kit/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, type ReactNode, useRef, useState } from 'react';
import type { Card } from '#shared/board/card.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { classes } from '../kit/classes.ts';
import styles from './Column.module.css';

export type Slot = { index: number; text: string };

/** One list of the board as a drop target: a column in a lane. */
export function listId(lane: string, column: string): string {
  return `${lane}|${column}`;
}

type ColumnProps = {
  listId: string;
  label: string;
  cards: readonly Card[];
  /** The card being carried, which stays in its place as an empty frame and does not count for the slot. */
  carriedId: Card['id'] | null;
  /** Where the carried card would land; null while it is elsewhere, or in a column that sorts itself. */
  slot: Slot | null;
  isOver: boolean;
  empty: string;
  /** Long columns keep only what is in sight in the page. */
  isLong?: boolean;
  /** How many cards a short list shows before it is asked for the rest; null for all. */
  most?: number | null;
  render: (card: Card, index: number) => ReactNode;
};

/** A column is the drop target as a whole; the place within it is worked out from the pointer. */
export const Column = memo(function Column(props: ColumnProps) {
  const { listId: id, label, cards, isOver, isLong = false, empty } = props;
  const drop = useDroppable({ id });
  return (
    <section
      ref={isLong ? undefined : drop.setNodeRef}
      className={classes(styles.column, isLong && styles.long, isOver && styles.over)}
      aria-label={label}
      data-list={id}
    >
      {cards.length === 0 && !props.slot && <p className={styles.empty}>{empty}</p>}
      {isLong ? <LongList {...props} setDropRef={drop.setNodeRef} /> : <ShortList {...props} />}
    </section>
  );
});

function ShortList({ cards, carriedId, slot, most = null, render }: ColumnProps) {
  const { board } = useMessages();
  const [isWhole, setWhole] = useState(false);
  const shown = most === null || isWhole ? cards : cards.slice(0, most);
  let passed = 0;
  return (
    <>
      {shown.map((card, index) => {
        const isCarried = card.id === carriedId;
        const before = slot && !isCarried && passed === slot.index ? <SlotMark text={slot.text} /> : null;
        if (!isCarried) passed++;
        return (
          <div key={card.id} className={styles.row} data-row={isCarried ? undefined : ''}>
            {before}
            {render(card, index)}
          </div>
        );
      })}
      {slot && passed === slot.index && <SlotMark text={slot.text} />}
      {shown.length < cards.length && <Button onClick={() => setWhole(true)}>{board.more(cards.length - shown.length)}</Button>}
    </>
  );
}

function SlotMark({ text }: { text: string }) {
  return <div className={styles.slot}>{text}</div>;
}

const CARD_HEIGHT = 134;

function LongList({ cards, carriedId, render, setDropRef }: ColumnProps & { setDropRef: (element: HTMLElement | null) => void }) {
  const scroller = useRef<HTMLDivElement>(null);
  const carriedAt = carriedId === null ? -1 : cards.findIndex((card) => card.id === carriedId);
  const rows = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD_HEIGHT,
    getItemKey: (index) => cards[index]?.id ?? index,
    overscan: 6,
    gap: 8,
    // The carried card's element holds the drag: it must stay in the page when it is scrolled out of sight.
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const from = Math.max(0, startIndex - overscan);
      const to = Math.min(count - 1, endIndex + overscan);
      const shown = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
      return carriedAt >= 0 && (carriedAt < from || carriedAt > to) ? [...shown, carriedAt].sort((a, b) => a - b) : shown;
    },
  });
  return (
    <div ref={scroller} className={styles.scroller}>
      {/* The drop target is the sized list, not the scroller: dnd-kit scrolls only what lies around a target. */}
      <div ref={setDropRef} className={styles.sized} style={{ height: Math.max(rows.getTotalSize(), CARD_HEIGHT) }}>
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
                {render(card, row.index)}
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}

/** How many rows of a short list lie above a height on the screen, the carried one not counted. */
export function indexAt(id: string, clientY: number): number {
  const list = document.querySelector(`[data-list="${id}"]`);
  if (!list) return 0;
  let index = 0;
  for (const row of list.querySelectorAll('[data-row] > [data-card]')) {
    const box = row.getBoundingClientRect();
    if (clientY > box.top + box.height / 2) index++;
  }
  return index;
}
