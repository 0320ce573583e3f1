import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { useEffect } from 'react';
import type { AppRouter } from '#server/router.ts';
import type { PhotosOf } from '#shared/photos/schema.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { useToast } from '../kit/Toast.tsx';
import { useLive } from '../live/live.ts';
import * as outbox from '../outbox/queue.ts';

export type ListedPhoto = inferRouterOutputs<AppRouter>['photos']['list'][number];

/** The photos of a week's return or of a visit, kept true while others add to them. */
export function usePhotos(of: PhotosOf) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const filter = trpc.photos.pathFilter();
  useLive((message) => {
    const isOurs =
      message.type === 'changes' && message.changes.some((change) => change.entity === 'attachment' && change.projectId === of.projectId);
    if (message.type === 'hello' || isOurs) void queryClient.invalidateQueries(filter);
  });
  useEffect(() => outbox.onSent(() => void queryClient.invalidateQueries(filter)), [queryClient, filter]);
  return useQuery(trpc.photos.list.queryOptions(of));
}

export function useRemovePhoto() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const { photos } = useMessages();
  return useMutation(
    trpc.attachments.remove.mutationOptions({
      onSuccess: () => toast({ text: photos.removed }),
      onSettled: () => queryClient.invalidateQueries(trpc.photos.pathFilter()),
    }),
  );
}
