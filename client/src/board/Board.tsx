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
import { type KeyboardEvent, type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { Role } from '#shared/accounts/schema.ts';
import type { Card } from '#shared/board/card.ts';
import type { Lane } from '#shared/board/lanes.ts';
import type { View } from '#shared/board/view.ts';
import { useMessages } from '../app/language.tsx';
import { Hidden } from '../kit/Hidden.tsx';
import styles from './Board.module.css';
import { CardMenu } from './CardMenu.tsx';
import { CardShell, dragId } from './CardShell.tsx';
import { Column, indexAt, listId } from './Column.tsx';
import { aboveOf, type Carry, type Lists, lift, listsOf, step } from './carry.ts';
import { useFollow } from './follow.ts';
import { focusNeighbour } from './neighbour.ts';

/** A move as a person makes it; what it comes to, the view says. */
export type OnMove<Name extends string> = (card: Card, from: Name, to: Name, above: Card | null) => void;

/** How a card looks in a column; the menu is drawn into it. */
export type Face<Name extends string> = (column: Name, card: Card, index: number, menu: ReactNode, lists: Lists<Name>) => ReactNode;

type ColumnOptions = { isLong?: boolean; empty?: string; most?: number };

/** One lane as the layout draws it: its lists, and each column where the layout wants it. */
export type LaneParts<Name extends string> = {
  lane: Lane;
  lists: Lists<Name>;
  column: (name: Name, options?: ColumnOptions) => ReactNode;
};

type BoardProps<Name extends string> = {
  view: View<Name>;
  lanes: readonly Lane[];
  role: Role;
  canMove: boolean;
  canReturn: boolean;
  nameOf: (column: Name) => string;
  face: Face<Name>;
  /** What stands where a carried card would land, in a column that people order. */
  slotText: (column: Name, index: number, lists: Lists<Name>) => string;
  onMove: OnMove<Name>;
  /** Lays the lanes and their columns out. */
  children: (lanes: readonly LaneParts<Name>[]) => ReactNode;
};

const arrows: Record<string, 'left' | 'right' | 'up' | 'down'> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** Any view of the board: the same cards, carried by mouse, finger, keys or menu. What differs is the view and its layout. */
export function Board<Name extends string>(props: BoardProps<Name>) {
  const { view, lanes, role, canMove, canReturn, nameOf, face, slotText, onMove, children } = props;
  const { board } = useMessages();
  const [, navigate] = useLocation();
  const [carry, setCarry] = useState<Carry<Name> | null>(null);
  const [spoken, setSpoken] = useState('');
  const byKeys = useRef(false);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 150, tolerance: 8 } }),
  );
  const drawn = useMemo(() => lanes.map((lane) => ({ lane, lists: listsOf(lane.cards, view) })), [lanes, view]);
  const latest = useRef(drawn);
  latest.current = drawn;
  const { follow, letGo } = useFollow(drawn);
  const listsIn = (lane: string) => latest.current.find((each) => each.lane.key === lane)?.lists ?? null;
  const columnOf = useCallback((text: string) => view.columns.find((each) => each === text), [view]);

  function finish(held: Carry<Name> | null): void {
    setCarry(null);
    if (held && byKeys.current) follow(held.card, held.over);
    byKeys.current = false;
    const lists = held && listsIn(held.lane);
    if (!held || !lists) return;
    onMove(held.card, held.from, held.over, aboveOf(held, lists));
    setSpoken(board.dropped(held.card.name, nameOf(held.over)));
  }

  function onDragStart({ active }: DragStartEvent): void {
    for (const { lane, lists } of drawn) {
      for (const column of view.columns) {
        const card = lists[column].find((each) => dragId(column, each.id) === active.id);
        if (card) setCarry(lift(card, column, lane.key, lists));
      }
    }
  }

  function onDragMove({ over, activatorEvent, delta }: DragMoveEvent): void {
    const target = placeOf(over?.id, lanes, view.columns);
    setCarry((held) => {
      if (!held || !target) return held;
      const start = activatorEvent instanceof MouseEvent ? activatorEvent.clientY : touchY(activatorEvent);
      const index = view.isOrdered(target.column) ? indexAt(listId(target.lane, target.column), start + delta.y) : 0;
      const isSame = held.over === target.column && held.lane === target.lane && held.index === index;
      return isSame ? held : { ...held, over: target.column, lane: target.lane, index };
    });
  }

  function carryByKey(event: KeyboardEvent<HTMLElement>, held: Carry<Name>): void {
    event.preventDefault();
    const direction = arrows[event.key];
    const lists = listsIn(held.lane);
    if (event.key === 'Escape') {
      setCarry(null);
      byKeys.current = false;
      setSpoken(board.putBack(held.card.name));
    } else if (event.key === ' ' || event.key === 'Enter') finish(held);
    else if (direction && lists) {
      const next = step(held, direction, lists, view);
      setCarry(next);
      const name = nameOf(next.over);
      setSpoken(view.isOrdered(next.over) ? board.over(name, next.index + 1, lists[next.over].length + 1) : board.overColumn(name));
    }
  }

  function onKey(event: KeyboardEvent<HTMLElement>, card: Card, column: Name, lane: string): void {
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    letGo();
    if (carry && byKeys.current) {
      carryByKey(event, carry);
      return;
    }
    const direction = arrows[event.key];
    const lists = listsIn(lane);
    if (event.key === ' ' && canMove && lists) {
      event.preventDefault();
      byKeys.current = true;
      setCarry(lift(card, column, lane, lists));
      setSpoken(board.lifted(card.name, nameOf(column)));
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
    (event: KeyboardEvent<HTMLElement>, card: Card, column: string, lane: string) => {
      const name = columnOf(column);
      if (name) keyHandler.current(event, card, name, lane);
    },
    [columnOf],
  );
  const openProject = useCallback((card: Card) => navigate(`/projects/${card.id}`), [navigate]);
  const lastIn = useRef((column: Name, lane: string) => listsIn(lane)?.[column].at(-1) ?? null).current;

  const renderIn = useCallback(
    (column: Name, lane: string, lists: Lists<Name>) => (card: Card, index: number) => {
      const menu = (
        <CardMenu {...{ view, card, column, role, canMove, canReturn, nameOf, onMove }} lastOf={(name: Name) => lastIn(name, lane)} />
      );
      return (
        <CardShell
          key={card.id}
          {...{ card, column, lane, canMove }}
          isCarried={carry?.card.id === card.id && carry.from === column}
          onKey={stableKey}
          onOpen={openProject}
        >
          {face(column, card, index, menu, lists)}
        </CardShell>
      );
    },
    [view, role, canMove, canReturn, nameOf, onMove, carry?.card.id, carry?.from, stableKey, openProject, face, lastIn],
  );

  function columnIn(lane: string, lists: Lists<Name>, name: Name, options: ColumnOptions = {}): ReactNode {
    const isOver = carry !== null && carry.over === name && carry.lane === lane;
    const slot = carry && isOver && view.isOrdered(name) ? { index: carry.index, text: slotText(name, carry.index, lists) } : null;
    return (
      <Column
        listId={listId(lane, name)}
        label={nameOf(name)}
        cards={lists[name]}
        carriedId={carry?.from === name ? carry.card.id : null}
        slot={slot}
        isOver={isOver && carry.from !== name && !view.isOrdered(name)}
        empty={options.empty ?? board.emptyColumn}
        isLong={options.isLong ?? false}
        most={options.most ?? null}
        render={renderIn(name, lane, lists)}
      />
    );
  }

  const carriedLists = carry && listsIn(carry.lane);
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
        {children(drawn.map(({ lane, lists }) => ({ lane, lists, column: (name, options) => columnIn(lane.key, lists, name, options) })))}
      </div>
      <DragOverlay dropAnimation={null}>
        {carry && carriedLists && !byKeys.current ? (
          <div className={styles.overlay}>{face(carry.from, carry.card, carry.index, null, carriedLists)}</div>
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

/** The lane and column that a drop target's id names. */
function placeOf<Name extends string>(id: unknown, lanes: readonly Lane[], columns: readonly Name[]) {
  for (const lane of lanes) {
    const column = columns.find((each) => listId(lane.key, each) === id);
    if (column) return { lane: lane.key, column };
  }
  return null;
}

/** Not every browser has the class `TouchEvent` to ask. */
function isTouch(event: Event): event is TouchEvent {
  return 'touches' in event;
}

function touchY(event: Event): number {
  return isTouch(event) ? (event.touches[0]?.clientY ?? 0) : 0;
}
