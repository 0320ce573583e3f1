import { notifyManager } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Card } from '#shared/board/card.ts';
import { aboveOf, type Carry, lift, type Picked, step } from '#shared/board/carry.ts';
import type { Lane } from '#shared/board/lanes.ts';
import { isPicked } from '#shared/board/picks.ts';
import type { Lists, View } from '#shared/board/view.ts';
import { useMessages } from '../app/language.tsx';
import { type DragPoint, useDrag } from '../kit/drag.ts';
import { indexAt } from './Column.tsx';
import type { Spot } from './context.ts';
import type { OnMove } from './moves.ts';
import type { Places } from './places.ts';

/** One lane with its lists; its id is its place, because a lane's own key may be any text. */
export type DrawnLane = { id: string; lane: Lane; lists: Lists };

type Carrying = {
  view: View;
  drawn: readonly DrawnLane[];
  /** The columns of the whole board, whatever filters and lanes leave out of sight. */
  all: Lists;
  /** What is picked, in the board's order. */
  picks: readonly Picked[];
  places: Places;
  nameOf: (column: string) => string;
  onMove: OnMove;
  /** Where the moved card is to be looked for. */
  onDropped: (card: Card, column: string) => void;
  say: (text: string) => void;
};

export type Direction = 'left' | 'right' | 'up' | 'down';

/** Carries cards over the board, by mouse, finger or keys. */
export function useCarrying({ view, drawn, all, picks, places, nameOf, onMove, onDropped, say }: Carrying) {
  const { board } = useMessages();
  const [carry, show] = useState<Carry | null>(null);
  // What is in the hand now, also before it has been drawn: it may be let go at once.
  const held = useRef<Carry | null>(null);
  const setCarry = (next: Carry | null) => {
    held.current = next;
    show(next);
  };
  const byKeys = useRef(false);
  /** Whether the pointer is beside the lists: what is let go there stays where it was. */
  const isOut = useRef(false);
  const listsIn = (lane: string) => drawn.find((each) => each.id === lane)?.lists ?? null;

  /** What goes along: everything that is picked, where the card in the hand is among it. */
  function lifted(card: Card, { column, lane }: Spot, lists: Lists): Carry {
    return lift(card, column, lane, lists, isPicked(picks, card, column) ? picks : undefined);
  }

  function placeAt(carried: Carry, lists: Lists) {
    const moving = carried.picks.map(({ card }) => card.id);
    return places.behind(carried.over, aboveOf(carried, lists, all), moving);
  }

  function finish(dropped: Carry | null): void {
    held.current = null;
    byKeys.current = false;
    // The card leaves the hand in the frame in which it stands in its new place: in none between the two is it back in the old.
    // What is said of it and where the focus goes come in the same drawing.
    notifyManager.batch(() => {
      const tell = drop(dropped);
      notifyManager.schedule(() => {
        show(held.current);
        tell();
      });
    });
  }

  /** Lets go of what is in the hand; answers how the person is told what came of it. */
  function drop(dropped: Carry | null): () => void {
    const lists = dropped && listsIn(dropped.lane);
    if (!dropped || !lists) return () => undefined;
    const { card, from, over, picks: moved } = dropped;
    const { place, count } = placeAt(dropped, lists);
    const heard = onMove(moved, { column: over, above: aboveOf(dropped, lists, all) });
    const where = view.isOrdered(over) ? board.placeIn(nameOf(over), place, count) : nameOf(over);
    return () => {
      if (heard === 'moved') say(moved.length > 1 ? board.droppedTogether(moved.length, where) : board.dropped(card.name, where));
      else say(heard === 'nothing' ? board.putBack(card.name) : '');
      if (heard !== 'nothing') onDropped(card, heard === 'refused' ? from : over);
    };
  }

  function cancel(): void {
    if (held.current) say(board.putBack(held.current.card.name));
    setCarry(null);
    byKeys.current = false;
  }

  const drag = useDrag<{ card: Card; spot: Spot }>({
    onStart: ({ card, spot }) => {
      const lists = listsIn(spot.lane);
      if (lists) setCarry(lifted(card, spot, lists));
    },
    onMove: (point) => {
      const target = spotAt(point);
      isOut.current = target === null;
      const { current } = held;
      if (!current || !target) return;
      const { column: over, lane } = target;
      const index = view.isOrdered(over) ? indexAt(target.list, point.y) : 0;
      if (current.over !== over || current.lane !== lane || current.index !== index) setCarry({ ...current, over, lane, index });
    },
    onDrop: () => (isOut.current ? cancel() : finish(held.current)),
    onCancel: cancel,
  });

  function liftByKey(card: Card, spot: Spot): void {
    const lists = listsIn(spot.lane);
    if (!lists) return;
    byKeys.current = true;
    const carried = lifted(card, spot, lists);
    setCarry(carried);
    const name = nameOf(spot.column);
    say(carried.picks.length > 1 ? board.liftedTogether(carried.picks.length, name) : board.lifted(card.name, name));
  }

  /** A key while cards are carried by keys. */
  function carryByKey(key: string, direction: Direction | undefined, carried: Carry): void {
    const lists = listsIn(carried.lane);
    if (key === 'Escape') cancel();
    else if (key === ' ' || key === 'Enter') finish(carried);
    else if (direction && lists) {
      const next = step(carried, direction, lists, view);
      setCarry(next);
      const name = nameOf(next.over);
      const { place, count } = placeAt(next, lists);
      say(view.isOrdered(next.over) ? board.placeIn(name, place, count) : board.overColumn(name, (lists[next.over] ?? []).length));
    }
  }

  return { carry, isByKeys: () => byKeys.current, liftByKey, carryByKey, drag };
}

/** The list below a point on the screen. */
function spotAt({ x, y }: DragPoint): (Spot & { list: Element }) | null {
  const list = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-list]');
  const { lane, column } = list?.dataset ?? {};
  return list && lane !== undefined && column !== undefined ? { lane, column, list } : null;
}
