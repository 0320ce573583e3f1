import { type KeyboardEvent, useRef, useState } from 'react';
import { inOrder, movedBehind } from '#shared/meetings/agenda.ts';
import { useMessages } from '../app/language.tsx';
import { type DragPoint, useDrag } from '../kit/drag.ts';
import { useToast } from '../kit/Toast.tsx';
import type { MeetingData } from './MeetingPage.tsx';
import { useAgendaActs } from './mutations.ts';

export type Item = MeetingData['items'][number];
/** What is in the hand, and the place where it would be let go, from 0. */
type Held = { id: Item['id']; to: number; byKeys: boolean };
export type Ordering = ReturnType<typeof useOrdering>;

/** The order of an agenda: by drag, by keys or at a word. The list is drawn as it would be if the hand let go now. */
export function useOrdering(items: readonly Item[]) {
  const { meetings } = useMessages();
  const toast = useToast();
  const { move, moving, update, remove } = useAgendaActs();
  const [held, show] = useState<Held | null>(null);
  const hand = useRef<Held | null>(null);
  const [said, say] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const ordered = inOrder(moving.reduce((placed, { id, after }) => movedBehind(placed, id, after), [...items]));

  function hold(next: Held | null): void {
    hand.current = next;
    show(next);
  }

  function othersOf(id: Item['id']): Item[] {
    return ordered.filter((item) => item.id !== id);
  }

  /** Moves an item to a place, which can be taken back. */
  function moveTo(item: Item, to: number): void {
    const from = ordered.indexOf(item);
    const others = othersOf(item.id);
    const place = Math.min(Math.max(0, to), others.length);
    if (place === from) return;
    const text = meetings.movedTo(item.title, place + 1, ordered.length);
    const back = others[from - 1]?.id ?? null;
    say(text);
    // What the server refuses is said where it is refused; then there is nothing to take back.
    const moved = move.mutateAsync({ id: item.id, after: others[place - 1]?.id ?? null, version: item.version }).catch(() => null);
    const undo = async () => {
      const done = await moved;
      if (done) move.mutate({ id: item.id, after: back, version: done.version });
    };
    toast({ text, undo: () => void undo() });
  }

  function letGo(): void {
    const { current } = hand;
    hold(null);
    const item = ordered.find(({ id }) => id === current?.id);
    if (current && item) moveTo(item, current.to);
  }

  function putBack(): void {
    const item = ordered.find(({ id }) => id === hand.current?.id);
    if (item) say(meetings.putBack(item.title));
    hold(null);
  }

  const drag = useDrag<Item>({
    onStart: (item) => hold({ id: item.id, to: ordered.indexOf(item), byKeys: false }),
    onMove: ({ y }: DragPoint) => {
      const { current } = hand;
      if (!current || !list.current) return;
      const others = [...list.current.children].filter((row) => row.getAttribute('data-item') !== current.id);
      const to = others.filter((row) => middleOf(row) < y).length;
      if (to !== current.to) hold({ ...current, to });
    },
    onDrop: letGo,
    onCancel: putBack,
  });

  /** Space takes up and puts down, arrows carry, Escape puts back. */
  function onKey(event: KeyboardEvent, item: Item): void {
    const { current } = hand;
    const isHeld = current?.id === item.id;
    if (event.key === ' ') {
      event.preventDefault();
      if (isHeld) letGo();
      else takeUp(item);
      return;
    }
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (!isHeld || (event.key !== 'Escape' && step === 0)) return;
    event.preventDefault();
    event.stopPropagation();
    if (step === 0) putBack();
    else carry(current, step);
  }

  function takeUp(item: Item): void {
    hold({ id: item.id, to: ordered.indexOf(item), byKeys: true });
    say(meetings.held(item.title));
  }

  function carry(from: Held, step: number): void {
    const to = Math.min(Math.max(0, from.to + step), ordered.length - 1);
    hold({ ...from, to });
    say(meetings.heldAt(to + 1, ordered.length));
  }

  const drawn = held ? withHeld(ordered, held) : ordered;
  return { drawn, held, list, said, drag, onKey, moveTo, putBack, update, remove, count: ordered.length };
}

function withHeld(ordered: readonly Item[], held: Held): Item[] {
  const item = ordered.find(({ id }) => id === held.id);
  const others = ordered.filter(({ id }) => id !== held.id);
  return item ? others.toSpliced(held.to, 0, item) : others;
}

function middleOf(row: Element): number {
  const { top, height } = row.getBoundingClientRect();
  return top + height / 2;
}
