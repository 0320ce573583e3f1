import {
  DndContext,
  type DragMoveEvent,
  DragOverlay,
  type DragStartEvent,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { BoardHeader, Card } from '#shared/board/card.ts';
import { type CycleColumn, cycleColumns, cycleView, isOrdered, startTimes } from '#shared/board/cycle.ts';
import { useMessages } from '../app/language.tsx';
import { Hidden } from '../kit/Hidden.tsx';
import { CardMenu } from './CardMenu.tsx';
import { CardShell, dragId } from './CardShell.tsx';
import { Column, indexAt } from './Column.tsx';
import styles from './CycleBoard.module.css';
import { aboveOf, type Carry, type Lists, lift, step } from './carry.ts';
import { AgendaCard, FlagCard, NominationCard, StopCard } from './EntryCard.tsx';
import { useFollow } from './follow.ts';
import { ColumnHead, GroupHeads } from './Heads.tsx';
import { ProjectCard } from './ProjectCard.tsx';

type CycleBoardProps = {
  header: BoardHeader;
  /** Every card, for the counts over the columns. */
  all: readonly Card[];
  /** The cards that pass the filters. */
  cards: readonly Card[];
  canMove: boolean;
  canReturn: boolean;
  onMove: (card: Card, from: CycleColumn, to: CycleColumn, above: Card | null) => void;
};

const arrows: Record<string, 'left' | 'right' | 'up' | 'down'> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** 周 月 季 side by side: the same projects, carried by mouse, finger, keys or menu. */
export function CycleBoard({ header, all, cards, canMove, canReturn, onMove }: CycleBoardProps) {
  const { board } = useMessages();
  const [, navigate] = useLocation();
  const [carry, setCarry] = useState<Carry | null>(null);
  const [spoken, setSpoken] = useState('');
  const byKeys = useRef(false);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 150, tolerance: 8 } }),
  );
  const lists = useMemo(() => listsOf(cards), [cards]);
  const { follow, letGo } = useFollow(lists);
  const starts = useMemo(
    () =>
      startTimes(
        header.meeting.time,
        lists.agenda.map((card) => card.agenda?.minutes ?? 0),
      ),
    [header.meeting.time, lists.agenda],
  );

  const finish = useCallback(
    (held: Carry | null) => {
      setCarry(null);
      if (held && byKeys.current) follow(held.card, held.over);
      byKeys.current = false;
      if (!held) return;
      onMove(held.card, held.from, held.over, aboveOf(held, lists));
      setSpoken(board.dropped(held.card.name, board.columns[held.over]));
    },
    [board, follow, lists, onMove],
  );

  function onDragStart({ active }: DragStartEvent): void {
    for (const column of cycleColumns) {
      const card = lists[column].find((each) => dragId(column, each.id) === active.id);
      if (card) setCarry(lift(card, column, lists));
    }
  }

  function onDragMove({ over, activatorEvent, delta }: DragMoveEvent): void {
    const column = cycleColumns.find((each) => each === over?.id);
    setCarry((held) => {
      if (!held || !column) return held;
      const start = activatorEvent instanceof MouseEvent ? activatorEvent.clientY : touchY(activatorEvent);
      const index = isOrdered(column) ? indexAt(column, start + delta.y) : 0;
      return held.over === column && held.index === index ? held : { ...held, over: column, index };
    });
  }

  function onKey(event: KeyboardEvent<HTMLElement>, card: Card, column: CycleColumn): void {
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    letGo();
    const direction = arrows[event.key];
    if (carry && byKeys.current) {
      event.preventDefault();
      if (event.key === 'Escape') {
        setCarry(null);
        byKeys.current = false;
        setSpoken(board.putBack(carry.card.name));
      } else if (event.key === ' ' || event.key === 'Enter') finish(carry);
      else if (direction) {
        const next = step(carry, direction, lists);
        setCarry(next);
        setSpoken(
          isOrdered(next.over)
            ? board.over(board.columns[next.over], next.index + 1, lists[next.over].length + 1)
            : board.overColumn(board.columns[next.over]),
        );
      }
      return;
    }
    if (event.key === ' ' && canMove) {
      event.preventDefault();
      byKeys.current = true;
      setCarry(lift(card, column, lists));
      setSpoken(board.lifted(card.name, board.columns[column]));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      navigate(`/projects/${card.id}`);
    } else if (direction) {
      event.preventDefault();
      focusNeighbour(event.currentTarget, direction);
    }
  }

  const keyHandler = useRef(onKey);
  keyHandler.current = onKey;
  const stableKey = useCallback(
    (event: KeyboardEvent<HTMLElement>, card: Card, column: CycleColumn) => keyHandler.current(event, card, column),
    [],
  );
  const openProject = useCallback((card: Card) => navigate(`/projects/${card.id}`), [navigate]);
  const latestLists = useRef(lists);
  latestLists.current = lists;
  const lastOf = useCallback((column: CycleColumn) => latestLists.current[column].at(-1) ?? null, []);

  const renderIn = useCallback(
    (column: CycleColumn) => (card: Card, index: number) => {
      const menu = <CardMenu card={card} column={column} canMove={canMove} canReturn={canReturn} lastOf={lastOf} onMove={onMove} />;
      return (
        <CardShell
          key={card.id}
          card={card}
          column={column}
          canMove={canMove}
          isCarried={carry?.card.id === card.id && carry.from === column}
          onKey={stableKey}
          onOpen={openProject}
        >
          <CardFace column={column} card={card} index={index} startsAt={starts[index] ?? ''} menu={menu} />
        </CardShell>
      );
    },
    [canMove, canReturn, carry?.card.id, carry?.from, lastOf, onMove, openProject, stableKey, starts],
  );

  function column(name: CycleColumn, options: { isLong?: boolean; empty?: string } = {}) {
    const isTarget = carry !== null && carry.over === name && carry.from !== name;
    const slot =
      carry && carry.over === name && isOrdered(name)
        ? {
            index: carry.index,
            text:
              name === 'agenda'
                ? board.nth(carry.index + 1, starts[carry.index] ?? endOf(starts, lists, header))
                : board.place(carry.index + 1),
          }
        : null;
    return (
      <Column
        column={name}
        label={board.columns[name]}
        cards={lists[name]}
        carriedId={carry?.from === name ? carry.card.id : null}
        slot={slot}
        isOver={isTarget && !isOrdered(name)}
        empty={options.empty ?? board.emptyColumn}
        isLong={options.isLong ?? false}
        render={renderIn(name)}
      />
    );
  }

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={pointerWithin}
      onDragStart={onDragStart}
      onDragMove={onDragMove}
      onDragEnd={({ over }) => finish(over ? carry : null)}
      onDragCancel={() => setCarry(null)}
    >
      <div className={styles.board} onPointerDownCapture={letGo}>
        <GroupHeads header={header} cards={all} />
        <div className={styles.first}>
          <ColumnHead name="owing" header={header} lists={lists} />
          {column('owing', { isLong: true, empty: board.emptyOwing })}
        </div>
        <div className={styles.next}>
          <ColumnHead name="returned" header={header} lists={lists} />
          {column('returned', { isLong: true })}
        </div>
        <div className={styles.next}>
          <ColumnHead name="agenda" header={header} lists={lists} />
          <div className={styles.scroll}>{column('agenda')}</div>
        </div>
        <div className={styles.group}>
          <ColumnHead name="bulletin" header={header} lists={lists} />
          <div className={styles.scroll}>
            <PartHead label={board.columns.praise} count={lists.praise.length} />
            {column('praise')}
            <PartHead label={board.columns.criticise} count={lists.criticise.length} />
            {column('criticise')}
          </div>
        </div>
        <div className={styles.group}>
          <ColumnHead name="route" header={header} lists={lists} />
          <div className={styles.scroll}>{column('route')}</div>
        </div>
        <div className={styles.next}>
          <ColumnHead name="flags" header={header} lists={lists} />
          <div className={styles.scroll}>
            <PartHead label={board.columns.red} count={lists.red.length} />
            {column('red', { empty: board.flagDrop })}
            <PartHead label={board.columns.black} count={lists.black.length} />
            {column('black', { empty: board.flagDrop })}
          </div>
        </div>
      </div>
      <DragOverlay dropAnimation={null}>
        {carry && !byKeys.current ? (
          <div className={styles.overlay}>
            <CardFace column={carry.from} card={carry.card} index={carry.index} startsAt="" menu={null} />
          </div>
        ) : null}
      </DragOverlay>
      <Hidden>
        <span role="status" aria-live="assertive">
          {spoken}
        </span>
      </Hidden>
    </DndContext>
  );
}

