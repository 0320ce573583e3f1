import { type MouseEvent, type PointerEvent, useRef } from 'react';

const LONG_MS = 500;
/** A finger that rests still trembles by so many pixels. */
const TREMBLE = 10;

/** A finger that rests on something. What follows it is no press any more, and no menu of the browser. */
export function useLongPress(onLong: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const from = useRef<{ x: number; y: number } | null>(null);
  const isLong = useRef(false);
  const end = () => {
    clearTimeout(timer.current);
    from.current = null;
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      isLong.current = false;
      if (event.pointerType !== 'touch' || (event.target instanceof Element && event.target.closest('button, [data-handle]'))) return;
      from.current = { x: event.clientX, y: event.clientY };
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        isLong.current = true;
        onLong();
      }, LONG_MS);
    },
    onPointerMove: ({ clientX, clientY }: PointerEvent) => {
      const start = from.current;
      if (start && Math.hypot(clientX - start.x, clientY - start.y) > TREMBLE) end();
    },
    onPointerUp: end,
    onPointerCancel: end,
    onContextMenu: (event: MouseEvent) => {
      if (from.current || isLong.current) event.preventDefault();
    },
    onClickCapture: (event: MouseEvent) => {
      if (!isLong.current) return;
      isLong.current = false;
      event.stopPropagation();
      event.preventDefault();
    },
  };
}
