import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { movedBehind } from '#shared/meetings/agenda.ts';
import type { AnswerDecision } from '#shared/meetings/inputs.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC, useTRPCClient } from '../app/trpc.ts';
import { sendEach } from '../files/send-each.ts';
import { useToast } from '../kit/Toast.tsx';
import { useLive } from '../live/live.ts';
import type { MeetingData } from './MeetingPage.tsx';

/** What a meeting's page, its console and the screen are drawn from. */
const drawnFrom = new Set([
  'meeting',
  'meetingSeries',
  'agenda',
  'agendaRequest',
  'decision',
  'remark',
  'attachment',
  'return',
  'problem',
  'step',
  'registration',
  'lamp',
  'project',
  'yearPlan',
  'cut',
  'district',
  'ruleSet',
  'wordings',
  'display',
]);

export function useRefreshMeetings(): () => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useCallback(async () => {
    await Promise.all([
      queryClient.invalidateQueries(trpc.meetings.pathFilter()),
      queryClient.invalidateQueries(trpc.decisions.pathFilter()),
      queryClient.invalidateQueries(trpc.agenda.pathFilter()),
      queryClient.invalidateQueries(trpc.series.pathFilter()),
    ]);
  }, [queryClient, trpc]);
}

/** Asks again when somebody, anywhere, changed what these pages show. */
export function useMeetingNews(): void {
  const refresh = useRefreshMeetings();
  useLive((message) => {
    const isNews =
      message.type === 'hello' || (message.type === 'changes' && message.changes.some((change) => drawnFrom.has(change.entity)));
    if (isNews) void refresh();
  });
}

/** After every act the pages are asked for again; a refusal is said in words and nothing else happens. */
function useOutcome() {
  const refresh = useRefreshMeetings();
  const messages = useMessages();
  const toast = useToast();
  return {
    onSuccess: () => refresh(),
    onError: (error: unknown) => {
      toast({ tone: 'failure', text: errorSentence(error, messages) });
      void refresh();
    },
  };
}

export function useAddToAgenda() {
  return useMutation(useTRPC().agenda.add.mutationOptions(useOutcome()));
}

export function useAddAllToAgenda() {
  return useMutation(useTRPC().agenda.addAll.mutationOptions(useOutcome()));
}

export function useDeclineRequest() {
  return useMutation(useTRPC().agenda.decline.mutationOptions({ onSuccess: useRefreshMeetings() }));
}

/** Asking changes nothing that the asker's page shows. */
export function useAskForAgenda() {
  return useMutation(useTRPC().agenda.ask.mutationOptions());
}

export function useSetItemNote() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useMutation(trpc.agenda.note.mutationOptions({ onSettled: () => queryClient.invalidateQueries(trpc.agenda.own.pathFilter()) }));
}

export function useCreateSeries() {
  return useMutation(useTRPC().series.create.mutationOptions({ onSuccess: useRefreshMeetings() }));
}

export function useUpdateSeries() {
  return useMutation(useTRPC().series.update.mutationOptions({ onSettled: useRefreshMeetings() }));
}

export function useCloseSeries() {
  return useMutation(useTRPC().series.close.mutationOptions({ onSettled: useRefreshMeetings() }));
}

export function useReopenSeries() {
  return useMutation(useTRPC().series.reopen.mutationOptions(useOutcome()));
}

export function useSetAgendaRules() {
  return useMutation(useTRPC().series.setRules.mutationOptions({ onSuccess: useRefreshMeetings() }));
}

/** The item stands at its new place at once; what the server refuses goes back with the next answer. */
export function useMoveAgendaItem() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useMutation(
    trpc.agenda.move.mutationOptions({
      ...useOutcome(),
      onMutate: ({ id, after }) => {
        for (const filter of [trpc.meetings.current.pathFilter(), trpc.meetings.get.pathFilter()])
          queryClient.setQueriesData<MeetingData>(filter, (data) => data && { ...data, items: movedBehind(data.items, id, after) });
      },
    }),
  );
}

export function useUpdateAgendaItem() {
  return useMutation(useTRPC().agenda.update.mutationOptions(useOutcome()));
}

export function useRemoveAgendaItem() {
  return useMutation(useTRPC().agenda.remove.mutationOptions(useOutcome()));
}

export function useUpdateMeeting() {
  return useMutation(useTRPC().meetings.update.mutationOptions(useOutcome()));
}

export function useOpenMeeting() {
  return useMutation(useTRPC().meetings.open.mutationOptions(useOutcome()));
}

export function useCloseMeeting() {
  return useMutation(useTRPC().meetings.close.mutationOptions(useOutcome()));
}

export function useReopenMeeting() {
  return useMutation(useTRPC().meetings.reopen.mutationOptions(useOutcome()));
}

export function useSetWords() {
  return useMutation(useTRPC().meetings.setWords.mutationOptions(useOutcome()));
}

export function useMakeDecision() {
  return useMutation(useTRPC().decisions.make.mutationOptions(useOutcome()));
}

export function useUpdateDecision() {
  return useMutation(useTRPC().decisions.update.mutationOptions(useOutcome()));
}

export function useRemoveDecision() {
  return useMutation(useTRPC().decisions.remove.mutationOptions(useOutcome()));
}

export function useMarkDecisionDone() {
  return useMutation(useTRPC().decisions.markDone.mutationOptions(useOutcome()));
}

export function useReopenDecision() {
  return useMutation(useTRPC().decisions.reopen.mutationOptions(useOutcome()));
}

export function useSendBackDecision() {
  return useMutation(useTRPC().decisions.sendBack.mutationOptions(useOutcome()));
}

/** Sends the files first, one after another, and then the answer that they belong to. */
export function useAnswerDecision() {
  const client = useTRPCClient();
  return useMutation({
    mutationFn: async ({ files, ...answer }: Omit<AnswerDecision, 'fileIds'> & { files: readonly File[] }) => {
      return client.decisions.answer.mutate({ ...answer, fileIds: await sendEach(files) });
    },
    ...useOutcome(),
  });
}

/** 议定用语: the form itself says what became of it. */
export function useSetWordings() {
  const trpc = useTRPC();
  const refresh = useRefreshMeetings();
  return useMutation(trpc.decisions.setWordings.mutationOptions({ onSettled: refresh }));
}
