import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../app/trpc.ts';

/** The tree is read again also after a refusal: somebody else may have changed it. */
function useTreeAgain() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries(trpc.units.list.pathFilter());
}

export function useCreateUnit() {
  const trpc = useTRPC();
  const onSettled = useTreeAgain();
  return useMutation(trpc.units.create.mutationOptions({ onSettled }));
}

export function useUpdateUnit() {
  const trpc = useTRPC();
  const onSettled = useTreeAgain();
  return useMutation(trpc.units.update.mutationOptions({ onSettled }));
}
