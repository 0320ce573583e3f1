import { sql } from 'kysely';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import { PlanBaseline, type Project, YearPlan } from '#shared/projects/schema.ts';
import { bestFinds, searchKey, searchText } from '#shared/projects/search.ts';
import { fixed } from '../db/fixed.ts';
import type { Reader, Row, Tx } from '../db/tables.ts';
import { pinyinOf } from '../kit/pinyin.ts';
import type { Reach } from '../trpc.ts';

export function projectOf(row: Row<'project'>): Project {
  const { pinyin: _sortKey, initials: _searchKey, mergedIntoId: _into, ...project } = row;
  return project;
}

/** The projects that exist for the asker; a duplicate is part of another. Every read of projects by a person starts here. */
export function visible(db: Reader, reach: Reach) {
  const inDistrict = db.selectFrom('project').where('project.districtId', '=', reach.districtId).where('project.mergedIntoId', 'is', null);
  return reach.unitIds ? inDistrict.where('project.unitId', 'in', reach.unitIds) : inDistrict;
}

const visibleById = fixed(['id', 'districtId'], (db, { id, districtId }: { id: Id<'project'>; districtId: Id<'unit'> }) =>
  visible(db, { scope: 'all', districtId, unitIds: null }).selectAll('project').where('project.id', '=', id),
);

/** One project; what lies outside the asker's reach is not found. */
export async function load(db: Reader, reach: Reach, id: Id<'project'>): Promise<Project> {
  const [row] = await visibleById(db, { id, districtId: reach.districtId });
  if (!row || (reach.unitIds && !reach.unitIds.includes(row.unitId)))
    throw new DomainError('NOT_FOUND', { entity: 'project', ...(await mergedIntoOf(db, reach, id)) });
  return projectOf(row);
}

/** Which of the projects named exist for the asker. */
export async function idsIn(db: Reader, reach: Reach, ids: readonly Id<'project'>[]): Promise<Set<Id<'project'>>> {
  if (ids.length === 0) return new Set();
  const rows = await visible(db, reach).select('project.id').where('project.id', 'in', ids).execute();
  return new Set(rows.map((row) => row.id));
}

