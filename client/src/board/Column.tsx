import { useDroppable } from '@dnd-kit/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, type ReactNode, useRef } from 'react';
import type { Card } from '#shared/board/card.ts';
import type { CycleColumn } from '#shared/board/cycle.ts';
import { classes } from '../kit/classes.ts';
import styles from './Column.module.css';

export type Slot = { index: number; text: string };

type ColumnProps = {
  column: CycleColumn;
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
  render: (card: Card, index: number) => ReactNode;
};

/** A column is the drop target as a whole; the place within it is worked out from the pointer. */
export const Column = memo(function Column(props: ColumnProps) {
  const { column, label, cards, isOver, isLong = false, empty } = props;
  const drop = useDroppable({ id: column });
  return (
    <section
      ref={isLong ? undefined : drop.setNodeRef}
      className={classes(styles.column, isLong && styles.long, isOver && styles.over)}
      aria-label={label}
      data-list={column}
    >
      {cards.length === 0 && !props.slot && <p className={styles.empty}>{empty}</p>}
      {isLong ? <LongList {...props} setDropRef={drop.setNodeRef} /> : <ShortList {...props} />}
    </section>
  );
});

function ShortList({ cards, carriedId, slot, render }: ColumnProps) {
  let passed = 0;
  return (
    <>
      {cards.map((card, index) => {
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
export function indexAt(column: CycleColumn, clientY: number): number {
  const list = document.querySelector(`[data-list="${column}"]`);
  if (!list) return 0;
  let index = 0;
  for (const row of list.querySelectorAll('[data-row] > [data-card]')) {
    const box = row.getBoundingClientRect();
    if (clientY > box.top + box.height / 2) index++;
  }
  return index;
}
