import { type Kysely, sql } from 'kysely';
import { columnsOf, type DialectName } from '../columns.ts';

/** The day a step was put into the plan, and what the log says of a list since a day: a month's cut counts as of its end. */
export async function asOfMonthEnd(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await db.schema.alterTable('approval_step').addColumn('addedOn', columnsOf(dialect).text).execute();
  await db.schema.createIndex('event_entity_at').on('event').columns(['entity', 'at']).execute();
  // The log tells when older steps were entered, in UTC; the day is Shanghai's. The two databases write that otherwise.
  const at = sql.ref('event.at');
  const inShanghai =
    dialect === 'sqlite' ? sql`date(${at}, '+8 hours')` : sql`to_char(${at}::timestamptz at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`;
  await sql`
    update approval_step set ${sql.ref('addedOn')} = (
      select min(${inShanghai}) from event
      where event.entity = 'step' and ${sql.ref('event.entityId')} = approval_step.id and event.action = 'step.created'
    )`.execute(db);
}