type FaceProps = { column: CycleColumn; card: Card; index: number; startsAt: string; menu: React.ReactNode };

function CardFace({ column, card, index, startsAt, menu }: FaceProps) {
  switch (column) {
    case 'owing':
    case 'returned':
      return <ProjectCard card={card} menu={menu} />;
    case 'agenda':
      return <AgendaCard card={card} position={index + 1} startsAt={startsAt} menu={menu} />;
    case 'praise':
    case 'criticise':
      return <NominationCard card={card} position={index + 1} menu={menu} />;
    case 'route':
      return <StopCard card={card} position={index + 1} menu={menu} />;
    case 'red':
    case 'black':
      return <FlagCard card={card} position={index + 1} menu={menu} />;
  }
}

function PartHead({ label, count }: { label: string; count: number }) {
  return (
    <h4 className={styles.part}>
      {label}
      <span>{count}</span>
    </h4>
  );
}

function listsOf(cards: readonly Card[]): Lists {
  const lists: Record<CycleColumn, Card[]> = {
    owing: [],
    returned: [],
    agenda: [],
    praise: [],
    criticise: [],
    route: [],
    red: [],
    black: [],
  };
  for (const card of cards) for (const column of cycleView.place(card)) lists[column].push(card);
  for (const column of cycleColumns) lists[column].sort(cycleView.compare(column));
  return lists;
}

