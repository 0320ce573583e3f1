import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';
import type { AnswerProblem } from '#shared/problems/schema.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC, useTRPCClient } from '../app/trpc.ts';
import { sendEach } from '../files/send-each.ts';
import { useLive } from '../live/live.ts';
import { useAfterAct } from '../projects/data.ts';

export type ListedProblem = inferRouterOutputs<AppRouter>['problems']['listed'][number];

/** A problem as its row shows it, on its project's page or in the list of all. */
export type ShownProblem = Omit<
  ListedProblem,
  'projectName' | 'projectUnitId' | 'projectUnitName' | 'stage' | 'standing' | 'lamp' | 'isOwnProject'
>;

/** What is not closed yet; asked for again as soon as a problem, anywhere, changes. */
export function useListedProblems() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  useLive((message) => {
    const isNews = message.type === 'hello' || (message.type === 'changes' && message.changes.some(({ entity }) => entity === 'problem'));
    if (isNews) void queryClient.invalidateQueries(trpc.problems.pathFilter());
  });
  return useQuery({ ...trpc.problems.listed.queryOptions(), placeholderData: keepPreviousData });
}

/** What acts on a problem have in common: both places that show it are read again. */
export function useAfterProblem() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const after = useAfterAct(useMessages().problems.saved);
  return {
    ...after,
    onSettled: () => Promise.all([after.onSettled(), queryClient.invalidateQueries(trpc.problems.pathFilter())]),
  };
}

/** Sends the files first, one after another, and then the answer that they belong to. */
export function useAnswerProblem() {
  const client = useTRPCClient();
  return useMutation({
    mutationFn: async ({ files, ...answer }: Omit<AnswerProblem, 'fileIds'> & { files: readonly File[] }) =>
      client.problems.answer.mutate({ ...answer, fileIds: await sendEach(files) }),
    ...useAfterProblem(),
  });
}

export function useSendBackProblem() {
  return useMutation(useTRPC().problems.sendBack.mutationOptions(useAfterProblem()));
}
