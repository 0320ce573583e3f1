import { type Day, firstDayOfYear, yearOf } from '#shared/kit/calendar.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import { zero } from '#shared/kit/money.ts';
import type { VerifiedDone } from '#shared/lamps/input.ts';
import type { SiteVisit } from '#shared/visits/schema.ts';
import type { Reader, Tx } from '../db/tables.ts';
import { visible } from '../projects/store.ts';
import type { Reach } from '../trpc.ts';

/** A project's visits, the latest first. */
export function ofProject(db: Reader, projectId: Id<'project'>): Promise<SiteVisit[]> {
  return db
    .selectFrom('site_visit')
    .selectAll()
    .where('projectId', '=', projectId)
    .orderBy('visitedOn', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** What every visit of a district's projects found, for their gates. */
export async function findings(db: Reader, districtId: Id<'unit'>, projectIds: Id<'project'>[] | null) {
  if (projectIds?.length === 0) return [];
  let query = db
    .selectFrom('site_visit')
    .innerJoin('project', 'project.id', 'site_visit.projectId')
    .select(['site_visit.id', 'site_visit.projectId', 'site_visit.visitedOn', 'site_visit.finding'])
    .where('project.districtId', '=', districtId);
  if (projectIds) query = query.where('site_visit.projectId', 'in', projectIds);
  return query.execute();
}

/** What was measured on site this year up to a day, beside what was reported then; the latest of each project. */
export async function measured(db: Reader, districtId: Id<'unit'>, asOf: Day, projectIds: Id<'project'>[] | null) {
  let query = db
    .selectFrom('site_visit')
    .innerJoin('project', 'project.id', 'site_visit.projectId')
    .select(['site_visit.projectId', 'site_visit.visitedOn', 'site_visit.verifiedDone', 'site_visit.reportedDone'])
    .where('project.districtId', '=', districtId)
    .where('site_visit.verifiedDone', 'is not', null)
    .where('site_visit.visitedOn', '>=', firstDayOfYear(yearOf(asOf)))
    .where('site_visit.visitedOn', '<=', asOf)
    .orderBy('site_visit.visitedOn')
    .orderBy('site_visit.id');
  if (projectIds) query = query.where('site_visit.projectId', 'in', projectIds);
  const rows = await query.execute();
  return new Map(
    rows.map(({ projectId, visitedOn, verifiedDone, reportedDone }): [Id<'project'>, VerifiedDone] => [
      projectId,
      { on: visitedOn, done: verifiedDone ?? zero, reported: reportedDone ?? zero },
    ]),
  );
}

/** One visit; what lies outside the asker's reach is not found. */
export async function load(db: Reader, reach: Reach, id: Id<'siteVisit'>): Promise<SiteVisit> {
  const row = await visible(db, reach)
    .innerJoin('site_visit', 'site_visit.projectId', 'project.id')
    .selectAll('site_visit')
    .where('site_visit.id', '=', id)
    .executeTakeFirst();
  if (!row) throw new DomainError('NOT_FOUND', { entity: 'siteVisit' });
  return row;
}

export async function insert(tx: Tx, visit: SiteVisit): Promise<void> {
  await tx.insertInto('site_visit').values(visit).execute();
}

export async function save(tx: Tx, reach: Reach, visit: SiteVisit): Promise<SiteVisit> {
  const { id, projectId: _project, version, ...fields } = visit;
  const row = await tx
    .updateTable('site_visit')
    .set({ ...fields, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'siteVisit', newer: await load(tx, reach, id) });
  return row;
}
