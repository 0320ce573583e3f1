import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { chosen, usualPreferences } from '#shared/preferences/rules.ts';
import type { KeepPreferences, Preferences } from '#shared/preferences/schema.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC, useTRPCClient } from '../app/trpc.ts';
import { useToast } from '../kit/Toast.tsx';

type Choice = Omit<KeepPreferences, 'version'>;

/** How the person signed in likes to work; it comes along with the session. */
export function usePreferences(): Preferences {
  const { data } = useQuery(useTRPC().auth.me.queryOptions(undefined, { staleTime: 5 * 60_000 }));
  return data?.preferences ?? usualPreferences;
}

/** Keeps a choice: it holds at once, and goes with the person to every other browser. */
export function useKeepPreferences(): (choice: Choice) => void {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const messages = useMessages();
  const toast = useToast();
  const queryKey = trpc.auth.me.queryKey();
  const put = useCallback(
    (change: (before: Preferences) => Preferences) =>
      queryClient.setQueryData(queryKey, (me) => me && { ...me, preferences: change(me.preferences) }),
    [queryClient, queryKey],
  );
  const { mutate } = useMutation({
    // One after another, each on the version that the one before has left.
    scope: { id: 'preferences' },
    mutationFn: (choice: Choice) =>
      client.preferences.keep.mutate({ ...choice, version: queryClient.getQueryData(queryKey)?.preferences.version ?? 0 }),
    onMutate: (choice: Choice) => put((before) => chosen(before, { ...choice, version: before.version })),
    onSuccess: ({ version }) => put((before) => ({ ...before, version })),
    onError: (error) => {
      toast({ tone: 'failure', text: errorSentence(error, messages) });
      void queryClient.invalidateQueries({ queryKey });
    },
  });
  return mutate;
}
