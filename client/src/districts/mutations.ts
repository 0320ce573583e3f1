import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../app/trpc.ts';

/** Saves the district; the frame shows its name, and the unit tree carries it too. */
export function useUpdateDistrict() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useMutation(
    trpc.districts.update.mutationOptions({
      onSettled: () =>
        Promise.all([
          queryClient.invalidateQueries(trpc.districts.mine.pathFilter()),
          queryClient.invalidateQueries(trpc.units.list.pathFilter()),
        ]),
    }),
  );
}
