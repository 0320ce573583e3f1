import { useMutation } from '@tanstack/react-query';
import { useTRPC } from '../app/trpc.ts';
import { useAfterAct } from '../projects/data.ts';

/** A leader's own remark on a project. */
export function useWriteRemark(done: string) {
  return useMutation(useTRPC().remarks.write.mutationOptions(useAfterAct(done)));
}

/** What a leader says in the meeting, taken down by the office. */
export function useTakeDownRemark(done: string) {
  return useMutation(useTRPC().remarks.takeDown.mutationOptions(useAfterAct(done)));
}

export function useRemoveRemark(done: string) {
  return useMutation(useTRPC().remarks.remove.mutationOptions(useAfterAct(done)));
}
