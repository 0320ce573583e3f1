import { useQuery } from '@tanstack/react-query';
import type { LedgerDelta, LedgerName, LedgerSnapshot } from '#shared/ledgers/records.ts';
import { useTRPC, useTRPCClient } from '../app/trpc.ts';
import { useFollowed } from '../live/followed.ts';

/** A ledger as this browser holds it: loaded once, then patched by sequence number. */
export function useLedger(ledger: LedgerName) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const snapshot = useQuery(
    trpc.ledgers.rows.queryOptions({ ledger }, { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false }),
  );
  useFollowed({
    queryKey: trpc.ledgers.rows.queryKey({ ledger }),
    loadedSeq: snapshot.data?.seq,
    ask: (seq) => client.ledgers.since.query({ ledger, seq }),
    merge,
  });
  return snapshot;
}

/** The ledger after a delta: what has not changed stays the same object, so that its row is not drawn again. */
export function merge(before: LedgerSnapshot, { touched, records, ...now }: LedgerDelta): LedgerSnapshot {
  if (now.seq < before.seq) return before;
  if (touched.length === 0) return { ...now, records: before.records };
  const projects = new Set(touched);
  return { ...now, records: [...before.records.filter((record) => !projects.has(record.project.projectId)), ...records] };
}
