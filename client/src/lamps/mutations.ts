import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../app/trpc.ts';

/** What another lamp changes: the rules' own pages, cards, projects and the draft of the bulletin. */
function useRefresh(): () => Promise<unknown> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () =>
    Promise.all(
      [trpc.lamps, trpc.board, trpc.bulletins, trpc.projects].map((branch) => queryClient.invalidateQueries(branch.pathFilter())),
    );
}

/** Works out which lamps would turn; writes nothing. */
export function useTrial() {
  return useMutation(useTRPC().lamps.tryRules.mutationOptions());
}

/** Adopts a rule set: every provisional lamp is another one from then on. */
export function useAdoptRules() {
  return useMutation(useTRPC().lamps.adopt.mutationOptions({ onSuccess: useRefresh() }));
}

/** Rates units or tasks no more. */
export function useRetireRules() {
  return useMutation(useTRPC().lamps.retire.mutationOptions({ onSuccess: useRefresh() }));
}

/** Takes a dimension of a project out of the count, with who approved it and why. */
export function useExempt() {
  return useMutation(useTRPC().lamps.exempt.mutationOptions({ onSuccess: useRefresh() }));
}

/** Gives the rule its word again. */
export function useWithdrawExemption() {
  return useMutation(useTRPC().lamps.withdrawExemption.mutationOptions({ onSuccess: useRefresh() }));
}
