import { useEffect, useState } from 'react';
import type { Instant } from '#shared/kit/calendar.ts';
import { dropDraft, keepDraft, readDraft } from '../kit/drafts.ts';
import { Draft } from './form.ts';

/** How far the present words are safe on this device. */
export type Kept = { at: Instant } | 'refused' | null;

/** The draft of one person's form for one project; undefined until this device has been asked. */
export function useDraft(actorId: string, projectId: string) {
  const key = `return:${actorId}:${projectId}`;
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
