import type { DragPoint } from './drag.ts';

/** So near to its edge a scrolling area is pulled along, at most so fast. */
const EDGE_PX = 48;
const FASTEST_PX = 16;

/** How fast something is pulled along, by how near the pointer is to its edges. */
export function pullBy(at: number, low: number, high: number): number {
  const into = Math.max(0, low + EDGE_PX - at) * -1 || Math.max(0, at - (high - EDGE_PX));
  return Math.max(-FASTEST_PX, Math.min(FASTEST_PX, Math.round((into / EDGE_PX) * FASTEST_PX)));
}

/** Scrolls what lies around a point near its edge; whether anything moved. */
export function pullNear({ x, y }: DragPoint): boolean {
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
