import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../app/trpc.ts';

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

/** Sections, words and numbers of a draft; the sheet is drawn anew from what the server made of them. */
export function useCompose() {
  const trpc = useTRPC();
  const refresh = useRefresh();
  return useMutation(trpc.bulletins.compose.mutationOptions({ onSettled: refresh }));
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
