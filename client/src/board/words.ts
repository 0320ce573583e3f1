import type { Card } from '#shared/board/card.ts';
import type { CycleColumn } from '#shared/board/views/cycle.ts';
import type { Day } from '#shared/kit/calendar.ts';
import { explain } from '#shared/lamps/explain.ts';
import { useMessages } from '../app/language.tsx';
import { useLanguage } from '../kit/language.ts';

/** The few characters beside a card's lamp: the worst reason, or that all is on schedule. */
export function useReason(): (card: Pick<Card, 'lamp' | 'reason'>) => string {
  const { language } = useLanguage();
  const { board } = useMessages();
  return (card) => {
    if (card.lamp === 'green') return board.onSchedule;
    return card.reason && card.lamp ? explain(card.reason, language).short : board.noReason;
  };
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
