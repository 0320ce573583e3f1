import type { Kysely } from 'kysely';
import { columnsOf, type DialectName } from '../columns.ts';

/** On which day of the week a district's returns open; on Monday, where nobody has said otherwise. */
export async function returnWeeks(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  const { integer } = columnsOf(dialect);
  await db.schema
    .alterTable('district')
    .addColumn('returnOpenWeekday', integer, (column) => column.notNull().defaultTo(1))
    .execute();
}
