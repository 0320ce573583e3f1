import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../app/trpc.ts';

/** What a step of the bulletin makes old: its page, the list, and the board's head. */
function useRefresh() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: trpc.bulletins.view.queryKey() }),
      queryClient.invalidateQueries({ queryKey: trpc.bulletins.list.queryKey() }),
    ]);
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
