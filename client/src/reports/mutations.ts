import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { idOf } from '#shared/kit/ids.ts';
import { errorSentence, failureOf } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { useToast } from '../kit/Toast.tsx';
import { useLive } from '../live/live.ts';

/** What these pages are drawn from: as long as it is a draft, a report is written from the records of the moment. */
const drawnFrom = new Set([
  'report',
  'project',
  'return',
  'step',
  'problem',
  'decision',
  'remark',
  'yearPlan',
  'lamp',
  'ruleSet',
  'bulletin',
]);

function useRefresh() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () => Promise.all([trpc.reports, trpc.documents].map((shown) => queryClient.invalidateQueries(shown.pathFilter())));
}

/** Asks again when somebody, anywhere, changed what these pages show. */
export function useReportNews(): void {
  const refresh = useRefresh();
  useLive((message) => {
    const isNews =
      message.type === 'hello' || (message.type === 'changes' && message.changes.some((change) => drawnFrom.has(change.entity)));
    if (isNews) void refresh();
  });
}

/** Begins a draft and leads to it; where one is in hand already, to that one. */
export function useBeginReport() {
  const messages = useMessages();
  const toast = useToast();
  const refresh = useRefresh();
  const [, navigate] = useLocation();
  return useMutation(
    useTRPC().reports.begin.mutationOptions({
      onSuccess: ({ id }) => navigate(`/reports/${id}`),
      onError: (error) => {
        const failure = failureOf(error);
        const inHand = failure?.details.reason === 'report-in-hand' ? idOf('report').safeParse(failure.details.id).data : null;
        if (inHand) navigate(`/reports/${inHand}`);
        toast(inHand ? { text: messages.reports.inHand } : { tone: 'failure', text: errorSentence(error, messages) });
      },
      onSettled: refresh,
    }),
  );
}

export function useComposeReport() {
  const refresh = useRefresh();
  return useMutation(useTRPC().reports.compose.mutationOptions({ onSettled: refresh }));
}

/** 印发: official, so the page waits for the server. */
export function useIssueReport() {
  const refresh = useRefresh();
  return useMutation(useTRPC().reports.issue.mutationOptions({ onSettled: refresh }));
}

export function useWithdrawReport() {
  const refresh = useRefresh();
  return useMutation(useTRPC().reports.withdraw.mutationOptions({ onSettled: refresh }));
}

export function useDiscardReport() {
  const refresh = useRefresh();
  return useMutation(useTRPC().reports.discard.mutationOptions({ onSettled: refresh }));
}
