import { MonthCorrections } from '#shared/cuts/corrections.ts';
import { ProjectFigures } from '#shared/cuts/figures.ts';
import type { LampCounts } from '#shared/figures/lamps.ts';
import { type Day, firstDayOfWeek, type Instant, lastDayOfMonth, Month, monthOf, Week, weekOf } from '#shared/kit/calendar.ts';
import { groupBy } from '#shared/kit/collections.ts';
import type { Id } from '#shared/kit/ids.ts';
import { LampInput, type LampMemory } from '#shared/lamps/input.ts';
import { LampResult } from '#shared/lamps/result.ts';
import { RuleSet } from '#shared/lamps/schema.ts';
import type { ProjectKind } from '#shared/projects/schema.ts';
import { whyNotOwe } from '#shared/returns/rules.ts';
import { fixed } from '../db/fixed.ts';
import type { NewRow, Reader, Row, Tx } from '../db/tables.ts';

export type Cut = {
  id: Id<'cut'>;
  period: Week | Month;
  attempt: number;
  asOf: Day;
  takenAt: Instant;
  ruleSet: RuleSet;
  /** What rated units and tasks. */
  otherRuleSets: RuleSet[];
  /** What had been put right of the month before; null for a week, and where none was cut before. */
  corrected: MonthCorrections | null;
};

/** The latest cut of a period; null where it was not taken. */
export async function find(db: Reader, districtId: Id<'unit'>, kind: 'week' | 'month', period: Week | Month): Promise<Cut | null> {
  const row = await cutRows(db)
    .where('districtId', '=', districtId)
    .where('kind', '=', kind)
    .where('period', '=', period)
    .orderBy('attempt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? cutOf(row) : null;
}

/** A month's first cut; null where it was not taken. */
export async function first(db: Reader, districtId: Id<'unit'>, month: Month): Promise<Cut | null> {
  const row = await cutRows(db)
    .where('districtId', '=', districtId)
    .where('kind', '=', 'month')
    .where('period', '=', month)
    .orderBy('attempt')
    .limit(1)
    .executeTakeFirst();
  return row ? cutOf(row) : null;
}

export async function load(db: Reader, id: Id<'cut'>): Promise<Cut | null> {
  const row = await cutRows(db).where('id', '=', id).executeTakeFirst();
  return row ? cutOf(row) : null;
}

function cutRows(db: Reader) {
  return db.selectFrom('cut').select(['id', 'period', 'attempt', 'asOf', 'takenAt', 'ruleSet', 'otherRuleSets', 'corrected']);
}

type CutFields = Omit<Cut, 'ruleSet' | 'otherRuleSets' | 'corrected'> & {
  ruleSet: string;
  otherRuleSets: string | null;
  corrected: string | null;
};

function cutOf({ ruleSet, otherRuleSets, corrected: kept, ...cut }: CutFields): Cut {
  const others: unknown[] = otherRuleSets === null ? [] : JSON.parse(otherRuleSets);
  const corrected = kept === null ? null : MonthCorrections.parse(JSON.parse(kept));
  return { ...cut, ruleSet: RuleSet.parse(JSON.parse(ruleSet)), otherRuleSets: others.map((one) => RuleSet.parse(one)), corrected };
}

/** Every cut that was taken of a month, the latest first, each with who took it. */
export async function attempts(db: Reader, districtId: Id<'unit'>, month: Month) {
  const rows = await db
    .selectFrom('cut')
    .leftJoin('event', (join) =>
      join.onRef('event.entityId', '=', 'cut.id').on('event.entity', '=', 'cut').on('event.action', '=', 'cut.taken'),
    )
    .select(['cut.id', 'cut.period', 'cut.attempt', 'cut.asOf', 'cut.takenAt', 'cut.ruleSet', 'cut.otherRuleSets', 'cut.corrected'])
    .select('event.actorName')
    .where('cut.districtId', '=', districtId)
    .where('cut.kind', '=', 'month')
    .where('cut.period', '=', month)
    .orderBy('cut.attempt', 'desc')
    .execute();
  return rows.map(({ actorName, ...cut }) => ({ ...cutOf(cut), byName: actorName ?? '' }));
}

/** The districts that reported by a month's end, and have not cut the month. */
export async function districtsToCut(db: Reader, month: Month): Promise<Id<'unit'>[]> {
  const rows = await db
    .selectFrom('district')
    .select('district.id')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('weekly_return')
          .select('weekly_return.id')
          .whereRef('weekly_return.districtId', '=', 'district.id')
          .where('weekly_return.week', '<=', weekOf(lastDayOfMonth(month))),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('cut')
            .select('cut.id')
            .whereRef('cut.districtId', '=', 'district.id')
            .where('cut.kind', '=', 'month')
            .where('cut.period', '=', month),
        ),
      ),
    )
    .execute();
  return rows.map(({ id }) => id);
}

