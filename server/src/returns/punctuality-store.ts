import type { Week } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { CountedFacts, DueWeek, PunctualityRow, ReturnFacts } from '#shared/returns/punctuality.ts';
import type { Reader } from '../db/tables.ts';
import { earliestId } from '../kit/random.ts';

type Asked = { districtId: Id<'unit'>; weeks: readonly DueWeek[] };

/**
 * Every return that was owed in weeks, beside what came: by a week's latest cut where it was cut, else by the projects of
 * today for the weeks in which anything came. A project that was added after a week's cut-off owed nothing then. Null where no
 * week asks for anything.
 */
async function owed(db: Reader, { districtId, weeks }: Asked) {
  if (weeks.length === 0) return null;
  const names = weeks.map(({ week }) => week);
  const cuts = await db
    .selectFrom('cut')
    .select(['id', 'period'])
    .where('districtId', '=', districtId)
    .where('kind', '=', 'week')
    .where('period', 'in', names)
    .orderBy('attempt')
    .execute();
  const latest = new Map(cuts.map(({ id, period }) => [period, id]));
  const uncut = names.filter((week) => !latest.has(week));
  const frozen = db
    .selectFrom('cut')
    .innerJoin('cut_row', 'cut_row.cutId', 'cut.id')
    .select(['cut_row.projectId', 'cut_row.unitId', 'cut.period as week'])
    // No database lets one ask for none of them.
    .where((where) => (latest.size === 0 ? where.lit(false) : where('cut.id', 'in', [...latest.values()])))
    .where('cut_row.owesReturn', '=', 1);
  // Asked for beforehand: joined in, the database would look for them once for every project.
  const asked = uncut.length === 0 ? [] : await weeksWithReturns(db, { districtId, names: uncut });
  const live = (week: Week) =>
    db
      .selectFrom('project')
      .select(['project.id as projectId', 'project.unitId'])
      .select((built) => built.val(week).as('week'))
      .where('project.districtId', '=', districtId)
      .where('project.standing', '=', 'active')
      .where('project.yearClass', '!=', 'reserve');
  const all = asked.reduce((built, week) => built.unionAll(live(week)), frozen).as('owed');
  const [first] = weeks;
  return db
    .selectFrom(all)
    .innerJoin('project', 'project.id', 'owed.projectId')
    .innerJoin('unit', 'unit.id', 'owed.unitId')
    .leftJoin('weekly_return', (join) =>
      join.onRef('weekly_return.projectId', '=', 'owed.projectId').onRef('weekly_return.week', '=', 'owed.week'),
    )
    .leftJoin('return_course', 'return_course.returnId', 'weekly_return.id')
    .where('project.mergedIntoId', 'is', null)
    .where((where) =>
      where.or([
        // Most projects are older than all of the weeks.
        ...(first ? [where('owed.projectId', '<', earliestId('project', first.dueAt))] : []),
        ...weeks.map(({ week, dueAt }) =>
          where.and([where('owed.week', '=', week), where('owed.projectId', '<', earliestId('project', dueAt))]),
        ),
        where('weekly_return.id', 'is not', null),
      ]),
    );
}

async function weeksWithReturns(db: Reader, { districtId, names }: { districtId: Id<'unit'>; names: readonly Week[] }): Promise<Week[]> {
  const rows = await db
    .selectFrom('weekly_return')
    .select('week')
    .distinct()
    .where('districtId', '=', districtId)
    .where('week', 'in', names)
    .execute();
  return rows.map(({ week }) => week);
}

const facts = [
  'weekly_return.state',
  'return_course.isLate',
  'return_course.sentBacks',
  'return_course.resends',
  'return_course.warnings',
  'return_course.isUnchanged',
  'return_course.byOffice',
] as const;

/** What was owed in the weeks given by each unit, returns with the same facts counted together. */
export async function counted(db: Reader, asked: Asked): Promise<(CountedFacts & { unitName: string })[]> {
  const all = await owed(db, asked);
  if (!all) return [];
  const rows = await all
    .select(['owed.unitId', 'unit.shortName as unitName', 'unit.pinyin', ...facts])
    .select((built) => built.fn.countAll<number>().as('count'))
    .groupBy(['owed.unitId', 'unit.shortName', 'unit.pinyin', ...facts])
    .orderBy('unit.pinyin')
    .execute();
  return rows.map(({ pinyin: _order, count, ...row }) => ({ ...row, ...factsOf(row), count: Number(count) }));
}

/** Every return that a unit owed in the weeks given, the latest week first. */
export async function rowsOf(db: Reader, asked: Asked, unitId: Id<'unit'>): Promise<PunctualityRow[]> {
  const all = await owed(db, asked);
  if (!all) return [];
  const rows = await all
    .select(['owed.projectId', 'owed.week', 'project.name', 'return_course.firstSubmittedAt', ...facts])
    .select(['weekly_return.submittedBy', 'weekly_return.filledInFor', 'weekly_return.sentBackReason'])
    .where('owed.unitId', '=', unitId)
    .orderBy('owed.week', 'desc')
    .orderBy('project.pinyin')
    .execute();
  const dueAt = new Map<string, DueWeek>(asked.weeks.map((one) => [one.week, one]));
  return rows.flatMap((row) => {
    const due = dueAt.get(row.week);
    return due ? [{ ...row, ...factsOf(row), ...due }] : [];
  });
}

type Flags = { [Field in 'isLate' | 'isUnchanged' | 'byOffice']: number | null };

/** 0 and 1 as what they mean; of a return that never came nothing is known. */
function factsOf<Row extends Flags>({ isLate, isUnchanged, byOffice }: Row): Pick<ReturnFacts, keyof Flags> {
  const said = (flag: number | null) => (flag === null ? null : flag === 1);
  return { isLate: said(isLate), isUnchanged: said(isUnchanged), byOffice: said(byOffice) };
}
