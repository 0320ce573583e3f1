import type { Kysely } from 'kysely';

/** The board keeps views as the ledgers do: what was a ledger's view is a view of some place. */
export async function savedViews(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('ledger_view').renameTo('saved_view').execute();
  await db.schema.alterTable('saved_view').renameColumn('ledger', 'place').execute();
}
