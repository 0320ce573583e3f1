import { type Kysely, sql } from 'kysely';
import { columnsOf, createTable, type DialectName } from '../columns.ts';

/** How each return came about, whom it was filled in for, and whether a project owed one in a week that was cut. */
export async function returnCourses(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  const { text, integer } = columnsOf(dialect);
  await db.schema.alterTable('weekly_return').addColumn('filledInFor', text).execute();
  await db.schema
    .alterTable('cut_row')
    .addColumn('owesReturn', integer, (built) => built.notNull().defaultTo(0))
    .execute();
  await createTable(
    db,
    dialect,
    'return_course',
    {
      returnId: 'text',
      firstSubmittedAt: 'text',
      isLate: 'integer',
      sentBacks: 'integer',
      resends: 'integer',
      warnings: 'integer',
      isUnchanged: 'integer',
      byOffice: 'integer',
    },
    (table) =>
      table
        .addPrimaryKeyConstraint('return_course_pk', ['returnId'])
        .addForeignKeyConstraint('return_course_return_fk', ['returnId'], 'weekly_return', ['id'], (built) => built.onDelete('cascade')),
  );
  // What the log knows of the returns there are. When they were due, and what the form warned of, nobody kept.
  await sql`
    insert into return_course
      ("returnId", "firstSubmittedAt", "isLate", "sentBacks", resends, warnings, "isUnchanged", "byOffice")
    select r.id,
      coalesce((select min(at) from event e where e.entity = 'return' and e."entityId" = r.id and e.action = 'return.submitted'), r."submittedAt"),
      0,
      (select count(*) from event e where e.entity = 'return' and e."entityId" = r.id and e.action = 'return.sentBack'),
      0, 0, 0,
      (select count(*) from event e where e.entity = 'return' and e."entityId" = r.id and e.action = 'return.submitted'
        and e.at = r."submittedAt" and e."actorRole" = 'office')
    from weekly_return r`.execute(db);
  await sql`
    update weekly_return set "filledInFor" = (
      select u."shortName" from project p join unit u on u.id = p."unitId" where p.id = weekly_return."projectId")
    where id in (select "returnId" from return_course where "byOffice" > 0)`.execute(db);
  await sql`update return_course set "byOffice" = 1 where "byOffice" > 1`.execute(db);
  await sql`
    update cut_row set "owesReturn" = 1 where "yearClass" <> 'reserve' and figures like '%"standing":"active"%'
      and "cutId" in (select id from cut where kind = 'week')`.execute(db);
}
