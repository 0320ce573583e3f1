import { DomainError } from '#shared/kit/errors.ts';
import type { Tx } from './db/tables.ts';
import { countOf, lockHead } from './events/store.ts';
import type { Services } from './services.ts';

const ATTEMPTS = 3;
/** Serialization failure and deadlock: the database asks for the whole transaction again. */
const AGAIN = new Set(['40001', '40P01']);

/**
 * One change: everything in one transaction that holds the chain's head from its beginning, at least one event in
 * it, and a word to everybody who listens once it is committed.
 */
export async function runChange<Result>(services: Pick<Services, 'store' | 'hub'>, act: (tx: Tx) => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      const result = await services.store.write(async (tx) => {
        await lockHead(tx);
        const done = await act(tx);
        if (countOf(tx) === 0) throw new DomainError('INTERNAL', { why: 'a change without an event' });
        return done;
      });
      services.hub.wake('changes');
      return result;
    } catch (error) {
      if (attempt >= ATTEMPTS || !isTransient(error)) throw error;
    }
  }
}

function isTransient(error: unknown): boolean {
  return error instanceof Error && 'code' in error && AGAIN.has(String(error.code));
}
