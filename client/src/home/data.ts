import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../app/trpc.ts';
import { useLive } from '../live/live.ts';

/** What changes a home when others do it. */
const telling = new Set([
  'return',
  'project',
  'problem',
  'step',
  'decision',
  'agenda',
  'agendaRequest',
  'meeting',
  'signoff',
  'bulletin',
  'flag',
  'lamp',
  'cut',
  'ruleSet',
  'unit',
  'district',
  'import',
]);

/** What waits for the asker; asked again as soon as somebody, anywhere, changes something of it. */
export function useHome() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  useLive((message) => {
    const isNews = message.type === 'hello' || (message.type === 'changes' && message.changes.some((change) => telling.has(change.entity)));
    if (isNews) void queryClient.invalidateQueries(trpc.home.pathFilter());
  });
  return useQuery(trpc.home.waiting.queryOptions());
}
