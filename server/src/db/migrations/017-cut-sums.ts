import { type Kysely, sql } from 'kysely';
import { columnsOf, type DialectName } from '../columns.ts';

const BATCH = 500;

/** What a year's curve adds up by, beside the frozen figures of each cut row, and filled in from them for the cuts there are. */
export async function cutSums(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  const { text, integer } = columnsOf(dialect);
  for (const column of ['unitId', 'kind', 'level', 'yearClass']) {
    await db.schema
      .alterTable('cut_row')
      .addColumn(column, text, (built) => built.notNull().defaultTo(''))
      .execute();
  }
  for (const column of ['leaderName', 'category']) await db.schema.alterTable('cut_row').addColumn(column, text).execute();
  for (const column of ['yearPlan', 'plannedToDate']) await db.schema.alterTable('cut_row').addColumn(column, integer).execute();
  await db.schema
    .alterTable('cut_row')
    .addColumn('doneThisYear', integer, (built) => built.notNull().defaultTo(0))
    .execute();
  // SQLite runs migrations outside a transaction, and would wait for the disk at every row.
  if (dialect === 'sqlite') await db.transaction().execute(fill);
  else await fill(db);
}

type CutRow = { cutId: string; projectId: string; figures: string };

async function fill(db: Kysely<unknown>): Promise<void> {
  let after: CutRow | undefined;
  for (;;) {
    const beyond = after ? sql`where ("cutId", "projectId") > (${after.cutId}, ${after.projectId})` : sql``;
    const { rows } = await sql<CutRow>`
      select "cutId", "projectId", figures from cut_row ${beyond} order by "cutId", "projectId" limit ${sql.lit(BATCH)}`.execute(db);
    for (const row of rows) {
      const figures: Record<string, string | number | null> = JSON.parse(row.figures);
      await sql`
        update cut_row set "unitId" = ${figures.unitId}, kind = ${figures.kind}, level = ${figures.level},
          "yearClass" = ${figures.yearClass}, "leaderName" = ${figures.leaderName}, category = ${figures.category},
          "yearPlan" = ${figures.yearPlan}, "plannedToDate" = ${figures.plannedToDate}, "doneThisYear" = ${figures.doneThisYear}
        where "cutId" = ${row.cutId} and "projectId" = ${row.projectId}`.execute(db);
    }
    after = rows.at(-1);
    if (rows.length < BATCH) return;
  }
}
