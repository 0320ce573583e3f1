import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { SubmitScoresheet } from '#shared/inspections/schema.ts';
import type { Id } from '#shared/kit/ids.ts';
import { errorSentence, failureOf } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { useToast } from '../kit/Toast.tsx';
import { useLine } from '../live/live.ts';
import type { Drafts, SheetDraft, useDrafts } from './drafts.ts';

type Drafted = Pick<ReturnType<typeof useDrafts>, 'keep' | 'settle'>;

/** A draft as the server takes it. */
export function sheetOf(entryId: Id<'entry'>, draft: Pick<SheetDraft, 'marks' | 'remark' | 'version'>): SubmitScoresheet {
  const remark = draft.remark.trim();
  return { entryId, marks: draft.marks, remark: remark === '' ? null : remark, version: draft.version };
}

/** Hands sheets in. A draft goes only when the server has said yes; without a line it waits on this device. */
export function useSubmit({ keep, settle }: Drafted) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const messages = useMessages();
  const toast = useToast();
  const text = messages.inspections.score;
  const refresh = () => queryClient.invalidateQueries(trpc.scoresheets.pathFilter());
  // Without `always` a phone in a dead spot would keep the sheet in memory, where a closed tab loses it. It is under way
  // until the page shows it as handed in: a second press in between would hand it in once more.
  const submit = useMutation(trpc.scoresheets.submit.mutationOptions({ networkMode: 'always', onSuccess: refresh }));

  // A second press may come before the page has been drawn with the button shut.
  const underWay = useRef(new Set<Id<'entry'>>());

  async function send(entryId: Id<'entry'>, draft: SheetDraft): Promise<'sent' | 'waiting' | 'refused' | 'under-way'> {
    if (underWay.current.has(entryId)) return 'under-way';
    underWay.current.add(entryId);
    try {
      const saved = await submit.mutateAsync(sheetOf(entryId, draft));
      settle(entryId, draft, saved.version);
      return 'sent';
    } catch (error) {
      const failure = failureOf(error);
      if (failure === null) {
        keep(entryId, { ...draft, isWaiting: true });
        return 'waiting';
      }
      const newer = failure.code === 'CONFLICT' ? versionIn(failure.details.newer) : null;
      keep(entryId, { ...draft, isWaiting: false, version: newer ?? draft.version });
      toast({ tone: 'failure', text: newer ? text.conflict : errorSentence(error, messages) });
      await refresh();
      return 'refused';
    } finally {
      underWay.current.delete(entryId);
    }
  }
  return { send, isPending: submit.isPending };
}

function versionIn(newer: unknown): number | null {
  return typeof newer === 'object' && newer !== null && 'version' in newer && typeof newer.version === 'number' ? newer.version : null;
}

/** A line that is up for the stream may still be too thin for a sheet: what waits is tried again this often. */
const AGAIN_MS = 10_000;

/** Sends what waits, one after another: when the line comes up, and again until the server has said yes or no. */
export function useResend(
  drafts: Drafts | null,
  entryIds: readonly Id<'entry'>[],
  send: (entryId: Id<'entry'>, draft: SheetDraft) => Promise<unknown>,
): void {
  const line = useLine();
  const isSending = useRef(false);
  const waiting = entryIds.filter((id) => drafts?.[id]?.isWaiting);
  const latest = useRef({ drafts, waiting, send });
  latest.current = { drafts, waiting, send };
  const hasWaiting = waiting.length > 0;
  useEffect(() => {
    if (!hasWaiting) return;
    async function sendAll(): Promise<void> {
      if (isSending.current) return;
      isSending.current = true;
      const now = latest.current;
      for (const id of now.waiting) {
        const draft = now.drafts?.[id];
        if (draft && (await now.send(id, draft)) === 'waiting') break;
      }
      isSending.current = false;
    }
    const again = () => void sendAll();
    if (line.isUp) again();
    const timer = setInterval(again, AGAIN_MS);
    window.addEventListener('online', again);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [line.isUp, hasWaiting]);
}
