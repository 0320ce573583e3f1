import { useCallback, useEffect, useRef } from 'react';
import type { Card } from '#shared/board/card.ts';

/**
 * Keeps the focus with a card that was carried by keys: in its new column it is another element, and without this the
 * focus would fall back to the top of the page. It lets go as soon as the person does something else. `drawn` changes
 * whenever the cards are drawn anew.
 */
export function useFollow(drawn: unknown): { follow: (card: Card, column: string) => void; letGo: () => void } {
  const followed = useRef<{ id: Card['id']; column: string } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the cards are looked for when they have been drawn anew
  useEffect(() => {
    if (!followed.current) return;
    const { id, column } = followed.current;
    const places = [...document.querySelectorAll<HTMLElement>(`[data-card="${id}"]`)];
    const { activeElement } = document;
    const isOurs = activeElement === document.body || places.some((place) => place === activeElement);
    if (isOurs) (places.find((place) => place.dataset.column === column) ?? places[0])?.focus();
  }, [drawn]);
  const follow = useCallback((card: Card, column: string) => {
    followed.current = { id: card.id, column };
  }, []);
  const letGo = useCallback(() => {
    followed.current = null;
  }, []);
  return { follow, letGo };
}
