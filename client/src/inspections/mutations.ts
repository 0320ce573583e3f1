import { useMutation, useQueryClient } from '@tanstack/react-query';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { useToast } from '../kit/Toast.tsx';
import { useLive } from '../live/live.ts';

/** What each act on inspections and flags does when it is done or refused: everything of them is read again. */
export function useAfterAct() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const messages = useMessages();
  const toast = useToast();
  return {
    onSettled: () =>
      Promise.all([queryClient.invalidateQueries(trpc.inspections.pathFilter()), queryClient.invalidateQueries(trpc.flags.pathFilter())]),
    onError: (error: unknown) => toast({ tone: 'failure', text: errorSentence(error, messages) }),
  };
}

const heard = new Set(['inspection', 'entry', 'scoresheet', 'flag']);

/** Follows what others do to the inspection while a page of it is shown. */
export function useInspectionNews(): void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  useLive((message) => {
    // A hello after a gap may have missed changes, so it counts as one.
    const isNews = message.type === 'hello' || (message.type === 'changes' && message.changes.some((change) => heard.has(change.entity)));
    if (!isNews) return;
    for (const filter of [trpc.inspections.pathFilter(), trpc.flags.pathFilter(), trpc.scoresheets.pathFilter()])
      void queryClient.invalidateQueries(filter);
  });
}

export function usePlan() {
  return useMutation(useTRPC().inspections.plan.mutationOptions(useAfterAct()));
}

export function useOpenScoring() {
  return useMutation(useTRPC().inspections.open.mutationOptions(useAfterAct()));
}

export function useCloseScoring() {
  return useMutation(useTRPC().inspections.close.mutationOptions(useAfterAct()));
}

export function useAddStop() {
  return useMutation(useTRPC().inspections.addStop.mutationOptions(useAfterAct()));
}

export function useMoveStop() {
  return useMutation(useTRPC().inspections.moveStop.mutationOptions(useAfterAct()));
}

export function useRemoveStop() {
  return useMutation(useTRPC().inspections.removeStop.mutationOptions(useAfterAct()));
}

export function useSetGroup() {
  return useMutation(useTRPC().inspections.setGroup.mutationOptions(useAfterAct()));
}