/** When an item at the end of the agenda would begin. */
function endOf(starts: string[], lists: Lists, header: BoardHeader): string {
  const minutes = lists.agenda.map((card) => card.agenda?.minutes ?? 0);
  return startTimes(header.meeting.time, [...minutes, 0]).at(starts.length) ?? header.meeting.time;
}

/** Not every browser has the class `TouchEvent` to ask. */
function isTouch(event: Event): event is TouchEvent {
  return 'touches' in event;
}

function touchY(event: Event): number {
  return isTouch(event) ? (event.touches[0]?.clientY ?? 0) : 0;
}

/** Arrow keys walk from card to card: up and down in a column, left and right to the card at the same height. */
function focusNeighbour(from: HTMLElement, direction: 'left' | 'right' | 'up' | 'down'): void {
  const own = from.getBoundingClientRect();
  const cards = [...document.querySelectorAll<HTMLElement>('[data-card][data-column]')].filter((card) => card !== from);
  let best: HTMLElement | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const card of cards) {
    const box = card.getBoundingClientRect();
    const isSameList = card.dataset.column === from.dataset.column;
    const across = direction === 'left' ? own.left - box.left : box.left - own.left;
    const along = direction === 'up' ? own.top - box.top : box.top - own.top;
    const isUpDown = direction === 'up' || direction === 'down';
    if (isUpDown ? !isSameList || along <= 0 : across <= own.width / 2) continue;
    const distance = isUpDown ? along : across * 4 + Math.abs(box.top - own.top);
    if (distance < least) {
      best = card;
      least = distance;
    }
  }
  best?.focus();
}
