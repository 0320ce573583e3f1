import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import type { BoardDelta, BoardSnapshot, Card } from '#shared/board/card.ts';
import { useTRPC, useTRPCClient } from '../app/trpc.ts';
import { lastHeardSeq, useLive } from '../live/live.ts';

/**
 * The board as this browser holds it: loaded once, then patched by sequence number. A change heard live and a
 * connection that comes back ask the same question: what has changed since?
 */
export function useBoard() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const queryKey = trpc.board.snapshot.queryKey();
  const board = useQuery(trpc.board.snapshot.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false }));
  const isAsking = useRef(false);
  const wanted = useRef(0);

  const catchUp = useCallback(
    async (seq: number) => {
      wanted.current = Math.max(wanted.current, seq);
      if (isAsking.current) return;
      isAsking.current = true;
      try {
        for (;;) {
          const held = queryClient.getQueryData(queryKey);
          if (!held || held.seq >= wanted.current) return;
          const delta = await client.board.since.query({ seq: held.seq });
          if ('isStale' in delta) {
            await queryClient.invalidateQueries({ queryKey });
            return;
          }
          queryClient.setQueryData(queryKey, (before) => before && merge(before, delta));
        }
      } catch {
        // The line is down or the session has ended; the stream's next hello asks again.
      } finally {
        isAsking.current = false;
      }
    },
    [client, queryClient, queryKey],
  );

  useLive((message) => {
    if (message.type !== 'screen') void catchUp(message.seq);
  });

  // News that came while the first load was under way waits here for it; so does what came while another page was open.
  const loadedSeq = board.data?.seq;
  useEffect(() => {
    const latest = Math.max(wanted.current, lastHeardSeq());
    if (loadedSeq !== undefined && loadedSeq < latest) void catchUp(latest);
  }, [loadedSeq, catchUp]);

  return board;
}

/** The board after a delta: what has not changed stays the same object, so that its card is not drawn again. */
export function merge(before: BoardSnapshot, delta: BoardDelta): BoardSnapshot {
  if (delta.seq < before.seq) return before;
  const fresh = new Map(delta.cards.map((card) => [card.id, card]));
  const gone = new Set(delta.gone);
  const known = new Set(before.cards.map((card) => card.id));
  const kept = before.cards.filter((card) => !gone.has(card.id)).map((card) => fresh.get(card.id) ?? card);
  const added = delta.cards.filter((card) => !known.has(card.id));
  return { seq: delta.seq, header: delta.header, cards: added.length ? [...kept, ...added] : kept };
}

/** Replaces one card in the board that this browser holds. */
export function usePatchCard() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useCallback(
    (id: Card['id'], patch: (card: Card, cards: readonly Card[]) => Card): void => {
      queryClient.setQueryData(
        trpc.board.snapshot.queryKey(),
        (before) => before && { ...before, cards: before.cards.map((card) => (card.id === id ? patch(card, before.cards) : card)) },
      );
    },
    [queryClient, trpc],
  );
}
