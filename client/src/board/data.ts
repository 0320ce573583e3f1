import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLayoutEffect, useMemo } from 'react';
import type { BoardDelta, BoardSnapshot, Card } from '#shared/board/card.ts';
import { type BoardWire, boardPath, fromWire, SEQ_HEADER } from '#shared/board/wire.ts';
import type { Id } from '#shared/kit/ids.ts';
import { useTRPC, useTRPCClient } from '../app/trpc.ts';
import { useFollowed } from '../live/followed.ts';
import { useMotion } from './motion.ts';
import { useBoardSeries } from './series.ts';

/** The board that was sent last, as it came: asked for again it need not come again. */
let last: { etag: string; wire: BoardWire } | null = null;

type SeriesId = Id<'meetingSeries'> | null;

async function fetchBoard(seriesId: SeriesId, { signal }: { signal: AbortSignal }): Promise<BoardSnapshot> {
  const headers: HeadersInit = last ? { 'if-none-match': last.etag } : {};
  const response = await fetch(boardPath(seriesId), { signal, headers, cache: 'no-store' });
  const seq = Number(response.headers.get(SEQ_HEADER));
  if (response.status === 304 && last) return fromWire(last.wire, seq);
  // In the shape of every other failed call, so that the page explains it in the same words.
  if (!response.ok) throw await response.json().catch(() => ({ data: { requestId: null } }));
  const wire: BoardWire = await response.json();
  last = { etag: response.headers.get('etag') ?? '', wire };
  return fromWire(wire, seq);
}

/** The board under the key of its procedure, fetched from the route that keeps it packed; with which series' agenda. */
export function boardQuery(trpc: ReturnType<typeof useTRPC>, seriesId: SeriesId = null) {
  return {
    queryKey: trpc.board.snapshot.queryKey(seriesId ? { seriesId } : undefined),
    queryFn: (asked: { signal: AbortSignal }) => fetchBoard(seriesId, asked),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    // What has not changed is the same object by itself: thousands of cards need not be compared for it.
    structuralSharing: false,
  };
}

/** The board as this browser holds it: loaded once, then patched by sequence number. */
export function useBoard() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const seriesId = useBoardSeries();
  const options = boardQuery(trpc, seriesId);
  const { watch, play } = useMotion();
  const board = useQuery({
    ...options,
    queryFn: async (asked) => {
      const snapshot = await options.queryFn(asked);
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
  // What somebody has kept may not be what is shown: a series that has closed is none.
  const shown = board.data?.header.meeting.seriesId;
  const ask = (seq: number) => client.board.since.query({ seq, ...(shown ? { seriesId: shown } : {}) });
  useFollowed({ queryKey: options.queryKey, loadedSeq: board.data?.seq, ask, merge: takeIn });
  return board;
}

/** The board after a delta: what has not changed stays the same object, so that its card is not drawn again. */
export function merge(before: BoardSnapshot, delta: BoardDelta): BoardSnapshot {
  if (delta.seq < before.seq) return before;
  const fresh = new Map(delta.cards.map((card) => [card.id, card]));
  const gone = new Set(delta.gone);
  const cards: Card[] = [];
  for (const card of before.cards) {
    if (!gone.has(card.id)) cards.push(fresh.get(card.id) ?? card);
    fresh.delete(card.id);
  }
  cards.push(...fresh.values());
  return { seq: delta.seq, header: delta.header, cards };
}

/** The cards that this browser holds, as they are at a moment, and how one of them is replaced. */
export function useHeldCards() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const seriesId = useBoardSeries();
  return useMemo(() => {
    const { queryKey } = boardQuery(trpc, seriesId);
    return {
      cards: (): readonly Card[] => queryClient.getQueryData(queryKey)?.cards ?? [],
      patch: (id: Card['id'], patch: (card: Card, cards: readonly Card[]) => Card): void => {
        queryClient.setQueryData(
          queryKey,
          (before) => before && { ...before, cards: before.cards.map((card) => (card.id === id ? patch(card, before.cards) : card)) },
        );
      },
    };
  }, [queryClient, seriesId, trpc]);
}
