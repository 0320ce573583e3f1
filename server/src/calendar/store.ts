import { exceptionsOf, notices } from '#shared/calendar/notices.ts';
import type { CalendarYear } from '#shared/calendar/schema.ts';
import { type CalendarException, type WorkCalendar, workCalendar } from '#shared/calendar/workdays.ts';
import { type Day, firstDayOfYear, lastDayOfYear } from '#shared/kit/calendar.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Reader, Row, Tx } from '../db/tables.ts';

function exceptionOf(row: Row<'calendar_day'>): CalendarException {
  return { day: row.day, kind: row.isWorkday ? 'work' : 'off', name: row.name };
}

function yearOf(row: Row<'calendar_year'>): CalendarYear {
  return { ...row, isKnown: row.isKnown === 1 };
}

/** The working-day calendar as the office keeps it. A year is known when its notice has been entered whole. */
export async function load(db: Reader): Promise<WorkCalendar> {
  const rows = await db.selectFrom('calendar_day').selectAll().orderBy('day').execute();
  const known = await db.selectFrom('calendar_year').select('year').where('isKnown', '=', 1).execute();
  return workCalendar(
    rows.map(exceptionOf),
    known.map((row) => row.year),
  );
}

/** The years that have been entered, the earliest first. */
export async function years(db: Reader): Promise<CalendarYear[]> {
  return (await db.selectFrom('calendar_year').selectAll().orderBy('year').execute()).map(yearOf);
}

/** One year with its days; version 0 where nobody has entered it. */
export async function ofYear(db: Reader, year: number): Promise<CalendarYear & { days: CalendarException[] }> {
  const row = await db.selectFrom('calendar_year').selectAll().where('year', '=', year).executeTakeFirst();
  const days = await db
    .selectFrom('calendar_day')
    .selectAll()
    .where('day', '>=', firstDayOfYear(year))
    .where('day', '<=', lastDayOfYear(year))
    .orderBy('day')
    .execute();
  return { ...(row ? yearOf(row) : { year, isKnown: false, source: null, version: 0 }), days: days.map(exceptionOf) };
}

/** Keeps a year's standing; of two who began from one version the later is told. */
export async function saveYear(tx: Tx, wanted: CalendarYear): Promise<void> {
  const row = { ...wanted, isKnown: wanted.isKnown ? 1 : 0, version: wanted.version + 1 } as const;
  if (wanted.version === 0) {
    await tx.insertInto('calendar_year').values(row).execute();
    return;
  }
  const saved = await tx
    .updateTable('calendar_year')
    .set(row)
    .where('year', '=', wanted.year)
    .where('version', '=', wanted.version)
    .returning('year')
    .executeTakeFirst();
  if (!saved) throw new DomainError('CONFLICT', { entity: 'calendar', newer: await ofYear(tx, wanted.year) });
}

/** Puts days in the place of those that a year had; what reaches into December before is added there. */
export async function replaceDays(tx: Tx, year: number, days: readonly CalendarException[]): Promise<void> {
  await tx.deleteFrom('calendar_day').where('day', '>=', firstDayOfYear(year)).where('day', '<=', lastDayOfYear(year)).execute();
  const before = days.map((each) => each.day).filter((on: Day) => on < firstDayOfYear(year));
  if (before.length > 0) await tx.deleteFrom('calendar_day').where('day', 'in', before).execute();
  if (days.length === 0) return;
  await tx
    .insertInto('calendar_day')
    .values(days.map((each) => ({ day: each.day, isWorkday: each.kind === 'work' ? 1 : 0, name: each.name })))
    .execute();
}

/** Enters the notices that are built in. The calendar is the installation's: a second district finds it there. */
export async function enterBuiltIn(tx: Tx): Promise<void> {
  const held = await tx.selectFrom('calendar_year').select('year').execute();
  const missing = notices.filter((notice) => !held.some((row) => row.year === notice.year));
  for (const { year, source } of missing) await saveYear(tx, { year, isKnown: true, source, version: 0 });
  const rows = missing.flatMap(exceptionsOf);
  if (rows.length === 0) return;
  await tx
    .insertInto('calendar_day')
    .values(rows.map((row) => ({ day: row.day, isWorkday: row.kind === 'work' ? 1 : 0, name: row.name })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
