import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../app/trpc.ts';

/** What an import may have changed: read again, whether it was done or refused. */
function useAfterImport() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () =>
    Promise.all(
      [trpc.imports, trpc.units, trpc.projects, trpc.approvals, trpc.returns].map((touched) =>
        queryClient.invalidateQueries(touched.pathFilter()),
      ),
    );
}

export function useConfirmImport() {
  const trpc = useTRPC();
  return useMutation(trpc.imports.confirm.mutationOptions({ onSettled: useAfterImport() }));
}

export function useUndoImport() {
  const trpc = useTRPC();
  return useMutation(trpc.imports.undo.mutationOptions({ onSettled: useAfterImport() }));
}
