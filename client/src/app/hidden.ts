import { hashKey, useQueryClient } from '@tanstack/react-query';
import { useLive } from '../live/live.ts';
import { useTRPC } from './trpc.ts';

/**
 * What no page shows hears no news: with every change it is marked as old, and asked for again when its page is opened.
 * The board is left out: it is long, and catches up by its sequence number.
 */
export function useOldWhileHidden(): void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [board] = trpc.board.snapshot.queryKey();
  useLive((message) => {
    if (message.type !== 'changes') return;
    void queryClient.invalidateQueries({
      type: 'inactive',
      refetchType: 'none',
      predicate: ({ queryKey: [path] }) => hashKey([path]) !== hashKey([board]),
    });
  });
}
