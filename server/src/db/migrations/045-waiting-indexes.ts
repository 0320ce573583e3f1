import type { Kysely } from 'kysely';

/** What waits is found by its state, without looking at every project: problems on their rungs, starts that are asked for. */
export async function waitingIndexes(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('problem_waiting').on('problem').columns(['state', 'rung']).execute();
  await db.schema.createIndex('signoff_waiting').on('signoff').column('state').execute();
}
