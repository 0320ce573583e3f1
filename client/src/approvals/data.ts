import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';
import type { JointBehind } from '#shared/approvals/joint.ts';
import type { Assumption } from '#shared/approvals/plan.ts';
import type { TemplateKind } from '#shared/approvals/templates.ts';
import type { Id } from '#shared/kit/ids.ts';
import { useTRPC } from '../app/trpc.ts';
import { useLive } from '../live/live.ts';

export type PlanView = inferRouterOutputs<AppRouter>['approvals']['plan'];
export type PlanRow = PlanView['steps'][number];
export type WaitingRow = inferRouterOutputs<AppRouter>['approvals']['waiting'][number];
export type JointRow = inferRouterOutputs<AppRouter>['approvals']['jointRows'][number];
export type TemplateView = inferRouterOutputs<AppRouter>['approvals']['template'];

/** Asks again for what pages of approvals show as soon as a step of the project given, or of any, changes. */
function useFreshSteps(projectId: Id<'project'> | null): void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  useLive((message) => {
    const isOurs = (change: { projectId: string | null; entity: string }) =>
      change.entity === 'step' && (projectId === null || change.projectId === projectId);
    const isNews = message.type === 'hello' || (message.type === 'changes' && message.changes.some(isOurs));
    if (isNews) void queryClient.invalidateQueries(trpc.approvals.pathFilter());
  });
}

/** A project's steps as a plan; what was shown stays while another assumption is asked for. */
export function usePlan(projectId: Id<'project'>, assumed: Assumption<Id<'approvalStep'>> | null) {
  useFreshSteps(projectId);
  return useQuery({ ...useTRPC().approvals.plan.queryOptions({ projectId, assumed }), placeholderData: keepPreviousData });
}

export function useWaiting(agencyId: Id<'unit'> | null) {
  useFreshSteps(null);
  return useQuery({ ...useTRPC().approvals.waiting.queryOptions({ agencyId }), placeholderData: keepPreviousData });
}

export function useJoint() {
  useFreshSteps(null);
  return useQuery(useTRPC().approvals.joint.queryOptions());
}

export function useJointRows(behind: JointBehind) {
  useFreshSteps(null);
  return useQuery(useTRPC().approvals.jointRows.queryOptions(behind));
}

export function useTemplate(kind: TemplateKind) {
  return useQuery(useTRPC().approvals.template.queryOptions({ kind }));
}
