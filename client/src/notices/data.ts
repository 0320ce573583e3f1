import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';
import type { LiveMessage } from '#shared/live/schema.ts';
import { useTRPC } from '../app/trpc.ts';
import { useLive } from '../live/live.ts';

export type NoticeRow = inferRouterOutputs<AppRouter>['notices']['list']['items'][number];

/** How many notices wait; asked again after an act that may leave one, and after reading in another window. */
export function useUnread(accountId: string): number {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data } = useQuery(trpc.notices.unread.queryOptions());
  useLive((message) => {
    if (isNews(message, accountId)) void queryClient.invalidateQueries(trpc.notices.pathFilter());
  });
  return data?.count ?? 0;
}

function isNews(message: LiveMessage, accountId: string): boolean {
  if (message.type !== 'changes') return message.type === 'hello';
  return message.changes.some(({ isTold, action, entityId }) => isTold || (action === 'notice.read' && entityId === accountId));
}

/** The notices page by page, the newest first. */
export function useNotices(unreadOnly: boolean) {
  const trpc = useTRPC();
  return useInfiniteQuery(trpc.notices.list.infiniteQueryOptions({ unreadOnly }, { getNextPageParam: (page) => page.next }));
}

function useListAgain() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries(trpc.notices.pathFilter());
}

export function useMarkRead() {
  const trpc = useTRPC();
  const onSettled = useListAgain();
  return useMutation(trpc.notices.markRead.mutationOptions({ onSettled }));
}

export function useMarkAllRead() {
  const trpc = useTRPC();
  const onSettled = useListAgain();
  return useMutation(trpc.notices.markAllRead.mutationOptions({ onSettled }));
}
