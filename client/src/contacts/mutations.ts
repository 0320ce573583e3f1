import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../app/trpc.ts';

/** A unit's people are read again also after a refusal: somebody else may have changed them. */
function useAgain() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () =>
    Promise.all([queryClient.invalidateQueries(trpc.contacts.pathFilter()), queryClient.invalidateQueries(trpc.units.pathFilter())]);
}

export function useAddContact() {
  const trpc = useTRPC();
  const onSettled = useAgain();
  return useMutation(trpc.contacts.add.mutationOptions({ onSettled }));
}

export function useUpdateContact() {
  const trpc = useTRPC();
  const onSettled = useAgain();
  return useMutation(trpc.contacts.update.mutationOptions({ onSettled }));
}

export function useRemoveContact() {
  const trpc = useTRPC();
  const onSettled = useAgain();
  return useMutation(trpc.contacts.remove.mutationOptions({ onSettled }));
}

export function useSetLeaders() {
  const trpc = useTRPC();
  const onSettled = useAgain();
  return useMutation(trpc.units.setLeaders.mutationOptions({ onSettled }));
}
