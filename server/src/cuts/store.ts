import { ProjectFigures } from '#shared/cuts/figures.ts';
import { type Day, type Instant, Month, type Week } from '#shared/kit/calendar.ts';
import { groupBy } from '#shared/kit/collections.ts';
import type { Id } from '#shared/kit/ids.ts';
import { RuleSet } from '#shared/lamps/schema.ts';
import type { NewRow, Reader, Tx } from '../db/tables.ts';

export type Cut = { id: Id<'cut'>; period: Week | Month; attempt: number; asOf: Day; takenAt: Instant; ruleSet: RuleSet };

/** The latest cut of a period; null where it was not taken. */
export async function find(db: Reader, districtId: Id<'unit'>, kind: 'week' | 'month', period: Week | Month): Promise<Cut | null> {
  const row = await db
    .selectFrom('cut')
    .select(['id', 'period', 'attempt', 'asOf', 'takenAt', 'ruleSet'])
    .where('districtId', '=', districtId)
    .where('kind', '=', kind)
    .where('period', '=', period)
    .orderBy('attempt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { ...row, ruleSet: RuleSet.parse(JSON.parse(row.ruleSet)) } : null;
}

/** A cut's rows as they were frozen. */
export async function rows(db: Reader, cutId: Id<'cut'>): Promise<ProjectFigures[]> {
  const found = await db.selectFrom('cut_row').select('figures').where('cutId', '=', cutId).execute();
  return found.map((row) => ProjectFigures.parse(JSON.parse(row.figures))).sort((a, b) => a.key - b.key);
}

/** What the months of a year stood at when they were cut, as far as sums need it; of a month cut twice the later cut counts. */
export async function monthSums(db: Reader, districtId: Id<'unit'>, year: number) {
  const taken = await db
    .selectFrom('cut')
    .select(['id', 'period'])
    .where('districtId', '=', districtId)
    .where('kind', '=', 'month')
    .where('period', '>=', `${year}-01` as Month)
    .where('period', '<=', `${year}-12` as Month)
    .orderBy('period')
    .orderBy('attempt')
    .execute();
  const months = new Map(taken.map((cut) => [cut.period, cut.id]));
  if (months.size === 0) return [];
  const rows = await db
    .selectFrom('cut_row')
    .select([
      'cutId',
      'projectId',
      'unitId',
      'kind',
      'level',
      'yearClass',
      'leaderName',
      'category',
      'yearPlan',
      'plannedToDate',
      'doneThisYear',
    ])
    .where('cutId', 'in', [...months.values()])
    .execute();
  const byCut = groupBy(rows, (row) => row.cutId);
  return [...months].map(([period, id]) => ({ month: Month.parse(period), rows: byCut.get(id) ?? [] }));
}

/** How many projects had each lamp in a cut. */
export async function lampCounts(db: Reader, cutId: Id<'cut'>): Promise<{ red: number; yellow: number; green: number }> {
  const counts = { red: 0, yellow: 0, green: 0 };
  const found = await db
    .selectFrom('cut_row')
    .select((built) => ['lamp', built.fn.countAll<number>().as('count')])
    .where('cutId', '=', cutId)
    .groupBy('lamp')
    .execute();
  for (const row of found) if (row.lamp) counts[row.lamp] = Number(row.count);
  return counts;
}

/** The lamps that one project had in the months that were cut, oldest first. */
export async function lampsOf(db: Reader, projectId: Id<'project'>, since: Month) {
  const found = await db
    .selectFrom('cut_row')
    .innerJoin('cut', 'cut.id', 'cut_row.cutId')
    .select(['cut.period', 'cut.attempt', 'cut_row.lamp'])
    .where('cut_row.projectId', '=', projectId)
    .where('cut.kind', '=', 'month')
    .where('cut.period', '>=', since)
    .orderBy('cut.period')
    .orderBy('cut.attempt')
    .execute();
  return [...new Map(found.map((row) => [row.period, row.lamp]))].map(([month, lamp]) => ({ month, lamp }));
}

export async function insert(
  tx: Tx,
  cut: {
    id: Id<'cut'>;
    districtId: Id<'unit'>;
    kind: 'week' | 'month';
    period: Week | Month;
    attempt: number;
    asOf: Day;
    takenAt: Instant;
    ruleSet: RuleSet;
  },
  figures: ProjectFigures[],
): Promise<void> {
  await tx
    .insertInto('cut')
    .values({ ...cut, ruleSet: JSON.stringify(cut.ruleSet) })
    .execute();
  // 13 values a row: a hundred rows stay far below the number of parameters either database takes.
  for (let at = 0; at < figures.length; at += 100) {
    await tx
      .insertInto('cut_row')
      .values(figures.slice(at, at + 100).map((row) => rowOf(cut.id, row)))
      .execute();
  }
}

function rowOf(cutId: Id<'cut'>, row: ProjectFigures): NewRow<'cut_row'> {
  const { projectId, lamp, unitId, kind, level, yearClass, leaderName, category, yearPlan, plannedToDate, doneThisYear } = row;
  const sums = { unitId, kind, level, yearClass, leaderName, category, yearPlan, plannedToDate, doneThisYear };
  return { cutId, projectId, lamp, figures: JSON.stringify(row), ...sums };
}