/** What the projects named are called, of those that exist for the asker. */
export async function namesOf(db: Reader, reach: Reach, ids: readonly Id<'project'>[]): Promise<Map<Id<'project'>, string>> {
  if (ids.length === 0) return new Map();
  const rows = await visible(db, reach).select(['project.id', 'project.name']).where('project.id', 'in', ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Where a record that is no more went, for whoever may see what it became part of: an old link leads on. */
async function mergedIntoOf(db: Reader, reach: Reach, id: Id<'project'>): Promise<{ mergedInto?: Id<'project'> }> {
  const row = await visible(db, reach)
    .innerJoin('project as part', 'part.mergedIntoId', 'project.id')
    .select('project.id')
    .where('part.id', '=', id)
    .executeTakeFirst();
  return row ? { mergedInto: row.id } : {};
}

/** The ids of all projects that exist for the asker. */
export async function idsOf(db: Reader, reach: Reach): Promise<Set<Id<'project'>>> {
  const rows = await visible(db, reach).select('project.id').execute();
  return new Set(rows.map((row) => row.id));
}

/** The next short number of the installation; the change's lock on the log keeps two from drawing one. */
async function nextKey(tx: Tx): Promise<number> {
  const row = await tx
    .selectFrom('project')
    .select((built) => built.fn.max('key').as('last'))
    .executeTakeFirst();
  return Number(row?.last ?? 0) + 1;
}

export async function insert(tx: Tx, project: Omit<Project, 'key'>): Promise<Project> {
  const key = await nextKey(tx);
  await tx
    .insertInto('project')
    .values({ ...project, key, ...pinyinOf(project.name) })
    .execute();
  return { ...project, key };
}

export async function save(tx: Tx, reach: Reach, project: Project): Promise<Project> {
  const { id, key: _key, districtId: _districtId, version, ...fields } = project;
  const row = await tx
    .updateTable('project')
    .set({ ...fields, ...pinyinOf(project.name), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'project', newer: await load(tx, reach, id) });
  return projectOf(row);
}

const { byMonth: ByMonth } = YearPlan.shape;

function yearPlanOf(row: Row<'year_plan'>): YearPlan {
  return {
    ...row,
    byMonth: row.byMonth === null ? null : ByMonth.parse(JSON.parse(row.byMonth)),
    baseline: row.baseline === null ? null : PlanBaseline.parse(JSON.parse(row.baseline)),
  };
}

function planRowOf(plan: YearPlan): Row<'year_plan'> {
  return { ...plan, byMonth: plan.byMonth && JSON.stringify(plan.byMonth), baseline: plan.baseline && JSON.stringify(plan.baseline) };
}

/** The plans of one year, for the projects given or for a whole district. */
export async function yearPlans(
  db: Reader,
  districtId: Id<'unit'>,
  year: number,
  projectIds: Id<'project'>[] | null = null,
): Promise<YearPlan[]> {
  let query = db
    .selectFrom('year_plan')
    .innerJoin('project', 'project.id', 'year_plan.projectId')
    .selectAll('year_plan')
    .where('project.districtId', '=', districtId)
    .where('project.mergedIntoId', 'is', null)
    .where('year_plan.year', '=', year);
  if (projectIds) query = query.where('year_plan.projectId', 'in', projectIds);
  return (await query.execute()).map(yearPlanOf);
}

export async function insertYearPlan(tx: Tx, plan: YearPlan): Promise<void> {
  await tx.insertInto('year_plan').values(planRowOf(plan)).execute();
}

export async function saveYearPlan(tx: Tx, plan: YearPlan): Promise<YearPlan> {
  const { id, projectId: _project, year: _year, version, ...fields } = planRowOf(plan);
  const row = await tx
    .updateTable('year_plan')
    .set({ ...fields, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'yearPlan' });
  return yearPlanOf(row);
}

/** The districts where a year that has begun still holds classes that were set for it beforehand. */
export async function districtsToTurn(db: Reader, year: number): Promise<Id<'unit'>[]> {
  const rows = await db
    .selectFrom('year_plan')
    .innerJoin('project', 'project.id', 'year_plan.projectId')
    .select('project.districtId')
    .distinct()
    .where('project.mergedIntoId', 'is', null)
    .where('year_plan.year', '=', year)
    .where('year_plan.yearClass', 'is not', null)
    .execute();
  return rows.map((row) => row.districtId);
}

/** The projects of the list within reach with their unit's name, by their Chinese order. */
export async function listed(db: Reader, reach: Reach): Promise<(Project & { unitName: string })[]> {
  const rows = await visible(db, reach)
    .innerJoin('unit', 'unit.id', 'project.unitId')
    .selectAll('project')
    .select('unit.shortName as unitName')
    .where('project.standing', '!=', 'withdrawn')
    .orderBy('unit.pinyin')
    .orderBy('project.pinyin')
    .execute();
  return rows.map(({ unitName, ...row }) => ({ ...projectOf(row), unitName }));
}

/**
 * The projects that a text finds, best first. The database picks out what may hold it, the shared rule says what does and
 * how near it is; names and codes are short, so that all of a large district's are ranked in a few milliseconds.
 */
export async function search(db: Reader, reach: Reach, text: string, limit: number) {
  const [words, key] = [holding(searchText(text)), holding(searchKey(text))];
  const rows = await visible(db, reach)
    .innerJoin('unit', 'unit.id', 'project.unitId')
    .select([
      'project.id',
      'project.key',
      'project.name',
      'project.pinyin',
      'project.initials',
      'project.code',
      'project.kind',
      'unit.shortName as unitName',
    ])
    .where((where) =>
      where.or([
        sql<boolean>`lower(${where.ref('project.name')}) like ${words}`,
        sql<boolean>`lower(${where.ref('unit.shortName')}) like ${words}`,
        sql<boolean>`lower(${where.ref('project.code')}) like ${key}`,
        where('project.initials', 'like', key),
        sql<boolean>`replace(${where.ref('project.pinyin')}, ' ', '') like ${key}`,
      ]),
    )
    .orderBy('project.pinyin')
    .execute();
  const found = bestFinds(rows, ({ name, ...row }) => ({ ...row, names: [name] }), text, limit);
  return found.map(({ pinyin: _sortKey, initials: _searchKey, ...project }) => project);
}

/**
 * A pattern for text that is text. Whatever is no letter or digit stands for any sign: （ for (, and nothing of it for
 * more than itself.
 */
function holding(text: string): string {
  return `%${text.replace(/[^\p{L}\p{N}]/gu, '_')}%`;
}
