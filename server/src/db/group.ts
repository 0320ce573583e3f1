import { CompiledQuery } from 'kysely';
import type { Write } from './open.ts';
import type { Database, Tx } from './tables.ts';

/** Who came later than this waits for the next commit, so that the first of a group is not kept waiting by the last. */
const LONGEST_MS = 20;

const SAVEPOINT = CompiledQuery.raw('savepoint act');
const RELEASE = CompiledQuery.raw('release act');
const ROLLBACK = CompiledQuery.raw('rollback to act');

/** An act that waits for its turn: what it does, and how its asker hears what became of it. */
type Waiting = { run: (tx: Tx) => Promise<() => void>; fail: (error: unknown) => void };

/**
 * Group commit, for a database that one process alone writes: acts that come at once share one transaction, and so one
 * wait for the disk. Each stands or falls by itself; whose act stands hears so when it is on the disk, and no sooner.
 */
export function groupCommit(db: Database): Write {
  const waiting: Waiting[] = [];
  let isUnderWay = false;
  return (act) =>
    new Promise((resolve, reject) => {
      waiting.push({
        run: async (tx) => {
          const result = await act(tx);
          return () => resolve(result);
        },
        fail: reject,
      });
      if (isUnderWay) return;
      isUnderWay = true;
      // What the same turn of the event loop brings comes along.
      setImmediate(() => void work());
    });

  async function work(): Promise<void> {
    for (let first = waiting.shift(); first; first = waiting.shift()) await commit(first);
    isUnderWay = false;
  }

  async function commit(first: Waiting): Promise<void> {
    const begun = [first];
    const told: (() => void)[] = [];
    try {
      await db.transaction().execute(async (tx) => {
        // Alone it needs no savepoint, which a long import would pay for with every row.
        if (waiting.length === 0) return told.push(await first.run(tx));
        const until = performance.now() + LONGEST_MS;
        for (let next: Waiting | undefined = first; next; next = performance.now() < until ? waiting.shift() : undefined) {
          if (next !== first) begun.push(next);
          told.push(await apart(tx, next));
        }
      });
    } catch (error) {
      for (const { fail } of begun) fail(error);
      return;
    }
    for (const tell of told) tell();
  }
}

/** Does an act so that its failure takes back what it did, and nothing of the others'. */
async function apart(tx: Tx, { run, fail }: Waiting): Promise<() => void> {
  await tx.executeQuery(SAVEPOINT);
  try {
    const tell = await run(tx);
    await tx.executeQuery(RELEASE);
    return tell;
  } catch (error) {
    // A full disk has taken back the whole transaction by itself: then there is nothing to keep for anybody.
    await tx.executeQuery(ROLLBACK).catch(() => Promise.reject(error));
    return () => fail(error);
  }
}
