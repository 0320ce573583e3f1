import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ViewPlace } from '#shared/views/schema.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { useToast } from '../kit/Toast.tsx';

/** The views of a place that somebody may choose from. */
export function useViews(place: ViewPlace) {
  return useQuery(useTRPC().views.list.queryOptions({ place }, { staleTime: 5 * 60_000 }));
}

/** Keeps a view under a name, and throws one away; the list of views is read again. */
export function useViewActs(place: ViewPlace) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const { views } = useMessages();
  const onSettled = () => queryClient.invalidateQueries({ queryKey: trpc.views.list.queryKey({ place }) });
  const keep = useMutation(trpc.views.keep.mutationOptions({ onSettled, onSuccess: (view) => toast({ text: views.kept(view.name) }) }));
  const remove = useMutation(trpc.views.remove.mutationOptions({ onSettled }));
  return { keep, remove };
}
