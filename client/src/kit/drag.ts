import { type PointerEvent, type RefObject, useCallback, useMemo, useRef, useState } from 'react';

/** Where the pointer is, in the window's pixels. */
export type DragPoint = { x: number; y: number };

type DragHandlers<Item> = {
  onStart: (item: Item) => void;
  onMove: (point: DragPoint) => void;
  onDrop: () => void;
  onCancel: () => void;
};

/** What the layer of a drag is given. */
export type Drag = {
  /** The press that may become a drag, the element that it carries, and where the pointer is by now; until the pointer is up. */
  pressed: RefObject<{ event: PointerEvent; element: HTMLElement; at: DragPoint } | null>;
  /** Takes up that press; there once the layer stands. */
  take: RefObject<(() => void) | null>;
  start: () => void;
  move: (point: DragPoint) => void;
  drop: () => void;
  cancel: () => void;
};

/**
 * Drags something by mouse, pen or finger: `press` goes on what is taken hold of. From the first press on, or before it
 * where the page says that one is near (`want`), the page draws a `DragLayer`, whose code nothing needs until then. A
 * finger drags only from where `touch-action: none` has kept it from scrolling.
 */
export function useDrag<Item>(handlers: DragHandlers<Item>) {
  const [isWanted, setWanted] = useState(false);
  const latest = useRef(handlers);
  latest.current = handlers;
  const item = useRef<Item | null>(null);
  const pressed: Drag['pressed'] = useRef(null);
  const take: Drag['take'] = useRef(null);
  const want = useCallback(() => setWanted(true), []);

  const press = useCallback((event: PointerEvent, of: Item, element: HTMLElement) => {
    item.current = of;
    const at: DragPoint = { x: event.clientX, y: event.clientY };
    pressed.current = { event, element, at };
    const abort = new AbortController();
    const { signal } = abort;
    // Before the library hears of it: the move that makes a drag of a press may be the only one.
    const follow = (moved: globalThis.PointerEvent) => {
      if (moved.pointerId !== event.pointerId) return;
      at.x = moved.clientX;
      at.y = moved.clientY;
    };
    const letGo = (ended: globalThis.PointerEvent) => {
      if (ended.pointerId !== event.pointerId) return;
      pressed.current = null;
      abort.abort();
    };
    window.addEventListener('pointermove', follow, { signal, capture: true });
    window.addEventListener('pointerup', letGo, { signal });
    window.addEventListener('pointercancel', letGo, { signal });
    setWanted(true);
    take.current?.();
  }, []);

  const drag = useMemo(
    (): Drag => ({
      pressed,
      take,
      start: () => item.current !== null && latest.current.onStart(item.current),
      move: (point) => latest.current.onMove(point),
      drop: () => latest.current.onDrop(),
      cancel: () => latest.current.onCancel(),
    }),
    [],
  );
  return { press, want, isWanted, drag };
}
