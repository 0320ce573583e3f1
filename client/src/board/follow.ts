import { useCallback, useEffect, useRef } from 'react';
import type { Card } from '#shared/board/card.ts';
import type { CycleColumn } from '#shared/board/cycle.ts';
import type { Lists } from './carry.ts';

/**
 * Keeps the focus with a card that was carried by keys: in its new column it is another element, and without this the
 * focus would fall back to the top of the page. It lets go as soon as the person does something else.
 */
export function useFollow(lists: Lists): { follow: (card: Card, column: CycleColumn) => void; letGo: () => void } {
  const followed = useRef<{ id: Card['id']; column: CycleColumn } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the cards are looked for when they have been drawn anew
  useEffect(() => {
    if (!followed.current) return;
    const { id, column } = followed.current;
    const places = [...document.querySelectorAll<HTMLElement>(`[data-card="${id}"]`)];
    const { activeElement } = document;
    const isOurs = activeElement === document.body || places.some((place) => place === activeElement);
    if (isOurs) (places.find((place) => place.dataset.column === column) ?? places[0])?.focus();
  }, [lists]);
  const follow = useCallback((card: Card, column: CycleColumn) => {
    followed.current = { id: card.id, column };
  }, []);
  const letGo = useCallback(() => {
    followed.current = null;
  }, []);
  return { follow, letGo };
}
