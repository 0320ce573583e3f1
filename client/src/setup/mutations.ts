import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../app/trpc.ts';

export function useCompleteSetup() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useMutation(trpc.setup.complete.mutationOptions({ onSettled: () => queryClient.invalidateQueries(trpc.setup.pathFilter()) }));
}
