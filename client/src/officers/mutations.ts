import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../app/trpc.ts';

/** Names who carries a project; the list of returns is sorted by it. */
export function useSetOfficer() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useMutation(
    trpc.officers.set.mutationOptions({
      onSettled: () =>
        Promise.all([
          queryClient.invalidateQueries(trpc.officers.pathFilter()),
          queryClient.invalidateQueries(trpc.returns.pathFilter()),
          queryClient.invalidateQueries(trpc.projects.history.pathFilter()),
        ]),
    }),
  );
}

/** Hands an officer's work over; with it an account may have been closed. */
export function useHandOver() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useMutation(
    trpc.officers.handOver.mutationOptions({
      onSettled: () =>
        Promise.all([
          queryClient.invalidateQueries(trpc.officers.pathFilter()),
          queryClient.invalidateQueries(trpc.accounts.list.pathFilter()),
        ]),
    }),
  );
}
