import type { Kysely } from 'kysely';
import { columnsOf, type DialectName } from '../columns.ts';

/** When a file first hung on something. What is there already counts as hung: nothing tells whether it ever did. */
export async function boundFiles(
  db: Kysely<{ file: { boundAt: string | null; receivedAt: string } }>,
  dialect: DialectName,
): Promise<void> {
  await db.schema.alterTable('file').addColumn('boundAt', columnsOf(dialect).text).execute();
  await db
    .updateTable('file')
    .set((built) => ({ boundAt: built.ref('receivedAt') }))
    .execute();
  await db.schema.createIndex('file_bound').on('file').columns(['boundAt', 'receivedAt']).execute();
}
