import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import { partIn } from '#shared/problems/flow.ts';
import { Problem } from '#shared/problems/schema.ts';
import type { Reader, Row, Tx } from '../db/tables.ts';
import { visible } from '../projects/store.ts';
import type { Reach } from '../trpc.ts';

const Helpers = Problem.shape.helperUnitIds;

function problemOf<Kept extends Row<'problem'>>(row: Kept) {
  const { helperUnitIds, rungSince, ...problem } = row;
  return {
    ...problem,
    rungSince: rungSince ?? row.raisedOn,
    helperUnitIds: helperUnitIds === null ? [] : Helpers.parse(JSON.parse(helperUnitIds)),
  };
}

function rowOf<Fields extends Pick<Problem, 'helperUnitIds'>>({ helperUnitIds, ...row }: Fields) {
  return { ...row, helperUnitIds: helperUnitIds.length === 0 ? null : JSON.stringify(helperUnitIds) };
}

/** A project's problems, the newest first. */
export async function ofProject(db: Reader, projectId: Id<'project'>): Promise<Problem[]> {
  const rows = await db
    .selectFrom('problem')
    .selectAll()
    .where('projectId', '=', projectId)
    .orderBy('raisedOn', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(problemOf);
}

/** The problems of a district's projects, or of some of them, each with its project's name, unit, stage and standing. */
export async function ofDistrict(db: Reader, districtId: Id<'unit'>, wanted: { only?: Id<'project'>[] | null; isUnclosed?: boolean }) {
  let rows = db
    .selectFrom('problem')
    .innerJoin('project', 'project.id', 'problem.projectId')
    .innerJoin('unit', 'unit.id', 'project.unitId')
    .selectAll('problem')
    .select(['project.name as projectName', 'project.unitId as projectUnitId', 'project.stage', 'project.standing'])
    .select('unit.shortName as projectUnitName')
    .where('project.districtId', '=', districtId);
  if (wanted.only) rows = rows.where('problem.projectId', 'in', wanted.only);
  if (wanted.isUnclosed) rows = rows.where('problem.state', '!=', 'closed').where('project.mergedIntoId', 'is', null);
  return (await rows.orderBy('problem.raisedOn').orderBy('problem.id').execute()).map(problemOf);
}

/** One problem; what lies outside the asker's reach is not found. */
export async function load(db: Reader, reach: Reach, id: Id<'problem'>): Promise<Problem> {
  const row = await visible(db, reach)
    .innerJoin('problem', 'problem.projectId', 'project.id')
    .selectAll('problem')
    .where('problem.id', '=', id)
    .executeTakeFirst();
  if (!row) throw new DomainError('NOT_FOUND', { entity: 'problem' });
  return problemOf(row);
}

/**
 * One problem with what the asker's units have to do with it: theirs, to help with, or (null) only to be read as their
 * project's. What is neither assigned to them nor about their projects is not found.
 */
export async function loadAssigned(db: Reader, reach: Reach, id: Id<'problem'>) {
  const everywhere = { ...reach, unitIds: null };
  const problem = await load(db, everywhere, id);
  const { unitId } = await db.selectFrom('project').select('unitId').where('id', '=', problem.projectId).executeTakeFirstOrThrow();
  const part = reach.unitIds && partIn({ ...problem, projectUnitId: unitId }, reach.unitIds);
  if (reach.unitIds && part === null && !reach.unitIds.includes(unitId)) throw new DomainError('NOT_FOUND', { entity: 'problem' });
  return { problem, part };
}

/** The districts that have problems which nobody has solved yet. */
export async function openDistricts(db: Reader): Promise<Id<'unit'>[]> {
  const rows = await db
    .selectFrom('problem')
    .innerJoin('project', 'project.id', 'problem.projectId')
    .select('project.districtId')
    .distinct()
    .where('problem.state', 'in', ['raised', 'assigned'])
    .execute();
  return rows.map((row) => row.districtId);
}

export async function insert(tx: Tx, problem: Problem): Promise<void> {
  await tx.insertInto('problem').values(rowOf(problem)).execute();
}

export async function save(tx: Tx, reach: Reach, problem: Problem): Promise<Problem> {
  const { id, projectId: _project, version, ...fields } = problem;
  const row = await tx
    .updateTable('problem')
    .set({ ...rowOf(fields), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'problem', newer: await load(tx, reach, id) });
  return problemOf(row);
}