const firstWeek = fixed(['districtId'], (db, { districtId }: { districtId: Id<'unit'> }) =>
  db
    .selectFrom('weekly_return')
    .select((built) => built.fn.min('week').as('week'))
    .where('districtId', '=', districtId),
);

/** The month in which the units of a district first reported; null where none has. */
export async function firstReported(db: Reader, districtId: Id<'unit'>): Promise<Month | null> {
  const [row] = await firstWeek(db, { districtId });
  return row?.week ? monthOf(firstDayOfWeek(row.week)) : null;
}

/** The months that were cut, the latest first. */
export async function monthsCut(db: Reader, districtId: Id<'unit'>, most: number): Promise<Month[]> {
  const rows = await db
    .selectFrom('cut')
    .select('period')
    .distinct()
    .where('districtId', '=', districtId)
    .where('kind', '=', 'month')
    .orderBy('period', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ period }) => Month.parse(period));
}

/** What the latest cut month before one knew of each project's lamps. */
export async function memoryBefore(db: Reader, districtId: Id<'unit'>, month: Month, only: Id<'project'>[] | null) {
  const last = await lastMonthBefore(db, districtId, month);
  if (!last) return new Map<Id<'project'>, LampMemory>();
  let query = db.selectFrom('cut_row').select(['projectId', 'lampMemory']).where('cutId', '=', last.id).where('lampMemory', 'is not', null);
  if (only) query = query.where('projectId', 'in', only);
  const rows = await query.execute();
  // Our own words of a moment ago, thousands of them on every board: their shape was checked when they were written.
  return new Map(rows.map(({ projectId, lampMemory }) => [projectId, JSON.parse(lampMemory ?? '{}') as LampMemory]));
}

