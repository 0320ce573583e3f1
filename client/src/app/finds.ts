import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ChoiceGroup } from '../kit/choices.ts';
import { useSettled } from '../kit/settled.ts';
import { useMessages } from './language.tsx';
import { type Find, finds, nothingFound } from './search.ts';
import { useTRPC } from './trpc.ts';

/** Long enough for a syllable to be finished, too short to be noticed. */
const STILL_MS = 120;

type Finds = {
  groups: ChoiceGroup<Find>[];
  /** Whether the groups are what the text finds, and not what an earlier one found. */
  isFresh: boolean;
  error: unknown;
  /** Asks for what a text finds first, however fast it was typed. */
  first: (text: string) => Promise<Find | undefined>;
};

/** What a text finds on record; while an input method writes its half syllables nothing is asked. */
export function useFinds(text: string, isWriting: boolean): Finds {
  const messages = useMessages();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const typed = text.trim();
  const wanted = useSettled(isWriting ? null : typed, STILL_MS, '');
  const optionsOf = (words: string) => trpc.projects.search.queryOptions({ text: words }, { trpc: { abortOnUnmount: true } });
  const answer = useQuery({ ...optionsOf(wanted), enabled: wanted !== '', placeholderData: keepPreviousData });
  const found = wanted === '' || typed === '' ? nothingFound : (answer.data ?? nothingFound);
  return {
    groups: finds(found, messages),
    isFresh: wanted === typed && answer.isSuccess && !answer.isPlaceholderData,
    error: answer.error,
    first: async (words) => {
      const asked = await queryClient.fetchQuery(optionsOf(words)).catch(() => nothingFound);
      return finds(asked, messages).flatMap((group) => group.choices)[0];
    },
  };
}
