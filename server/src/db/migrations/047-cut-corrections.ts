import type { Kysely } from 'kysely';
import { columnsOf, type DialectName } from '../columns.ts';

/** What had been put right of the month before when a month was cut; null in cuts of before it was kept. */
export async function cutCorrections(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await db.schema.alterTable('cut').addColumn('corrected', columnsOf(dialect).text).execute();
}
