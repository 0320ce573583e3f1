import { type Kysely, sql } from 'kysely';
import { columnsOf, type DialectName } from '../columns.ts';

/**
 * Several series of meetings: day, hour and place belong to the series and no longer to the district; a request and a
 * screen's link name the series that they are about.
 */
export async function meetingSeries(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  const { text, integer } = columnsOf(dialect);
  const series = () => db.schema.alterTable('meeting_series');
  await series().addColumn('kind', text).execute();
  await series()
    .addColumn('weekday', integer, (column) => column.notNull().defaultTo(sql`1`))
    .execute();
  await series()
    .addColumn('time', text, (column) => column.notNull().defaultTo('09:00'))
    .execute();
  await series()
    .addColumn('place', text, (column) => column.notNull().defaultTo(''))
    .execute();
  await series().addColumn('host', text).execute();
  await series().addColumn('attendees', text).execute();
  await series()
    .addColumn('firstNumber', integer, (column) => column.notNull().defaultTo(sql`1`))
    .execute();
  await series().addColumn('firstYear', integer).execute();
  await series().addColumn('closedOn', text).execute();
  for (const [own, district] of [
    ['weekday', 'meetingWeekday'],
    ['time', 'meetingTime'],
    ['place', 'meetingPlace'],
  ] as const) {
    await sql`update meeting_series set ${sql.ref(own)} = (select ${sql.ref(district)} from district where district.id = meeting_series."districtId")`.execute(
      db,
    );
    await db.schema.alterTable('district').dropColumn(district).execute();
  }
  await db.schema.alterTable('agenda_request').addColumn('seriesId', text).execute();
  await sql`update agenda_request set "seriesId" = (select id from meeting_series where meeting_series."districtId" = agenda_request."districtId" and "isDefault" = 1)`.execute(
    db,
  );
  await db.schema.alterTable('display_link').addColumn('seriesId', text).execute();
  await db.schema.createIndex('meeting_day').on('meeting').columns(['districtId', 'day']).execute();
}
