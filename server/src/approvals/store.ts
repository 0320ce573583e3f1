import type { ExpressionBuilder } from 'kysely';
import { z } from 'zod';
import { type ApprovalStep, StepEntry, StepTerms } from '#shared/approvals/schema.ts';
import type { Day } from '#shared/kit/calendar.ts';
import { DomainError } from '#shared/kit/errors.ts';
import { type Id, idOf } from '#shared/kit/ids.ts';
import { basisWords, PERMIT } from '#shared/projects/papers.ts';
import type { Reader, Row, Tables, Tx } from '../db/tables.ts';
import { visible } from '../projects/store.ts';
import type { Reach } from '../trpc.ts';

const Course = z.array(StepEntry);
const Needs = z.array(idOf('approvalStep'));

function courseOf(kept: string | null): StepEntry[] | null {
  return kept === null ? null : Course.parse(JSON.parse(kept));
}

function stepOf(row: Row<'approval_step'>): ApprovalStep {
  const { stageGroup, course, terms, needs, ...step } = row;
  return {
    ...step,
    group: stageGroup,
    course: courseOf(course),
    terms: terms === null ? null : StepTerms.parse(JSON.parse(terms)),
    needs: needs === null ? [] : Needs.parse(JSON.parse(needs)),
  };
}

/** A step's fields as its row holds them. */
function rowOf<Step extends Pick<ApprovalStep, 'group' | 'course' | 'terms' | 'needs'>>({ group, course, terms, needs, ...row }: Step) {
  const kept = (value: object | null) => (value === null ? null : JSON.stringify(value));
  return { ...row, stageGroup: group, course: kept(course), terms: kept(terms), needs: needs.length === 0 ? null : kept(needs) };
}

/** The steps of the projects given, or of a whole district, in their order. */
export async function list(db: Reader, districtId: Id<'unit'>, projectIds: Id<'project'>[] | null): Promise<ApprovalStep[]> {
  let query = db
    .selectFrom('approval_step')
    .innerJoin('project', 'project.id', 'approval_step.projectId')
    .selectAll('approval_step')
    .where('project.districtId', '=', districtId)
    .orderBy('approval_step.projectId')
    .orderBy('approval_step.orderKey');
  if (projectIds) query = query.where('approval_step.projectId', 'in', projectIds);
  return (await query.execute()).map(stepOf);
}

/**
 * What is settled as of a day, in SQL as `standing` says it: not needed, or finished by then. It is only counted: of a
 * large district's steps most are done, and none of those is named on a card.
 */
function settledAsOf(asOf: Day) {
  return (where: ExpressionBuilder<Pick<Tables, 'approval_step'>, 'approval_step'>) =>
    where.or([
      where('approval_step.state', '=', 'exempt'),
      where.and([
        where('approval_step.state', '=', 'done'),
        where.or([where('approval_step.acceptedOn', 'is', null), where('approval_step.acceptedOn', '<=', asOf)]),
        where.or([where('approval_step.doneOn', 'is', null), where('approval_step.doneOn', '<=', asOf)]),
      ]),
    ]);
}

function inDistrict(db: Reader, districtId: Id<'unit'>, projectIds: Id<'project'>[] | null) {
  const steps = db
    .selectFrom('approval_step')
    .innerJoin('project', 'project.id', 'approval_step.projectId')
    .where('project.districtId', '=', districtId);
  return projectIds ? steps.where('approval_step.projectId', 'in', projectIds) : steps;
}

/** What the clock reads of a step, with whose it is and how it is called. */
const clocked = [
  'approval_step.projectId',
  'approval_step.name',
  'approval_step.state',
  'approval_step.limitDays',
  'approval_step.limitUnit',
  'approval_step.acceptedOn',
  'approval_step.dueOn',
  'approval_step.doneOn',
  'approval_step.tolerantUntil',
  'approval_step.course',
] as const;

