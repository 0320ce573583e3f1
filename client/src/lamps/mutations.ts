import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../app/trpc.ts';

/** Adopts a rule set: every provisional lamp is another one from then on. */
export function useAdoptRules() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useMutation(
    trpc.lamps.adopt.mutationOptions({
      onSuccess: () =>
        Promise.all([
          queryClient.invalidateQueries(trpc.lamps.pathFilter()),
          queryClient.invalidateQueries(trpc.board.pathFilter()),
          queryClient.invalidateQueries(trpc.bulletins.pathFilter()),
        ]),
    }),
  );
}
