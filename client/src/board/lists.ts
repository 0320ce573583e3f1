import { useMemo, useRef } from 'react';
import type { Card } from '#shared/board/card.ts';
import { type Lists, listsOf, type View } from '#shared/board/view.ts';
import { oncePer } from '#shared/kit/collections.ts';

/** What a list of cards came to in the views that it was seen in. */
const seenIn = oncePer((_cards: readonly Card[]) => new Map<View, Lists>());

/** The cards of a view, column by column, worked out once for a list of cards; from what they were `before` where that is given. */
export function listsNow(cards: readonly Card[], view: View, before?: { cards: readonly Card[]; lists: Lists }): Lists {
  const lists = seenIn(cards).get(view) ?? listsOf(cards, view, before);
  seenIn(cards).set(view, lists);
  return lists;
}

/** The cards of a view, column by column; a column in which nothing has changed stays the same list. */
export function useLists(cards: readonly Card[], view: View): Lists {
  const last = useRef<{ cards: readonly Card[]; view: View; lists: Lists }>(null);
  return useMemo(() => {
    const lists = listsNow(cards, view, last.current?.view === view ? last.current : undefined);
    last.current = { cards, view, lists };
    return lists;
  }, [cards, view]);
}
