import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../app/trpc.ts';

/** Read again also after a refusal: somebody else may have been quicker. */
function useAgain() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return { onSettled: () => queryClient.invalidateQueries(trpc.channels.pathFilter()) };
}

export function useSetChannel() {
  return useMutation(useTRPC().channels.set.mutationOptions(useAgain()));
}

export function useTestChannel() {
  return useMutation(useTRPC().channels.test.mutationOptions());
}

export function useRetryDispatch() {
  return useMutation(useTRPC().channels.retry.mutationOptions(useAgain()));
}