/** Rows that the clock reads, with what was told of them. */
function withCourse<Listed extends { course: string | null }>(rows: readonly Listed[]) {
  return rows.map((row) => ({ ...row, course: courseOf(row.course) }));
}

/** What a district's list says of all its steps: fewer columns than `list`, because a large district has tens of thousands. */
export async function listed(db: Reader, districtId: Id<'unit'>, projectIds: Id<'project'>[] | null) {
  const rows = await inDistrict(db, districtId, projectIds)
    .select([...clocked, 'approval_step.id', 'approval_step.documentNumber', 'approval_step.agencyUnitId'])
    .execute();
  return withCourse(rows);
}

/** Which steps count: those of the projects given, as of a day; with `known`, only what was in the plan by that day, or had begun by `asOf`. */
export type StepQuery = { districtId: Id<'unit'>; asOf: Day; known: Day | null; only: Id<'project'>[] | null };

function countedSteps(db: Reader, { districtId, asOf, known, only }: StepQuery) {
  const steps = inDistrict(db, districtId, only);
  if (known === null) return steps;
  return steps.where((where) =>
    where.or([
      where('approval_step.addedOn', 'is', null),
      where('approval_step.addedOn', '<=', known),
      where('approval_step.acceptedOn', '<=', asOf),
      where('approval_step.doneOn', '<=', asOf),
    ]),
  );
}

/** The steps that are not settled as of a day, in their order: what the clock reads of them, and what a card names. */
export async function openAsOf(db: Reader, query: StepQuery) {
  const rows = await countedSteps(db, query)
    .select([...clocked, 'approval_step.agencyUnitId'])
    .where((where) => where.not(settledAsOf(query.asOf)(where)))
    .orderBy('approval_step.projectId')
    .orderBy('approval_step.orderKey')
    .execute();
  return withCourse(rows);
}

/** The steps accepted by agencies and not yet decided, the longest first: of the units given, or of the whole district. */
export async function waitingWith(db: Reader, districtId: Id<'unit'>, agencyIds: Id<'unit'>[] | null) {
  if (agencyIds?.length === 0) return [];
  let query = inDistrict(db, districtId, null)
    .innerJoin('unit as owner', 'owner.id', 'project.unitId')
    .select([...clocked, 'approval_step.id', 'approval_step.agencyUnitId', 'approval_step.version', 'approval_step.documentNumber'])
    .select(['approval_step.validUntil', 'project.name as projectName', 'project.key', 'project.stage', 'project.unitId'])
    .select('owner.shortName as unitName')
    .where('approval_step.state', 'in', ['accepted', 'tolerant', 'supplement'])
    .where('approval_step.agencyUnitId', 'is not', null)
    .where('project.standing', '=', 'active')
    .where('project.mergedIntoId', 'is', null)
    .orderBy('approval_step.acceptedOn')
    .orderBy('approval_step.id');
  if (agencyIds) query = query.where('approval_step.agencyUnitId', 'in', agencyIds);
  return withCourse(await query.execute());
}

/** What was accepted with papers missing and still waits for them, in all districts, of the projects that go on. */
export async function tolerated(db: Reader) {
  const rows = await db
    .selectFrom('approval_step')
    .innerJoin('project', 'project.id', 'approval_step.projectId')
    .select([...clocked, 'approval_step.id', 'project.districtId'])
    .where('approval_step.state', '=', 'tolerant')
    .where('project.standing', '=', 'active')
    .where('project.mergedIntoId', 'is', null)
    .orderBy('approval_step.id')
    .execute();
  return withCourse(rows);
}

/** The projects whose items are counted: those that are active, with the unit that answers for each. */
export function jointProjects(db: Reader, { districtId, unitIds }: Reach) {
  const projects = db
    .selectFrom('project')
    .innerJoin('unit', 'unit.id', 'project.unitId')
    .select(['project.id', 'project.name', 'unit.shortName as unitName'])
    .where('project.districtId', '=', districtId)
    .where('project.standing', '=', 'active')
    .where('project.mergedIntoId', 'is', null);
  return (unitIds ? projects.where('project.unitId', 'in', unitIds) : projects).execute();
}

