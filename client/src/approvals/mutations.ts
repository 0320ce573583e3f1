import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { useAfterAct } from '../projects/data.ts';

/** What the acts on steps have in common: the page and all plans are read again. */
function useAfterStep(said: string) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const after = useAfterAct(said);
  return {
    ...after,
    onSettled: () => Promise.all([after.onSettled(), queryClient.invalidateQueries(trpc.approvals.pathFilter())]),
  };
}

export function useTell() {
  return useMutation(useTRPC().approvals.tell.mutationOptions(useAfterStep(useMessages().approvals.saved)));
}

export function useTakeBack() {
  return useMutation(useTRPC().approvals.takeBack.mutationOptions(useAfterStep(useMessages().approvals.tookBack)));
}

export function useSetTerms() {
  return useMutation(useTRPC().approvals.setTerms.mutationOptions(useAfterStep(useMessages().approvals.saved)));
}

export function useCreateStep() {
  return useMutation(useTRPC().approvals.create.mutationOptions(useAfterStep(useMessages().approvals.saved)));
}

export function useUpdateStep() {
  return useMutation(useTRPC().approvals.update.mutationOptions(useAfterStep(useMessages().approvals.saved)));
}

export function useFromTemplate() {
  return useMutation(useTRPC().approvals.fromTemplate.mutationOptions(useAfterStep(useMessages().approvals.listed)));
}

export function useKeepTemplate() {
  return useMutation(useTRPC().approvals.keepTemplate.mutationOptions(useAfterStep(useMessages().approvals.templateKept)));
}