/** The latest cut of the latest period before one. */
async function lastBefore(db: Reader, districtId: Id<'unit'>, kind: 'week' | 'month', period: Week | Month) {
  return db
    .selectFrom('cut')
    .select(['id', 'period'])
    .where('districtId', '=', districtId)
    .where('kind', '=', kind)
    .where('period', '<', period)
    .orderBy('period', 'desc')
    .orderBy('attempt', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The latest cut of the latest month before one. */
export async function lastMonthBefore(db: Reader, districtId: Id<'unit'>, month: Month): Promise<{ id: Id<'cut'>; month: Month } | null> {
  const row = await lastBefore(db, districtId, 'month', month);
  return row ? { id: row.id, month: Month.parse(row.period) } : null;
}

/** The latest cut of the latest week before one. */
export async function lastWeekBefore(db: Reader, districtId: Id<'unit'>, week: Week): Promise<{ id: Id<'cut'>; week: Week } | null> {
  const row = await lastBefore(db, districtId, 'week', week);
  return row ? { id: row.id, week: Week.parse(row.period) } : null;
}

/** What each project's lamp was worked out from, and the lamp that the rules gave; null in cuts before it was kept. */
export async function lampInputs(db: Reader, cutId: Id<'cut'>) {
  const found = await db.selectFrom('cut_row').select(['projectId', 'unitId', 'lampInput', 'figures']).where('cutId', '=', cutId).execute();
  return found.map(({ projectId, unitId, lampInput, figures }) => {
    // Read by thousands for a trial: only the two fields that it compares are looked at.
    const { name, ruleLamp } = JSON.parse(figures) as Pick<ProjectFigures, 'name' | 'ruleLamp'>;
    return { projectId, unitId, name, ruleLamp, input: lampInput === null ? null : LampInput.parse(JSON.parse(lampInput)) };
  });
}

/** The lamps that units and tasks had in a cut. */
export async function ratings(db: Reader, cutId: Id<'cut'>) {
  const found = await db.selectFrom('cut_rating').selectAll().where('cutId', '=', cutId).orderBy('month').orderBy('name').execute();
  return found.map(({ result, ...row }): Rating => ({ ...row, result: LampResult.parse(JSON.parse(result)) }));
}

/** The lamp of a unit, or of one month's task of a project. */
export type Rating = Omit<Row<'cut_rating'>, 'cutId' | 'result'> & { result: LampResult };

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

/** How many projects, of all or of one kind, had each lamp in a cut. */
export async function lampCounts(db: Reader, cutId: Id<'cut'>, kind: ProjectKind | null = null): Promise<LampCounts> {
  const counts = { red: 0, yellow: 0, green: 0 };
  let query = db
    .selectFrom('cut_row')
    .select((built) => ['lamp', built.fn.countAll<number>().as('count')])
    .where('cutId', '=', cutId)
    .groupBy('lamp');
  if (kind) query = query.where('projectId', 'in', db.selectFrom('project').select('id').where('kind', '=', kind));
  const found = await query.execute();
  for (const row of found) if (row.lamp) counts[row.lamp] = Number(row.count);
  return counts;
}

/** The lamps of the latest months that were cut, by project, the latest month first; of a month cut twice the later cut counts. */
export async function recentLamps(
  db: Reader,
  districtId: Id<'unit'>,
  most: number,
): Promise<(projectId: Id<'project'>) => (Row<'cut_row'>['lamp'] | null)[]> {
  const months = await monthsCut(db, districtId, most);
  if (months.length === 0) return () => [];
  const taken = await db
    .selectFrom('cut')
    .select(['id', 'period'])
    .where('districtId', '=', districtId)
    .where('kind', '=', 'month')
    .where('period', 'in', months)
    .orderBy('attempt')
    .execute();
  const latest = new Map(taken.map((cut) => [cut.period, cut.id]));
  // Green needs no row: what is asked of the past is how long red and yellow have lasted.
  const rows = await db
    .selectFrom('cut_row')
    .select(['cutId', 'projectId', 'lamp'])
    .where('cutId', 'in', [...latest.values()])
    .where('lamp', 'in', ['red', 'yellow'])
    .execute();
  const lamps = new Map(rows.map((row) => [`${row.cutId} ${row.projectId}`, row.lamp]));
  return (projectId) => months.map((month) => lamps.get(`${latest.get(month)} ${projectId}`) ?? null);
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

/** The lamps of one project's cut months with their reasons, the latest first; of a month cut twice the later cut counts. */
export async function reasonsOf(db: Reader, projectId: Id<'project'>, since: Month) {
  const found = await db
    .selectFrom('cut_row')
    .innerJoin('cut', 'cut.id', 'cut_row.cutId')
    .select(['cut.period', 'cut_row.figures'])
    .where('cut_row.projectId', '=', projectId)
    .where('cut.kind', '=', 'month')
    .where('cut.period', '>=', since)
    .orderBy('cut.period', 'desc')
    .orderBy('cut.attempt')
    .execute();
  return [...new Map(found.map((row) => [row.period, row.figures]))].map(([period, figures]) => {
    const { lamp, ruleLamp, override, reasons } = ProjectFigures.parse(JSON.parse(figures));
    return { month: Month.parse(period), lamp, ruleLamp, override, reasons };
  });
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
    otherRuleSets: RuleSet[];
    corrected: MonthCorrections | null;
  },
  rated: readonly Rated[],
  others: readonly Rating[],
): Promise<void> {
  await tx
    .insertInto('cut')
    .values({
      ...cut,
      ruleSet: JSON.stringify(cut.ruleSet),
      otherRuleSets: JSON.stringify(cut.otherRuleSets),
      corrected: cut.corrected && JSON.stringify(cut.corrected),
    })
    .execute();
  // 16 values a row: a hundred rows stay far below the number of parameters either database takes.
  for (let at = 0; at < rated.length; at += 100) {
    await tx
      .insertInto('cut_row')
      .values(rated.slice(at, at + 100).map((row) => rowOf(cut, row)))
      .execute();
  }
  for (let at = 0; at < others.length; at += 100) {
    const batch = others.slice(at, at + 100).map((row) => ({ ...row, cutId: cut.id, result: JSON.stringify(row.result) }));
    await tx.insertInto('cut_rating').values(batch).execute();
  }
}

/** A project's figures with what its lamp was worked out from and what the next month has to know of it. */
export type Rated = { figures: ProjectFigures; input: LampInput; memory: LampMemory };

const noAgain = { lampInput: null, lampMemory: null };

function rowOf({ id: cutId, kind: period }: Pick<Row<'cut'>, 'id' | 'kind'>, { figures: row, input, memory }: Rated): NewRow<'cut_row'> {
  const { projectId, lamp, unitId, kind, level, yearClass, leaderName, category, yearPlan, plannedToDate, doneThisYear } = row;
  const sums = { unitId, kind, level, yearClass, leaderName, category, yearPlan, plannedToDate, doneThisYear };
  // A week's lamps are provisional: nobody works them out again, and no row of months goes by them.
  const again = period === 'month' ? { lampInput: JSON.stringify(input), lampMemory: JSON.stringify(memory) } : noAgain;
  const owesReturn = period === 'week' && whyNotOwe(row) === null ? 1 : 0;
  return { cutId, projectId, lamp, figures: JSON.stringify(row), owesReturn, ...again, ...sums };
}
