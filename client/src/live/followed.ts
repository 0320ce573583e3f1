import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { lastHeardSeq, useLive } from './live.ts';

/** How something that was loaded whole is kept up: what to ask for the changes since a number, and how to take them in. */
type Following<Snapshot, Delta> = {
  queryKey: QueryKey;
  loadedSeq: number | undefined;
  ask: (seq: number) => Promise<Delta | { seq: number; isStale: true }>;
  merge: (before: Snapshot, delta: Delta) => Snapshot;
};

/**
 * Keeps a snapshot up by sequence number. A change heard live and a connection that comes back ask the same question:
 * what has changed since?
 */
export function useFollowed<Snapshot extends { seq: number }, Delta extends { seq: number }>(given: Following<Snapshot, Delta>): void {
  const queryClient = useQueryClient();
  const latest = useRef(given);
  latest.current = given;
  const isAsking = useRef(false);
  const wanted = useRef(0);

  const catchUp = useCallback(
    async (seq: number) => {
      wanted.current = Math.max(wanted.current, seq);
      if (isAsking.current) return;
      isAsking.current = true;
      try {
        for (;;) {
          const { queryKey, ask, merge } = latest.current;
          const held = queryClient.getQueryData<Snapshot>(queryKey);
          if (!held || held.seq >= wanted.current) return;
          const delta = await ask(held.seq);
          if ('isStale' in delta) {
            await queryClient.invalidateQueries({ queryKey });
            return;
          }
          queryClient.setQueryData<Snapshot>(queryKey, (before) => before && merge(before, delta));
        }
      } catch {
        // The line is down or the session has ended; the stream's next hello asks again.
      } finally {
        isAsking.current = false;
      }
    },
    [queryClient],
  );

  useLive((message) => {
    if ('seq' in message) void catchUp(message.seq);
  });

  // News that came while the first load was under way waits here for it; so does what came while another page was open.
  const { loadedSeq } = given;
  useEffect(() => {
    const heard = Math.max(wanted.current, lastHeardSeq());
    if (loadedSeq !== undefined && loadedSeq < heard) void catchUp(heard);
  }, [loadedSeq, catchUp]);
}
