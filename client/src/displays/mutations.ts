import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../app/trpc.ts';

export function useCreateDisplay() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useMutation(
    trpc.displays.create.mutationOptions({ onSuccess: () => queryClient.invalidateQueries(trpc.displays.list.pathFilter()) }),
  );
}

export function useSetDisplaySeries() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useMutation(
    trpc.displays.setSeries.mutationOptions({ onSettled: () => queryClient.invalidateQueries(trpc.displays.list.pathFilter()) }),
  );
}

export function useRevokeDisplay() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useMutation(
    trpc.displays.revoke.mutationOptions({ onSuccess: () => queryClient.invalidateQueries(trpc.displays.list.pathFilter()) }),
  );
}
