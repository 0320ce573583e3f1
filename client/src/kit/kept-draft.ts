import { useEffect, useState } from 'react';
import { dropDraft, keepDraft, readDraft } from './drafts.ts';

/**
 * What is typed, kept on this device under a key until the server has said yes. Without a key nothing is kept. `read`
 * takes up what an earlier visit left, if this version still understands it.
 */
export function useKeptDraft<Typed>(key: string | null, begin: Typed, read: (kept: unknown, begin: Typed) => Typed | null) {
  const [typed, put] = useState(begin);
  const [isKept, setIsKept] = useState(false);

  useEffect(() => {
    if (key === null) return;
    let isGone = false;
    void readDraft(key).then((kept) => {
      if (isGone || kept === null) return;
      put((present) => read(kept, present) ?? present);
      setIsKept(true);
    });
    return () => {
      isGone = true;
    };
  }, [key, read]);

  return {
    typed,
    /** Changes what is shown alone. */
    put,
    /** Changes it, and keeps it on the device. */
    keep: (next: Typed) => {
      put(next);
      if (key !== null) void keepDraft(key, next).then(setIsKept);
    },
    isKept,
    drop: async () => {
      setIsKept(false);
      if (key !== null) await dropDraft(key);
    },
  };
}
