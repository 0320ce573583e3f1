import { useMemo, useRef } from 'react';
import type { Card } from '#shared/board/card.ts';
import { type Lists, listsOf, type View } from '#shared/board/view.ts';

/** The cards of a view, column by column; a column in which nothing has changed stays the same list. */
export function useLists(cards: readonly Card[], view: View): Lists {
  const last = useRef<{ cards: readonly Card[]; view: View; lists: Lists }>(null);
  return useMemo(() => {
    const lists = listsOf(cards, view, last.current?.view === view ? last.current : undefined);
    last.current = { cards, view, lists };
    return lists;
  }, [cards, view]);
}
