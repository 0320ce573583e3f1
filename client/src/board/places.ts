import { useMemo } from 'react';
import type { BoardHeader, Card } from '#shared/board/card.ts';
import { startTimes } from '#shared/board/entries.ts';
import { itemsOf, placeBehind } from '#shared/board/places.ts';
import type { Lists, View } from '#shared/board/view.ts';

/** Where cards stand in their whole columns, whatever filters and lanes leave out of sight. */
export type Places = {
  /** From 1; 0 in a column that sorts itself. */
  placeOf: (column: string, card: Card) => number;
  startOf: (column: string, card: Card) => string;
  /** Where cards would stand right behind another. */
  behind: (column: string, above: Card | null, moving: readonly Card['id'][]) => ReturnType<typeof placeBehind>;
};

export function usePlaces(view: View, all: Lists, { meeting }: BoardHeader): Places {
  return useMemo(() => {
    const { time, matters } = meeting;
    const ordered = view.columns.filter((column) => view.isOrdered(column));
    const items = new Map(ordered.map((column) => [column, itemsOf(column, all[column] ?? [], matters)]));
    const places = new Map(ordered.map((column) => [column, new Map(items.get(column)?.map(({ id }, at) => [id, at + 1]))]));
    const starts = startTimes(time, items.get('agenda')?.map((item) => item.minutes) ?? []);
    const placeOf = (column: string, card: Card) => places.get(column)?.get(card.id) ?? 0;
    return {
      placeOf,
      startOf: (column, card) => (column === 'agenda' ? (starts[placeOf(column, card) - 1] ?? '') : ''),
      behind: (column, above, moving) => placeBehind(items.get(column) ?? [], above?.id ?? null, moving, time),
    };
  }, [view, all, meeting]);
}
