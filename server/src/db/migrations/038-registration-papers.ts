import type { Kysely } from 'kysely';
import { columnsOf, type DialectName } from '../columns.ts';

/** What a registration has at hand, what its papers say, and when the bureau gave it back. */
export async function registrationPapers(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  const { text } = columnsOf(dialect);
  for (const column of ['papers', 'facts', 'returnedOn', 'returnedReason']) {
    await db.schema.alterTable('registration').addColumn(column, text).execute();
  }
}
