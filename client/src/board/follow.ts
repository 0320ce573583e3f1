import { useCallback, useEffect, useState } from 'react';
import type { Card } from '#shared/board/card.ts';

type Followed = { id: Card['id']; column: string };

/**
 * Keeps the focus with a card that was moved: in its new column it is another element, and without this the focus would
 * fall back to the top of the page. It lets go as soon as the person does something else. `drawn` changes whenever the
 * cards are drawn anew.
 */
export function useFollow(drawn: unknown) {
  const [followed, setFollowed] = useState<Followed | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the cards are looked for when they have been drawn anew
  useEffect(() => {
    if (!followed) return;
    const { id, column } = followed;
    const places = [...document.querySelectorAll<HTMLElement>(`[data-card="${id}"]`)];
    const { activeElement } = document;
    const isOurs = activeElement === null || activeElement === document.body || places.some((place) => place === activeElement);
    const place = places.find((each) => each.dataset.column === column) ?? places[0];
    if (isOurs && place && place !== activeElement) place.focus();
  }, [drawn, followed]);
  const follow = useCallback((card: Card, column: string) => setFollowed({ id: card.id, column }), []);
  const letGo = useCallback(() => setFollowed(null), []);
  return { followed, follow, letGo };
}
