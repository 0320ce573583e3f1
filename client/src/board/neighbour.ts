import type { Direction } from './carrying.ts';

/**
 * Arrow keys walk from card to card: up and down in a column, left and right to the card at the same height. Cards are of
 * any height, so it is where they lie that counts. Answers which card has the focus now; null where there is no further one.
 */
export function focusNeighbour(from: HTMLElement, direction: Direction): { id: string; column: string } | null {
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
  return best?.dataset.card && best.dataset.column ? { id: best.dataset.card, column: best.dataset.column } : null;
}