/** What runs at an agency of the projects within reach, or waits there for papers, in the steps' order. */
export async function inHand(db: Reader, reach: Reach, only: Id<'project'> | null = null) {
  let query = visible(db, reach)
    .innerJoin('approval_step', 'approval_step.projectId', 'project.id')
    .leftJoin('unit as agency', 'agency.id', 'approval_step.agencyUnitId')
    .select([...clocked, 'approval_step.id', 'approval_step.version', 'agency.shortName as agencyName'])
    .where('approval_step.state', 'in', ['accepted', 'tolerant', 'supplement'])
    .orderBy('approval_step.orderKey');
  if (only) query = query.where('approval_step.projectId', '=', only);
  return withCourse(await query.execute());
}

/** How many steps of each project are settled as of a day: done, or not needed. */
export async function countSettled(db: Reader, query: StepQuery) {
  const rows = await countedSteps(db, query)
    .select((built) => ['approval_step.projectId', 'approval_step.state', built.fn.countAll<number>().as('count')])
    .where(settledAsOf(query.asOf))
    .groupBy(['approval_step.projectId', 'approval_step.state'])
    .execute();
  const counts = new Map<Id<'project'>, { done: number; exempt: number }>();
  for (const { projectId, state, count } of rows) {
    const of = counts.get(projectId) ?? { done: 0, exempt: 0 };
    of[state === 'exempt' ? 'exempt' : 'done'] = Number(count);
    counts.set(projectId, of);
  }
  return counts;
}

const START_PAPERS = [PERMIT, ...Object.values(basisWords).flat()];

/** What the gate of 开工 reads of the steps, of the projects that still have it before them. */
export async function startPapers(db: Reader, districtId: Id<'unit'>, projectIds: Id<'project'>[] | null) {
  if (projectIds?.length === 0) return [];
  return inDistrict(db, districtId, projectIds)
    .select(['approval_step.projectId', 'approval_step.name', 'approval_step.state'])
    .where('project.stage', 'in', ['planned', 'signed', 'preparing'])
    .where((where) => where.or(START_PAPERS.map((word) => where('approval_step.name', 'like', `%${word}%`))))
    .execute();
}

export async function insert(tx: Tx, step: ApprovalStep): Promise<void> {
  await tx.insertInto('approval_step').values(rowOf(step)).execute();
}

/** One step; what lies outside the asker's reach is not found. */
export async function load(db: Reader, reach: Reach, id: Id<'approvalStep'>): Promise<ApprovalStep> {
  const row = await visible(db, reach)
    .innerJoin('approval_step', 'approval_step.projectId', 'project.id')
    .selectAll('approval_step')
    .where('approval_step.id', '=', id)
    .executeTakeFirst();
  if (!row) throw new DomainError('NOT_FOUND', { entity: 'step' });
  return stepOf(row);
}

/** One step, also for the agency that decides it: of another unit's project that is all that exists for it. */
export async function loadAssigned(db: Reader, reach: Reach, id: Id<'approvalStep'>): Promise<ApprovalStep> {
  const { unitIds } = reach;
  if (!unitIds) return load(db, reach, id);
  const row = await inDistrict(db, reach.districtId, null)
    .selectAll('approval_step')
    .where('approval_step.id', '=', id)
    .where((where) => where.or([where('project.unitId', 'in', unitIds), where('approval_step.agencyUnitId', 'in', unitIds)]))
    .executeTakeFirst();
  if (!row) throw new DomainError('NOT_FOUND', { entity: 'step' });
  return stepOf(row);
}

export async function save(tx: Tx, reach: Reach, step: ApprovalStep): Promise<ApprovalStep> {
  const { id, projectId: _project, version, ...fields } = rowOf(step);
  const row = await tx
    .updateTable('approval_step')
    .set({ ...fields, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'step', newer: await loadAssigned(tx, reach, id) });
  return stepOf(row);
}
