import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ComposeBulletin } from '#shared/bulletins/compose.ts';
import type { Month } from '#shared/kit/calendar.ts';
import { useTRPC, useTRPCClient } from '../app/trpc.ts';

/** What a step of the bulletin makes old: its page, what has changed since, and the list. */
function useRefresh() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries(trpc.bulletins.pathFilter());
}

/** 送核, 核稿, 签发, 退回, 印发: official, so the page waits for the server. */
export function useMoveBulletin() {
  const trpc = useTRPC();
  const refresh = useRefresh();
  return useMutation(trpc.bulletins.move.mutationOptions({ onSettled: refresh }));
}

export function useCutMonth() {
  const trpc = useTRPC();
  const refresh = useRefresh();
  return useMutation(trpc.lamps.cut.mutationOptions({ onSettled: refresh }));
}

/**
 * Sections, words and numbers of a draft; the sheet is drawn anew from what the server made of them. One change follows
 * another: words save themselves, and what is put in meanwhile goes against what they made.
 */
export function useCompose(month: Month, version: number) {
  const client = useTRPCClient();
  const refresh = useRefresh();
  const seen = useRef(version);
  useEffect(() => {
    seen.current = version;
  }, [version]);
  return useMutation({
    scope: { id: 'compose' },
    mutationFn: (change: Omit<ComposeBulletin, 'month' | 'version'>) =>
      client.bulletins.compose.mutate({ month, version: seen.current, ...change }),
    onSuccess: (saved) => {
      seen.current = saved.version;
    },
    onSettled: refresh,
  });
}

export function useSetStyle() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useMutation(
    trpc.bulletins.setStyle.mutationOptions({ onSettled: () => queryClient.invalidateQueries(trpc.bulletins.pathFilter()) }),
  );
}

export function useSetCosigners() {
  return useMutation(useTRPC().bulletins.setCosigners.mutationOptions({ onSettled: useRefresh() }));
}

/** A unit's word in 会签. */
export function useCosign() {
  return useMutation(useTRPC().bulletins.cosign.mutationOptions({ onSettled: useRefresh() }));
}
