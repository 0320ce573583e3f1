import type { Week } from '#shared/kit/calendar.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { WeeklyReturn } from '#shared/returns/schema.ts';
import type { Reader, Row, Tx } from '../db/tables.ts';
import { visible } from '../projects/store.ts';
import type { Reach } from '../trpc.ts';

function returnOf(row: Row<'weekly_return'>): WeeklyReturn {
  const { districtId: _district, ...given } = row;
  return given;
}

/** The projects within reach that owe a return every week, with their unit's name, by their Chinese order. */
export function owing(db: Reader, reach: Reach, only: Id<'project'> | null = null) {
  let query = visible(db, reach)
    .innerJoin('unit', 'unit.id', 'project.unitId')
    .select([
      'project.id',
      'project.key',
      'project.code',
      'project.name',
      'project.unitId',
      'project.kind',
      'project.stage',
      'project.standing',
      'project.yearClass',
      'project.totalInvestment',
      'unit.shortName as unitName',
    ])
    .where('project.standing', '=', 'active')
    .where('project.yearClass', '!=', 'reserve')
    .orderBy('unit.pinyin')
    .orderBy('project.pinyin');
  if (only) query = query.where('project.id', '=', only);
  return query.execute();
}

/** A week's returns within reach. */
export async function ofWeek(db: Reader, reach: Reach, week: Week, only: Id<'project'> | null = null): Promise<WeeklyReturn[]> {
  let query = visible(db, reach)
    .innerJoin('weekly_return', 'weekly_return.projectId', 'project.id')
    .selectAll('weekly_return')
    .where('weekly_return.week', '=', week);
  if (only) query = query.where('project.id', '=', only);
  return (await query.execute()).map(returnOf);
}

/** One project's returns, the newest first. */
export async function ofProject(db: Reader, projectId: Id<'project'>, limit: number): Promise<WeeklyReturn[]> {
  const rows = await db
    .selectFrom('weekly_return')
    .selectAll()
    .where('projectId', '=', projectId)
    .orderBy('week', 'desc')
    .limit(limit)
    .execute();
  return rows.map(returnOf);
}

/** Each project's last return before a week that counts: `lastBefore` of shared/returns in SQL. */
export async function lastBefore(db: Reader, reach: Reach, week: Week, only: Id<'project'> | null = null): Promise<WeeklyReturn[]> {
  let query = visible(db, reach)
    .innerJoin('weekly_return', (join) =>
      join.onRef('weekly_return.projectId', '=', 'project.id').on('weekly_return.week', '=', (built) =>
        built
          .selectFrom('weekly_return as earlier')
          .select((inner) => inner.fn.max('earlier.week').as('week'))
          .whereRef('earlier.projectId', '=', 'project.id')
          .where('earlier.state', '!=', 'sent-back')
          .where('earlier.week', '<', week),
      ),
    )
    .selectAll('weekly_return');
  if (only) query = query.where('project.id', '=', only);
  return (await query.execute()).map(returnOf);
}

/** The problems within reach that are still open, oldest first. */
export function openProblems(db: Reader, reach: Reach, only: Id<'project'> | null = null) {
  let query = visible(db, reach)
    .innerJoin('problem', 'problem.projectId', 'project.id')
    .select(['problem.id', 'problem.projectId', 'problem.title', 'problem.raisedOn', 'problem.version'])
    .where('problem.state', 'in', ['raised', 'assigned'])
    .orderBy('problem.raisedOn')
    .orderBy('problem.id');
  if (only) query = query.where('project.id', '=', only);
  return query.execute();
}

/** One return; what lies outside the asker's reach is not found. */
export async function load(db: Reader, reach: Reach, id: Id<'weeklyReturn'>): Promise<WeeklyReturn> {
  const row = await visible(db, reach)
    .innerJoin('weekly_return', 'weekly_return.projectId', 'project.id')
    .selectAll('weekly_return')
    .where('weekly_return.id', '=', id)
    .executeTakeFirst();
  if (!row) throw new DomainError('NOT_FOUND', { entity: 'return' });
  return returnOf(row);
}

/** Which weeks the returns given are of. */
export async function weeksOf(db: Reader, ids: readonly Id<'weeklyReturn'>[]) {
  if (ids.length === 0) return [];
  return db.selectFrom('weekly_return').select(['id', 'week']).where('id', 'in', ids).execute();
}

export async function insert(tx: Tx, districtId: Id<'unit'>, given: WeeklyReturn): Promise<WeeklyReturn> {
  await tx
    .insertInto('weekly_return')
    .values({ ...given, districtId })
    .execute();
  return given;
}

export async function save(tx: Tx, reach: Reach, given: WeeklyReturn): Promise<WeeklyReturn> {
  const { id, projectId: _project, week: _week, version, ...fields } = given;
  const row = await tx
    .updateTable('weekly_return')
    .set({ ...fields, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw await conflict(tx, await load(tx, reach, id));
  return returnOf(row);
}

/** Somebody was there first: the row as it is now, and who made it so. */
export async function conflict(db: Reader, newer: WeeklyReturn): Promise<DomainError> {
  const last = await db
    .selectFrom('event')
    .select('actorName')
    .where('entity', '=', 'return')
    .where('entityId', '=', newer.id)
    .where('result', '=', 'done')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return new DomainError('CONFLICT', { entity: 'return', newer, changedBy: last?.actorName ?? newer.submittedBy });
}
