import { type PointerEvent as ReactPointerEvent, useCallback, useEffect, useRef } from 'react';

/** Where the pointer is, in the window's pixels. */
export type DragPoint = { x: number; y: number };

type DragHandlers<Item> = {
  onStart: (item: Item) => void;
  onMove: (point: DragPoint) => void;
  onDrop: () => void;
  onCancel: () => void;
};

/** A press becomes a drag after so many pixels; less is a click with a trembling hand. */
const START_PX = 4;
/** So near to its edge a scrolling area is pulled along, at most so fast. */
const EDGE_PX = 48;
const FASTEST_PX = 16;

/**
 * Drags something by mouse, pen or finger: `press` goes on what is taken hold of, `overlay` on what follows the pointer.
 * A finger drags only from where `touch-action: none` has kept it from scrolling.
 */
export function useDrag<Item>(handlers: DragHandlers<Item>) {
  const latest = useRef(handlers);
  latest.current = handlers;
  const shown = useRef<HTMLElement | null>(null);
  const at = useRef<DragPoint>({ x: 0, y: 0 });
  const grip = useRef<DragPoint>({ x: 0, y: 0 });
  const letGo = useRef<(() => void) | null>(null);
  useEffect(() => () => letGo.current?.(), []);

  const place = useCallback(() => {
    const { x, y } = at.current;
    if (shown.current) shown.current.style.translate = `${x - grip.current.x}px ${y - grip.current.y}px`;
  }, []);
  const overlay = useCallback(
    (element: HTMLElement | null) => {
      shown.current = element;
      place();
    },
    [place],
  );

  const press = useCallback(
    (event: ReactPointerEvent, item: Item, held: Element) => {
      if (event.button !== 0 || letGo.current) return;
      const { pointerId, clientX, clientY } = event;
      const box = held.getBoundingClientRect();
      grip.current = { x: clientX - box.left, y: clientY - box.top };
      let isOn = false;
      let frame = 0;

      const pull = () => {
        if (pullNear(at.current)) latest.current.onMove(at.current);
        frame = requestAnimationFrame(pull);
      };
      const onMove = (moved: PointerEvent) => {
        if (moved.pointerId !== pointerId) return;
        at.current = { x: moved.clientX, y: moved.clientY };
        if (!isOn) {
          if (Math.hypot(moved.clientX - clientX, moved.clientY - clientY) < START_PX) return;
          isOn = true;
          document.documentElement.style.userSelect = 'none';
          window.getSelection()?.removeAllRanges();
          latest.current.onStart(item);
          frame = requestAnimationFrame(pull);
        }
        place();
        latest.current.onMove(at.current);
      };
      const finish = (isDropped: boolean) => {
        letGo.current = null;
        cancelAnimationFrame(frame);
        abort.abort();
        document.documentElement.style.userSelect = '';
        if (!isOn) return;
        // What ends a drag is no click on what lies below.
        window.addEventListener('click', swallow, { capture: true, once: true });
        setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
        if (isDropped) latest.current.onDrop();
        else latest.current.onCancel();
      };
      const abort = new AbortController();
      const { signal } = abort;
      letGo.current = () => finish(false);
      window.addEventListener('pointermove', onMove, { signal });
      window.addEventListener('pointerup', (up) => up.pointerId === pointerId && finish(true), { signal });
      window.addEventListener('pointercancel', (end) => end.pointerId === pointerId && finish(false), { signal });
      window.addEventListener('blur', () => finish(false), { signal });
      const onKey = (key: KeyboardEvent) => {
        if (key.key !== 'Escape' || !isOn) return;
        key.preventDefault();
        key.stopPropagation();
        finish(false);
      };
      window.addEventListener('keydown', onKey, { signal, capture: true });
    },
    [place],
  );
  return { press, overlay };
}

function swallow(event: MouseEvent): void {
  event.stopPropagation();
  event.preventDefault();
}

/** How fast something is pulled along, by how near the pointer is to its edges. */
export function pullBy(at: number, low: number, high: number): number {
  const into = Math.max(0, low + EDGE_PX - at) * -1 || Math.max(0, at - (high - EDGE_PX));
  return Math.max(-FASTEST_PX, Math.min(FASTEST_PX, Math.round((into / EDGE_PX) * FASTEST_PX)));
}

/** Scrolls what lies around a point near its edge; whether anything moved. */
function pullNear({ x, y }: DragPoint): boolean {
  let hasMoved = false;
  for (let area = document.elementFromPoint(x, y); area; area = area.parentElement) {
    const box = area.getBoundingClientRect();
    const style = getComputedStyle(area);
    const { scrollLeft, scrollTop } = area;
    if (area.scrollHeight > area.clientHeight && style.overflowY !== 'visible' && style.overflowY !== 'hidden')
      area.scrollTop += pullBy(y, box.top, box.bottom);
    if (area.scrollWidth > area.clientWidth && style.overflowX !== 'visible' && style.overflowX !== 'hidden')
      area.scrollLeft += pullBy(x, box.left, box.right);
    hasMoved ||= area.scrollLeft !== scrollLeft || area.scrollTop !== scrollTop;
  }
  return hasMoved;
}
