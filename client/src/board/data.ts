import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useLayoutEffect } from 'react';
import type { BoardDelta, BoardSnapshot, Card } from '#shared/board/card.ts';
import { type BoardWire, fromWire, SEQ_HEADER } from '#shared/board/wire.ts';
import { useTRPC, useTRPCClient } from '../app/trpc.ts';
import { useFollowed } from '../live/followed.ts';
import { useMotion } from './motion.ts';

/** The board that was sent last, as it came: asked for again it need not come again. */
let last: { etag: string; wire: BoardWire } | null = null;

async function fetchBoard({ signal }: { signal: AbortSignal }): Promise<BoardSnapshot> {
  const headers: HeadersInit = last ? { 'if-none-match': last.etag } : {};
  const response = await fetch('/board/snapshot', { signal, headers, cache: 'no-store' });
  const seq = Number(response.headers.get(SEQ_HEADER));
  if (response.status === 304 && last) return fromWire(last.wire, seq);
  // In the shape of every other failed call, so that the page explains it in the same words.
  if (!response.ok) throw await response.json().catch(() => ({ data: { requestId: null } }));
  const wire: BoardWire = await response.json();
  last = { etag: response.headers.get('etag') ?? '', wire };
  return fromWire(wire, seq);
}

/** The board under the key of its procedure, fetched from the route that keeps it packed. */
export function boardQuery(trpc: ReturnType<typeof useTRPC>) {
  return {
    queryKey: trpc.board.snapshot.queryKey(),
    queryFn: fetchBoard,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  };
}

/** The board as this browser holds it: loaded once, then patched by sequence number. */
export function useBoard() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const options = boardQuery(trpc);
  const { watch, play } = useMotion();
  const board = useQuery({
    ...options,
    queryFn: async (asked) => {
      const snapshot = await fetchBoard(asked);
      watch();
      return snapshot;
    },
  });
  const takeIn = (before: BoardSnapshot, delta: BoardDelta) => {
    watch();
    return merge(before, delta);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the cards are looked for when they have been drawn anew
  useLayoutEffect(play, [board.data]);
  useFollowed({ queryKey: options.queryKey, loadedSeq: board.data?.seq, ask: (seq) => client.board.since.query({ seq }), merge: takeIn });
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
