import type { Card } from '#shared/board/card.ts';
import { toldLamp } from '#shared/board/told.ts';
import type { CycleColumn } from '#shared/board/views/cycle.ts';
import type { Day } from '#shared/kit/calendar.ts';
import { lampText } from '#shared/lamps/explain.ts';
import { useMessages } from '../app/language.tsx';
import { useLanguage } from '../kit/language.ts';

/** The few characters beside a card's lamp: why it is so, or that all is on schedule. */
export function useReason(): (card: Pick<Card, 'lamp' | 'reason' | 'overrideReason'>) => string {
  const { language } = useLanguage();
  const { board } = useMessages();
  return (card) => lampText(toldLamp(card), language) ?? (card.lamp === 'green' ? board.onSchedule : board.noReason);
}

/** The last six digits of a project's code, by which people name it to each other. */
export function codeTail(card: Card): string {
  return card.code?.slice(-6) ?? `#${card.key}`;
}

/** A day in a table or on a card: 10-29. */
export function shortDay(day: Day): string {
  return day.slice(5);
}

/** Where else a card is entered, for the badge on its week card. */
export function useEntries(): (card: Card, shownIn: CycleColumn) => string[] {
  const { board } = useMessages();
  return (card, shownIn) => {
    const entries: [CycleColumn, boolean, string][] = [
      ['praise', card.nomination?.kind === 'praise', board.onPraise],
      ['criticise', card.nomination?.kind === 'criticise', board.onCriticise],
      ['route', Boolean(card.entry?.routeKey), board.onRoute],
      ['red', card.flag?.colour === 'red', board.onRed],
      ['black', card.flag?.colour === 'black', board.onBlack],
    ];
    return entries.filter(([column, isEntered]) => isEntered && column !== shownIn).map(([, , text]) => text);
  };
}
