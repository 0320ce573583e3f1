import { type Kysely, sql } from 'kysely';

/** How long a meeting may take, against which the minutes of its items are added up. */
export async function meetingLength(db: Kysely<unknown>): Promise<void> {
  for (const table of ['meeting_series', 'meeting'])
    await db.schema
      .alterTable(table)
      .addColumn('length', 'integer', (column) => column.notNull().defaultTo(sql`90`))
      .execute();
}
