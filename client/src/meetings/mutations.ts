import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { AnswerDecision, MoveAgendaItem, RemoveAgendaItem, UpdateAgendaItem } from '#shared/meetings/inputs.ts';
import type { AgendaItem } from '#shared/meetings/schema.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC, useTRPCClient } from '../app/trpc.ts';
import { sendEach } from '../files/send-each.ts';
import { useToast } from '../kit/Toast.tsx';
import { useLive } from '../live/live.ts';

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

type OnItem = Pick<AgendaItem, 'id' | 'version'>;

/**
 * What is done to the items of an agenda: one act after another, each on the version that the one before has left, so that
 * whoever is faster than the line is not taken for two people. A moved item is to be drawn at its new place (`moving`)
 * until the agenda has come back with it, or the server has refused it.
 */
export function useAgendaActs() {
  const { agenda } = useTRPCClient();
  const outcome = useOutcome();
  const left = useRef(new Map<string, number>());
  const [moving, setMoving] = useState<readonly MoveAgendaItem[]>([]);
  const inTurn = <Input extends OnItem>(act: (input: Input) => Promise<OnItem>) => ({
    ...outcome,
    scope: { id: 'agenda' },
    mutationFn: async (input: Input) => {
      const saved = await act({ ...input, version: Math.max(input.version, left.current.get(input.id) ?? 0) });
      left.current.set(saved.id, saved.version);
      return saved;
    },
  });
  const move = useMutation({
    ...inTurn((input: MoveAgendaItem) => agenda.move.mutate(input)),
    onMutate: (input: MoveAgendaItem) => setMoving((moves) => [...moves, input]),
    onSettled: (_saved, _error, input) => setMoving((moves) => moves.filter((one) => one !== input)),
  });
  const update = useMutation(inTurn((input: UpdateAgendaItem) => agenda.update.mutate(input)));
  const remove = useMutation(inTurn((input: RemoveAgendaItem) => agenda.remove.mutate(input)));
  return { move, moving, update, remove };
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
