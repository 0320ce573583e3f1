import { useCallback, useEffect, useState } from 'react';
import { z } from 'zod';
import type { Scoresheet } from '#shared/inspections/schema.ts';
import { Instant } from '#shared/kit/calendar.ts';
import { keepDraft, readDraft } from '../kit/drafts.ts';

/** What an inspector has marked at one stop and the server has not said yes to. */
export const SheetDraft = z.object({
  marks: z.record(z.string(), z.number().int().min(0).max(1000)),
  remark: z.string(),
  /** The sheet that it corrects; null is a first one. */
  version: z.number().int().positive().nullable(),
  keptAt: Instant,
  /** Handed in while there was no line: goes out by itself when it is back. */
  isWaiting: z.boolean(),
});
export type SheetDraft = z.infer<typeof SheetDraft>;

const Drafts = z.record(z.string(), SheetDraft);
export type Drafts = z.infer<typeof Drafts>;

/** An inspector's drafts of one inspection, kept on this device at every touch. `drafts` is null until they are read. */
export function useDrafts(key: string) {
  const [held, setHeld] = useState<{ key: string; drafts: Drafts } | null>(null);
  const [isKept, setKept] = useState(true);

  useEffect(() => {
    let isShown = true;
    void readDraft(key).then((stored) => {
      const read = Drafts.safeParse(stored);
      if (isShown) setHeld({ key, drafts: read.success ? read.data : {} });
    });
    return () => {
      isShown = false;
    };
  }, [key]);

  const keep = useCallback(
    (entryId: string, draft: SheetDraft) =>
      setHeld((before) => {
        const { [entryId]: _old, ...others } = before?.key === key ? before.drafts : {};
        const drafts = { ...others, [entryId]: draft };
        void keepDraft(key, drafts).then(setKept);
        return { key, drafts };
      }),
    [key],
  );

  /** The server has this draft as the sheet's version; what was typed since then stays, as a correction of it. */
  const settle = useCallback(
    (entryId: string, sent: SheetDraft, version: number) =>
      setHeld((before) => {
        if (before?.key !== key) return before;
        const { [entryId]: current, ...others } = before.drafts;
        const isSame = !current || (current.remark === sent.remark && JSON.stringify(current.marks) === JSON.stringify(sent.marks));
        const drafts = isSame ? others : { ...others, [entryId]: { ...current, version } };
        void keepDraft(key, drafts).then(setKept);
        return { key, drafts };
      }),
    [key],
  );

  return { drafts: held?.key === key ? held.drafts : null, isKept, keep, settle };
}

/** What a stop's form shows: the draft, else the sheet handed in, else nothing. */
export function formOf(
  draft: SheetDraft | undefined,
  sheet: Pick<Scoresheet, 'marks' | 'remark' | 'version'> | null,
): Pick<SheetDraft, 'marks' | 'remark' | 'version'> {
  if (draft) return draft;
  return sheet ? { marks: sheet.marks, remark: sheet.remark ?? '', version: sheet.version } : { marks: {}, remark: '', version: null };
}

/** A mark one step up or down; the first step leaves nothing or takes from the whole. In tenths of a point. */
export function stepped(mark: number | undefined, weight: number, step: 1 | -1): number {
  const from = mark ?? (step === 1 ? 0 : weight * 10);
  return Math.min(weight * 10, Math.max(0, from + step * 10));
}
