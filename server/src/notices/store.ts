import type { EventAction } from '#shared/events/schema.ts';
import type { Instant } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import { type District, hearersOf } from '#shared/notices/hearers.ts';
import { tellingsOf } from '#shared/notices/rules.ts';
import { NOTICES_A_PAGE, type Notice } from '#shared/notices/schema.ts';
import type { Reader, Row, Tx } from '../db/tables.ts';

type Happened = {
  seq: number;
  at: Instant;
  actorId: string;
  actorName: string;
  action: EventAction;
  districtId: string | null;
  projectId: string | null;
  before: unknown;
  after: unknown;
};

/** Leaves the notices that an event gives, in the change that it records. */
export async function tell(tx: Tx, happened: Happened): Promise<void> {
  const tellings = tellingsOf(happened);
  if (tellings.length === 0 || happened.districtId === null) return;
  const { project, ...district } = await districtOf(tx, happened.districtId as Id<'unit'>, happened.projectId);
  const heard = hearersOf(tellings, happened.action, happened.actorId, { ...district, project });
  if (heard.length === 0) return;
  const { seq, at, actorName } = happened;
  const projectId = happened.projectId as Id<'project'> | null;
  const rows = heard.map(({ accountId, telling: { kind, subject, text, on } }) => ({
    ...{ accountId, seq, kind, at, actorName, projectId, text, on, readAt: null },
    subject: subject ?? project?.name ?? '',
  }));
  await tx.insertInto('notice').values(rows).execute();
}

/** Everybody of a district who can sign in, its tree, and who has the project that is spoken of. */
async function districtOf(
  tx: Tx,
  districtId: Id<'unit'>,
  projectId: string | null,
): Promise<District & { project: (NonNullable<District['project']> & { name: string }) | null }> {
  const people = await tx
    .selectFrom('account')
    .innerJoin('unit', 'unit.id', 'account.unitId')
    .select(['account.id', 'account.role', 'account.unitId'])
    .where('unit.districtId', '=', districtId)
    .where('account.active', '=', 1)
    .execute();
  const units = await tx.selectFrom('unit').select(['id', 'parentId']).where('districtId', '=', districtId).execute();
  const project = projectId
    ? await tx
        .selectFrom('project')
        .leftJoin('project_officer', 'project_officer.projectId', 'project.id')
        .select(['project.name', 'project.unitId', 'project_officer.accountId as officerId'])
        .where('project.id', '=', projectId as Id<'project'>)
        .executeTakeFirst()
    : null;
  return { people, units, project: project ?? null };
}

function noticeOf({ accountId: _account, ...row }: Row<'notice'>): Notice {
  return row;
}

/** A page of somebody's notices, the newest first; `before` is the number that the page before ended with. */
export async function list(db: Reader, accountId: string, asked: { before: number | null; unreadOnly: boolean }): Promise<Notice[]> {
  let query = ofAccount(db, accountId).selectAll();
  if (asked.before !== null) query = query.where('seq', '<', asked.before);
  if (asked.unreadOnly) query = query.where('readAt', 'is', null);
  return (await query.orderBy('seq', 'desc').limit(NOTICES_A_PAGE).execute()).map(noticeOf);
}

function ofAccount(db: Reader, accountId: string) {
  return db.selectFrom('notice').where('accountId', '=', accountIdOf(accountId));
}

/** A display's id never equals an account's, so for it there is nothing to find. */
function accountIdOf(actorId: string): Id<'account'> {
  return actorId as Id<'account'>;
}

export async function countUnread(db: Reader, accountId: string): Promise<number> {
  const { count } = await ofAccount(db, accountId)
    .select((built) => built.fn.countAll<number>().as('count'))
    .where('readAt', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Marks notices read, those named or all up to a number; answers how many there were. */
export async function markRead(tx: Tx, accountId: string, which: { seq: number } | { upTo: number }, now: Instant): Promise<number> {
  let query = tx.updateTable('notice').set({ readAt: now }).where('accountId', '=', accountIdOf(accountId)).where('readAt', 'is', null);
  query = 'seq' in which ? query.where('seq', '=', which.seq) : query.where('seq', '<=', which.upTo);
  return (await query.returning('seq').execute()).length;
}
