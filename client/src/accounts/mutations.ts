import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../app/trpc.ts';

/** The list is read again also after a refusal: somebody else may have changed it. */
function useListAgain() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries(trpc.accounts.list.pathFilter());
}

export function useCreateAccount() {
  const trpc = useTRPC();
  const onSettled = useListAgain();
  return useMutation(trpc.accounts.create.mutationOptions({ onSettled }));
}

export function useUpdateAccount() {
  const trpc = useTRPC();
  const onSettled = useListAgain();
  return useMutation(trpc.accounts.update.mutationOptions({ onSettled }));
}

export function useResetPassword() {
  const trpc = useTRPC();
  const onSettled = useListAgain();
  return useMutation(trpc.accounts.resetPassword.mutationOptions({ onSettled }));
}

/** Reads a filled list; nothing is written by it. */
export function useReadAccountList() {
  const trpc = useTRPC();
  return useMutation(trpc.accounts.readList.mutationOptions());
}

export function useCreateListedAccounts() {
  const trpc = useTRPC();
  const onSettled = useListAgain();
  return useMutation(trpc.accounts.createListed.mutationOptions({ onSettled }));
}
