import { useQuery } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';
import { idOf } from '#shared/kit/ids.ts';
import { useTRPC } from '../app/trpc.ts';

export type Preview = inferRouterOutputs<AppRouter>['imports']['preview'];
export type PreviewRow = Preview['rows'][number];
export type RecentImport = inferRouterOutputs<AppRouter>['imports']['list'][number];

const BatchId = idOf('importBatch');

/** The preview of the batch that the address names; nothing is asked for where it names none. */
export function usePreview(batch: string | null) {
  const trpc = useTRPC();
  const id = BatchId.safeParse(batch);
  const query = useQuery({
    ...trpc.imports.preview.queryOptions({ id: id.data ?? BatchId.parse(`imp_${'0'.repeat(32)}`) }),
    enabled: id.success,
    // What was compared stays as it was read; where the record moves on, confirming says so.
    staleTime: Number.POSITIVE_INFINITY,
  });
  return { ...query, data: id.success ? query.data : undefined };
}

/** The latest imports of the district. */
export function useRecentImports() {
  const trpc = useTRPC();
  return useQuery(trpc.imports.list.queryOptions());
}
