import { useMutation } from '@tanstack/react-query';
import { useTRPC } from '../app/trpc.ts';
import { useAfterAct } from '../inspections/mutations.ts';

export function usePropose() {
  return useMutation(useTRPC().flags.propose.mutationOptions(useAfterAct()));
}

export function useProposeByRule() {
  return useMutation(useTRPC().flags.proposeByRule.mutationOptions(useAfterAct()));
}

export function useReview() {
  return useMutation(useTRPC().flags.review.mutationOptions(useAfterAct()));
}

export function useSign() {
  return useMutation(useTRPC().flags.sign.mutationOptions(useAfterAct()));
}

export function useAnnounce() {
  return useMutation(useTRPC().flags.announce.mutationOptions(useAfterAct()));
}

export function useWithdraw() {
  return useMutation(useTRPC().flags.withdraw.mutationOptions(useAfterAct()));
}
