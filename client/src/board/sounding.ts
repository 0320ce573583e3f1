import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTRPC } from '../app/trpc.ts';
import { useSettled } from '../kit/settled.ts';

/** Long enough for a syllable to be finished, too short to be noticed. */
const STILL_MS = 120;
const nothing: ReadonlySet<string> = new Set();
const asSet = (ids: readonly string[]): ReadonlySet<string> => new Set(ids);

/** The projects whose names sound like a text in letters; in Chinese nothing has to be asked. */
export function useSounding(text: string): ReadonlySet<string> {
  const typed = useSettled(text.trim(), STILL_MS, '');
  const isLetters = /^[a-z0-9'’ ]+$/i.test(typed);
  const found = useQuery({
    ...useTRPC().board.sounding.queryOptions({ text: typed }),
    enabled: isLetters,
    select: asSet,
    placeholderData: keepPreviousData,
  });
  return isLetters && text.trim() !== '' ? (found.data ?? nothing) : nothing;
}
