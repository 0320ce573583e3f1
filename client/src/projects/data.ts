import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';
import { type Id, idOf } from '#shared/kit/ids.ts';
import { errorSentence, failureOf } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { useToast } from '../kit/Toast.tsx';
import { useLive } from '../live/live.ts';

export type ProjectView = inferRouterOutputs<AppRouter>['projects']['page'];
export type CarryRow = inferRouterOutputs<AppRouter>['projects']['carryPreview'][number];
export type MergePreview = inferRouterOutputs<AppRouter>['projects']['mergePreview'];
export type HistoryRow = inferRouterOutputs<AppRouter>['projects']['history'][number];

/** A project's page; asked for again as soon as somebody, anywhere, changes something of it. */
export function useProjectView(id: Id<'project'> | null) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  useLive((message) => {
    const isOurs = (change: { projectId: string | null; entity: string; entityId: string }) =>
      change.projectId === id || change.entityId === id || change.entity === 'cut';
    const isNews = message.type === 'hello' || (message.type === 'changes' && message.changes.some(isOurs));
    if (isNews) void queryClient.invalidateQueries(trpc.projects.pathFilter());
  });
  return useQuery({ ...trpc.projects.page.queryOptions({ id: id ?? noProject }), enabled: id !== null });
}

/** Stands where the address names no project; it is never asked for. */
const noProject = idOf('project').parse(`prj_${'0'.repeat(32)}`);

/** What the acts of a project's page have in common: what they say when done, and that the page is read again. */
export function useAfterAct(done: string) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  return {
    onSuccess: () => toast({ text: done }),
    onSettled: () => Promise.all([trpc.projects, trpc.board, trpc.home].map((shown) => queryClient.invalidateQueries(shown.pathFilter()))),
  };
}

export function useCreateProject() {
  return useMutation(useTRPC().projects.create.mutationOptions(useAfterAct(useMessages().projects.created)));
}

export function useUpdateProject() {
  return useMutation(useTRPC().projects.update.mutationOptions(useAfterAct(useMessages().projects.saved)));
}

/** Moves a stage under the name of a request; whoever can take it back by that name says themselves that it is done. */
export function useMoveStage(requestId: string, onMoved?: (requestId: string) => void) {
  const after = useAfterAct(useMessages().projects.moved);
  const told = onMoved ? { onSuccess: () => onMoved(requestId) } : {};
  return useMutation(useTRPC().projects.moveStage.mutationOptions({ ...after, ...told, trpc: { context: { requestId } } }));
}

export function useSetStanding() {
  return useMutation(useTRPC().projects.setStanding.mutationOptions(useAfterAct(useMessages().projects.saved)));
}

export function useMergeProjects() {
  return useMutation(useTRPC().projects.merge.mutationOptions(useAfterAct(useMessages().projects.merge.done)));
}

export function useSetTaskForce() {
  return useMutation(useTRPC().projects.setTaskForce.mutationOptions(useAfterAct(useMessages().projects.taskForce.saved)));
}

/** The list with what each project would bring into a year. */
export function useCarryPreview(year: number) {
  return useQuery(useTRPC().projects.carryPreview.queryOptions({ year }));
}

export function useCarryOver() {
  const { carry } = useMessages().projects;
  const toast = useToast();
  const after = useAfterAct(carry.title);
  return useMutation(
    useTRPC().projects.carryOver.mutationOptions({ ...after, onSuccess: ({ carried }) => toast({ text: carry.done(carried) }) }),
  );
}

/** Puts the project at the end of the coming meeting's agenda; a refusal is said in words, but a full agenda asks for a word why. */
export function useListForMeeting(onFull: () => void) {
  const messages = useMessages();
  const toast = useToast();
  const after = useAfterAct(messages.projects.listed);
  return useMutation(
    useTRPC().agenda.add.mutationOptions({
      ...after,
      onError: (error, { overLimitReason }) => {
        if (!overLimitReason && failureOf(error)?.details.reason === 'agenda-full') onFull();
        else toast({ tone: 'failure', text: errorSentence(error, messages) });
      },
    }),
  );
}

export function useSetYearPlan() {
  return useMutation(useTRPC().projects.setYearPlan.mutationOptions(useAfterAct(useMessages().projects.saved)));
}

export function useApproveYearPlan() {
  return useMutation(useTRPC().projects.approveYearPlan.mutationOptions(useAfterAct(useMessages().projects.plan.approved)));
}

/** An error of an act in words, to stand in its dialog; null while there is none. */
export function useFailureText(error: unknown): string | null {
  const messages = useMessages();
  return error ? errorSentence(error, messages) : null;
}
