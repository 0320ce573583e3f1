import { DndContext, DragOverlay, PointerSensor, useDraggable, useSensor, useSensors } from '@dnd-kit/core';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Drag } from './drag.ts';
import { pullNear } from './pull.ts';

type DragLayerProps = {
  drag: Drag;
  /** What follows the pointer. */
  children: ReactNode;
};

/** A press becomes a drag after so many pixels; less is a click with a trembling hand. */
const START_PX = 4;

/** Whoever drags says what happens in words of its own. */
const inSilence = {
  screenReaderInstructions: { draggable: '' },
  announcements: { onDragStart: nothing, onDragOver: nothing, onDragEnd: nothing, onDragCancel: nothing },
};

/**
 * The hand of the library: when a press becomes a drag, what ends it, what follows the pointer. What lies below the pointer
 * is the page's own: its lists are virtualised, so that there is nothing to be measured beforehand.
 */
export function DragLayer({ drag, children }: DragLayerProps) {
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: START_PX } }));
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  function start(): void {
    const press = drag.pressed.current;
    if (!press) return;
    const { at, event } = press;
    const pull = () => {
      if (pullNear(at)) drag.move(at);
      frame = requestAnimationFrame(pull);
    };
    let frame = requestAnimationFrame(pull);
    const abort = new AbortController();
    const onMove = (moved: PointerEvent) => moved.pointerId === event.pointerId && drag.move(at);
    window.addEventListener('pointermove', onMove, { signal: abort.signal });
    stop.current = () => {
      cancelAnimationFrame(frame);
      abort.abort();
      stop.current = null;
    };
    drag.start();
    drag.move(at);
  }

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={noCollisions}
      autoScroll={false}
      accessibility={inSilence}
      onDragStart={start}
      onDragEnd={() => {
        stop.current?.();
        drag.drop();
      }}
      onDragCancel={() => {
        stop.current?.();
        drag.cancel();
      }}
    >
      <Held drag={drag} />
      <DragOverlay dropAnimation={null} zIndex={50} style={{ pointerEvents: 'none' }}>
        {children}
      </DragOverlay>
    </DndContext>
  );
}

/** What is held: one thing to the library, whichever of thousands it is to the page. */
function Held({ drag }: Pick<DragLayerProps, 'drag'>) {
  const { setNodeRef, listeners } = useDraggable({ id: 'held' });
  useEffect(() => {
    const take = () => {
      const { current: press } = drag.pressed;
      if (!press) return;
      setNodeRef(press.element);
      listeners?.onPointerDown?.(press.event);
    };
    drag.take.current = take;
    return () => {
      drag.take.current = null;
    };
  }, [drag, setNodeRef, listeners]);
  // A press that came before the layer stood is taken up now, once.
  useEffect(() => drag.take.current?.(), [drag]);
  return null;
}

function nothing(): undefined {}

function noCollisions(): [] {
  return [];
}
