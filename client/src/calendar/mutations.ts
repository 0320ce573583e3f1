import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../app/trpc.ts';

/** Keeps a year; what stands there is read again also after a refusal. */
export function useSetCalendarYear() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useMutation(trpc.calendar.setYear.mutationOptions({ onSettled: () => queryClient.invalidateQueries(trpc.calendar.pathFilter()) }));
}
