import { useCallback } from 'react';
import { useLocation, useSearch } from 'wouter';
import { addressFromQuery, addressToQuery } from '#shared/board/address.ts';
import type { BoardHeader } from '#shared/board/card.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { Preferences } from '#shared/preferences/schema.ts';
import { useKeepPreferences, usePreferences } from '../preferences/preferences.ts';

type SeriesId = Id<'meetingSeries'>;

/** Whose agenda the board shows: the address says it, else the person has kept it; null is the district's own series. */
export function seriesIn(query: string, { seriesId }: Pick<Preferences, 'seriesId'>): SeriesId | null {
  return addressFromQuery(new URLSearchParams(query)).series ?? seriesId;
}

export function useBoardSeries(): SeriesId | null {
  return seriesIn(useSearch(), usePreferences());
}

/** Shows another series' agenda; the address says so, and the person keeps it. The district's own (null) is what is as usual. */
export function useChooseSeries(): (seriesId: SeriesId | null) => void {
  const [, navigate] = useLocation();
  const query = useSearch();
  const keep = useKeepPreferences();
  return useCallback(
    (series) => {
      navigate(`/?${addressToQuery({ ...addressFromQuery(new URLSearchParams(query)), series })}`, { replace: true });
      keep({ seriesId: series });
    },
    [keep, navigate, query],
  );
}

/** What the agenda's column is called; null is the district's own series, for which the view's own word does. */
export function agendaName({ series: [_own, ...others], meeting }: BoardHeader): string | null {
  return others.find(({ id }) => id === meeting.seriesId)?.name ?? null;
}
