import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { ProjectOfficer } from '#shared/officers/schema.ts';
import type { Reader, Tx } from '../db/tables.ts';

/** Who carries a project; version 0 where nobody has been named. */
export async function ofProject(db: Reader, projectId: Id<'project'>): Promise<ProjectOfficer> {
  const row = await db.selectFrom('project_officer').selectAll().where('projectId', '=', projectId).executeTakeFirst();
  return row ? { projectId, officerId: row.accountId, version: row.version } : { projectId, officerId: null, version: 0 };
}

/** Who carries a project, by name; null where nobody does. */
export async function named(db: Reader, projectId: Id<'project'>): Promise<{ id: Id<'account'>; name: string } | null> {
  const row = await db
    .selectFrom('project_officer')
    .innerJoin('account', 'account.id', 'project_officer.accountId')
    .select(['account.id', 'account.name'])
    .where('project_officer.projectId', '=', projectId)
    .executeTakeFirst();
  return row ?? null;
}

/** Who carries what in a district, as project → account. */
export async function ofDistrict(db: Reader, districtId: Id<'unit'>): Promise<Map<Id<'project'>, Id<'account'>>> {
  const rows = await db
    .selectFrom('project_officer')
    .innerJoin('project', 'project.id', 'project_officer.projectId')
    .select(['project_officer.projectId', 'project_officer.accountId'])
    .where('project.districtId', '=', districtId)
    .execute();
  return new Map(rows.flatMap(({ projectId, accountId }) => (accountId ? [[projectId, accountId] as const] : [])));
}

/** The projects that somebody carries and that are still listed. */
export function carriedBy(db: Reader, accountId: Id<'account'>) {
  return db
    .selectFrom('project_officer')
    .innerJoin('project', 'project.id', 'project_officer.projectId')
    .select(['project_officer.projectId', 'project_officer.version', 'project.name', 'project.unitId'])
    .where('project_officer.accountId', '=', accountId)
    .where('project.standing', '!=', 'withdrawn')
    .orderBy('project.pinyin')
    .execute();
}

export async function save(tx: Tx, { projectId, officerId, version }: ProjectOfficer): Promise<ProjectOfficer> {
  const row = { projectId, accountId: officerId, version: version + 1 };
  const current = await ofProject(tx, projectId);
  if (current.version !== version) throw new DomainError('CONFLICT', { entity: 'officer', newer: current });
  if (version === 0) await tx.insertInto('project_officer').values(row).execute();
  else await tx.updateTable('project_officer').set(row).where('projectId', '=', projectId).execute();
  return { projectId, officerId, version: row.version };
}

/** Unread notices about projects follow the work: what was told to who leaves is still to be done. */
export async function moveUnread(tx: Tx, fromId: Id<'account'>, toId: Id<'account'>, projectIds: readonly Id<'project'>[]): Promise<void> {
  if (projectIds.length === 0) return;
  const held = await tx.selectFrom('notice').select('seq').where('accountId', '=', toId).execute();
  let query = tx
    .updateTable('notice')
    .set({ accountId: toId })
    .where('accountId', '=', fromId)
    .where('readAt', 'is', null)
    .where('projectId', 'in', projectIds);
  const both = held.map((row) => row.seq);
  if (both.length > 0) query = query.where('seq', 'not in', both);
  await query.execute();
}
