import type { HomeBulletin, HomeFlag, HomeReturn, HomeSignoff } from '#shared/home/schema.ts';
import type { Week } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { Reader } from '../db/tables.ts';
import { visible } from '../projects/store.ts';
import type { Reach } from '../trpc.ts';

/** Problems that are not closed, the longest standing first, with the names of their project and its unit. */
function openProblems(db: Reader, districtId: Id<'unit'>) {
  return db
    .selectFrom('problem')
    .innerJoin('project', 'project.id', 'problem.projectId')
    .innerJoin('unit', 'unit.id', 'project.unitId')
    .select(['problem.id', 'problem.projectId', 'problem.title', 'problem.state', 'problem.rung', 'problem.raisedOn', 'problem.dueOn'])
    .select(['project.name as projectName', 'project.unitId', 'unit.shortName as unitName'])
    .where('project.districtId', '=', districtId)
    .where('project.mergedIntoId', 'is', null)
    .orderBy('problem.raisedOn')
    .orderBy('problem.id');
}

/** What was assigned to units 交办, whosever project it holds up. */
export function assignedProblems(db: Reader, districtId: Id<'unit'>, unitIds: readonly Id<'unit'>[]) {
  return openProblems(db, districtId).where('problem.state', '=', 'assigned').where('problem.ownerUnitId', 'in', unitIds).execute();
}

/** What was handed up to one of the rungs and is not solved. */
export function handedUpProblems(db: Reader, districtId: Id<'unit'>, rungs: readonly ('office' | 'leader' | 'meeting')[]) {
  return openProblems(db, districtId).where('problem.state', 'in', ['raised', 'assigned']).where('problem.rung', 'in', rungs).execute();
}

/** What is said to be solved and waits for its 销号. */
export function solvedProblems(db: Reader, districtId: Id<'unit'>) {
  return openProblems(db, districtId).where('problem.state', '=', 'solved').execute();
}

/** A week's returns that nobody has looked at yet, the longest waiting first. */
export function submittedReturns(db: Reader, reach: Reach, week: Week): Promise<HomeReturn[]> {
  return visible(db, reach)
    .innerJoin('weekly_return', 'weekly_return.projectId', 'project.id')
    .innerJoin('unit', 'unit.id', 'project.unitId')
    .select([
      'weekly_return.id',
      'weekly_return.version',
      'weekly_return.projectId',
      'weekly_return.submittedAt',
      'weekly_return.submittedBy',
      'weekly_return.filledInFor',
    ])
    .select(['project.name as projectName', 'unit.shortName as unitName'])
    .where('weekly_return.week', '=', week)
    .where('weekly_return.state', '=', 'submitted')
    .orderBy('weekly_return.submittedAt')
    .orderBy('weekly_return.id')
    .execute();
}

/** What leaders are asked to let start with papers missing, the longest waiting first. */
export function askedSignoffs(db: Reader, reach: Reach): Promise<HomeSignoff[]> {
  return visible(db, reach)
    .innerJoin('signoff', 'signoff.projectId', 'project.id')
    .innerJoin('unit', 'unit.id', 'project.unitId')
    .selectAll('signoff')
    .select(['project.name as projectName', 'unit.shortName as unitName'])
    .where('signoff.state', '=', 'asked')
    .orderBy('signoff.askedAt')
    .orderBy('signoff.id')
    .execute();
}

/** Flags that have come to a point of their way, of any quarter. */
export async function flagsIn(db: Reader, districtId: Id<'unit'>, state: 'reviewed' | 'signed'): Promise<HomeFlag[]> {
  const rows = await db
    .selectFrom('flag')
    .leftJoin('project', 'project.id', 'flag.projectId')
    .leftJoin('unit', 'unit.id', 'flag.unitId')
    .select(['flag.id', 'flag.colour', 'flag.quarter', 'flag.basis', 'project.name as projectName', 'unit.shortName as unitName'])
    .where('flag.districtId', '=', districtId)
    .where('flag.state', '=', state)
    .orderBy('flag.id')
    .execute();
  return rows.map(({ projectName, unitName, ...flag }) => ({ ...flag, holder: projectName ?? unitName ?? '' }));
}

/** The bulletins that one of the units given is still to sign with 会签. */
export function bulletinsToCosign(db: Reader, districtId: Id<'unit'>, unitIds: readonly Id<'unit'>[]): Promise<HomeBulletin[]> {
  return db
    .selectFrom('bulletin')
    .innerJoin('bulletin_cosigner', 'bulletin_cosigner.bulletinId', 'bulletin.id')
    .select(['bulletin.month', 'bulletin.state'])
    .distinct()
    .where('bulletin.districtId', '=', districtId)
    .where('bulletin.state', '=', 'cosigning')
    .where('bulletin_cosigner.unitId', 'in', unitIds)
    .where('bulletin_cosigner.verdict', 'is', null)
    .orderBy('bulletin.month')
    .execute();
}

/** What a leader is linked to 联系. */
export async function linkedUnits(db: Reader, accountId: string): Promise<Set<Id<'unit'>>> {
  const rows = await db
    .selectFrom('leader_link')
    .select('unitId')
    .where('accountId', '=', accountId as Id<'account'>)
    .execute();
  return new Set(rows.map((row) => row.unitId));
}
