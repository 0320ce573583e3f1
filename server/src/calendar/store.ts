import { type WorkCalendar, workCalendar } from '#shared/calendar/workdays.ts';
import { yearOf } from '#shared/kit/calendar.ts';
import type { Reader } from '../db/tables.ts';

/** The working-day calendar as the office keeps it. A year is known when the table holds a day of it. */
export async function load(db: Reader): Promise<WorkCalendar> {
  const rows = await db.selectFrom('calendar_day').selectAll().orderBy('day').execute();
  return workCalendar(
    rows.map((row) => ({ day: row.day, kind: row.isWorkday ? 'work' : 'off', name: row.name })),
    new Set(rows.map((row) => yearOf(row.day))),
  );
}
