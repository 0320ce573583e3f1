import { addWeeks, type Day, firstWeekOf, lastDayOfMonth, monthOf, weekOf, yearOf } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { Money } from '#shared/kit/money.ts';
import type { Reader } from '../db/tables.ts';

/** The latest return of the day's year that counts: submitted or accepted, up to the day's week. */
export function countingReturns(db: Reader, districtId: Id<'unit'>, asOf: Day, only: Id<'project'>[] | null) {
  const year = yearOf(asOf);
  // The last days of December may lie in the new year's first week, whose returns begin again at zero.
  const last = yearOf(weekOf(asOf)) === year ? weekOf(asOf) : addWeeks(weekOf(asOf), -1);
  let query = db
    .selectFrom('project')
    .innerJoin('weekly_return', (join) =>
      join.onRef('weekly_return.projectId', '=', 'project.id').on('weekly_return.week', '=', (built) =>
        built
          .selectFrom('weekly_return as latest')
          .select((inner) => inner.fn.max('latest.week').as('week'))
          .whereRef('latest.projectId', '=', 'project.id')
          .where('latest.state', '!=', 'sent-back')
          .where('latest.week', '<=', last)
          .where('latest.week', '>=', firstWeekOf(year)),
      ),
    )
    .select([
      'weekly_return.projectId',
      'weekly_return.week',
      'weekly_return.doneThisWeek',
      'weekly_return.doneThisYear',
      'weekly_return.progress',
      'weekly_return.request',
    ])
    .where('project.districtId', '=', districtId);
  if (only) query = query.where('project.id', 'in', only);
  return query.execute();
}

/** What each project has done this year as of a day, where a return of the year says so. */
export async function doneAsOf(
  db: Reader,
  districtId: Id<'unit'>,
  asOf: Day,
  only: Id<'project'>[] | null = null,
): Promise<Map<Id<'project'>, Money>> {
  const counted = await countingReturns(db, districtId, asOf, only);
  const confirmed = await confirmedFigures(db, districtId, asOf, only);
  return new Map([...counted.map((row): [Id<'project'>, Money] => [row.projectId, row.doneThisYear]), ...confirmed]);
}

/** On a month's last day the figure is the one that the unit confirmed for it, in the return of the week that holds it. */
export async function confirmedFigures(
  db: Reader,
  districtId: Id<'unit'>,
  asOf: Day,
  only: Id<'project'>[] | null,
): Promise<Map<Id<'project'>, Money>> {
  if (asOf !== lastDayOfMonth(monthOf(asOf))) return new Map();
  let query = db
    .selectFrom('weekly_return')
    .select(['projectId', 'doneAtMonthEnd'])
    .where('districtId', '=', districtId)
    .where('week', '=', weekOf(asOf))
    .where('state', '!=', 'sent-back');
  if (only) query = query.where('projectId', 'in', only);
  const rows = await query.execute();
  return new Map(rows.flatMap((row) => (row.doneAtMonthEnd === null ? [] : [[row.projectId, row.doneAtMonthEnd]])));
}
