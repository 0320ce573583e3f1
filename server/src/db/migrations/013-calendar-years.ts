import { type Kysely, sql } from 'kysely';
import { createTable, type DialectName } from '../columns.ts';

/** A year of the calendar as one thing: whether its notice is entered whole, and the version that two editors meet on. */
export async function calendarYears(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await createTable(db, dialect, 'calendar_year', { year: 'integer', isKnown: 'integer', source: 'text?', version: 'integer' }, (table) =>
    table.addPrimaryKeyConstraint('calendar_year_pk', ['year']),
  );
  // Until now a year counted as known where the table held a day of it.
  await sql`insert into calendar_year (year, "isKnown", source, version)
    select distinct cast(substr(day, 1, 4) as integer), 1, null, 1 from calendar_day`.execute(db);
}
