import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { LiveMessage } from '#shared/live/schema.ts';
import type { SubmitReturn } from '#shared/returns/schema.ts';
import { useTRPC } from '../app/trpc.ts';
import { bytesOf, saveFile, XLSX } from '../kit/download.ts';
import { useLive } from '../live/live.ts';
import * as outbox from '../outbox/queue.ts';

/** Asks again for whatever shows returns. */
function useAskAgain() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  // Not waited for: without a line the answer never comes, and the act would seem to be still under way.
  return () => {
    void queryClient.invalidateQueries(trpc.returns.pathFilter());
    void queryClient.invalidateQueries(trpc.home.pathFilter());
  };
}

/** What changes a form, a list or the week itself when others do it. */
const telling = new Set([
  'return',
  'project',
  'yearPlan',
  'problem',
  'step',
  'decision',
  'meeting',
  'cut',
  'lamp',
  'district',
  'unit',
  'import',
]);

/** Keeps lists and forms true while others work, and after the line was down. */
export function useFreshReturns(): void {
  const askAgain = useAskAgain();
  const latest = useRef(askAgain);
  latest.current = askAgain;
  // What waited has been sent, perhaps while another page was open.
  useEffect(() => outbox.onSent(() => latest.current()), []);
  useLive((message: LiveMessage) => {
    if (message.type === 'hello') askAgain();
    if (message.type === 'changes' && message.changes.some((change) => telling.has(change.entity))) askAgain();
  });
}

/** Offline, the library would hold an act back in silence; it is tried, fails, and the page says so. */
const networkMode = 'always';

/**
 * Sends a return. Official, so nothing is shown as sent before the server has said so: without a line it waits on this
 * device and says that it waits; a lost race shows the newer one.
 */
export function useSubmit(actorId: string) {
  const askAgain = useAskAgain();
  return useMutation({
    networkMode,
    mutationFn: ({ input, name }: { input: SubmitReturn; name: string }) => outbox.act({ actorId, name, act: { kind: 'return', input } }),
    onSettled: askAgain,
  });
}

/** The week's forms as a workbook, which the browser keeps. */
export function useReturnWorkbook() {
  const trpc = useTRPC();
  return useMutation(
    trpc.returns.workbook.mutationOptions({
      networkMode,
      onSuccess: ({ fileName, base64 }) => saveFile(fileName, bytesOf(base64), XLSX),
    }),
  );
}

/** 填报台账 as a workbook, which the browser keeps. */
export function usePunctualityExport() {
  const trpc = useTRPC();
  return useMutation(
    trpc.punctuality.export.mutationOptions({
      networkMode,
      onSuccess: ({ fileName, base64 }) => saveFile(fileName, bytesOf(base64), XLSX),
    }),
  );
}

export function useAccept() {
  const trpc = useTRPC();
  const askAgain = useAskAgain();
  return useMutation(trpc.returns.accept.mutationOptions({ networkMode, onSettled: askAgain }));
}

export function useSendBack() {
  const trpc = useTRPC();
  const askAgain = useAskAgain();
  return useMutation(trpc.returns.sendBack.mutationOptions({ networkMode, onSettled: askAgain }));
}

/** 催报: the units' officers hear of it among their notices. */
export function useChase() {
  const trpc = useTRPC();
  const askAgain = useAskAgain();
  return useMutation(trpc.returns.chase.mutationOptions({ networkMode, onSettled: askAgain }));
}
