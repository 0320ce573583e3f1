import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { BoardDelta, BoardSnapshot, Card } from '#shared/board/card.ts';
import { useTRPC, useTRPCClient } from '../app/trpc.ts';
import { useFollowed } from '../live/followed.ts';

/** The board as this browser holds it: loaded once, then patched by sequence number. */
export function useBoard() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryKey = trpc.board.snapshot.queryKey();
  const board = useQuery(trpc.board.snapshot.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false }));
  useFollowed({ queryKey, loadedSeq: board.data?.seq, ask: (seq) => client.board.since.query({ seq }), merge });
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
