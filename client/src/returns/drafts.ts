import { useEffect, useState } from 'react';
import type { Instant } from '#shared/kit/calendar.ts';
import type { SubmitReturn, WeeklyReturn } from '#shared/returns/schema.ts';
import { dropDraft, keepDraft, readDraft } from '../kit/drafts.ts';
import { Draft, saysTheSame, withoutSettled } from './form.ts';

/** How far the present words are safe on this device. */
export type Kept = { at: Instant } | 'refused' | null;

const keyOf = (actorId: string, projectId: string) => `return:${actorId}:${projectId}`;

/** What waited has been sent: its draft is done with; words that were typed since then are a change of what is kept now. */
export async function settleDraft(actorId: string, sent: SubmitReturn, kept: Pick<WeeklyReturn, 'version'>): Promise<void> {
  const key = keyOf(actorId, sent.projectId);
  const draft = Draft.safeParse(await readDraft(key)).data;
  if (!draft || draft.week !== sent.week) return;
  if (saysTheSame(draft.typed, sent)) await dropDraft(key);
  else await keepDraft(key, { ...draft, version: kept.version, typed: withoutSettled(draft.typed, sent) });
}

/** The draft of one person's form for one project; undefined until this device has been asked. */
export function useDraft(actorId: string, projectId: string) {
  const key = keyOf(actorId, projectId);
  const [found, setFound] = useState<Draft | null | undefined>(undefined);
  const [kept, setKept] = useState<Kept>(null);
  useEffect(() => {
    let isHere = true;
    void readDraft(key).then((draft) => {
      if (isHere) setFound(Draft.safeParse(draft).data ?? null);
    });
    return () => {
      isHere = false;
    };
  }, [key]);
  return {
    found,
    kept,
    keep: async (draft: Draft) => setKept((await keepDraft(key, draft)) ? { at: draft.savedAt } : 'refused'),
    drop: async () => {
      await dropDraft(key);
      setKept(null);
    },
  };
}
