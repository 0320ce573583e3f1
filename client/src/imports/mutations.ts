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

/** Reads the file again as a person says. */
export function useCorrectImport() {
  const trpc = useTRPC();
  return useMutation(trpc.imports.correct.mutationOptions({ onSettled: useAfterReading() }));
}

export function useForgetMapping() {
  const trpc = useTRPC();
  return useMutation(trpc.imports.forget.mutationOptions({ onSettled: useAfterReading() }));
}

/** Waited for, so that the page is busy until it shows the new reading. */
function useAfterReading() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries(trpc.imports.pathFilter());
}
