import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { LedgerName } from '#shared/ledgers/records.ts';
import { LedgerView, type SavedView } from '#shared/ledgers/view.ts';
import type { Reader, Row, Tx } from '../db/tables.ts';

/** Some projects, or all of a district. */
type Only = Id<'project'>[] | null;

/** What a ledger needs of projects beside their figures. */
export function extras(db: Reader, districtId: Id<'unit'>, only: Only) {
  const rows = db
    .selectFrom('project')
    .innerJoin('unit', 'unit.id', 'project.unitId')
    .select([
      'project.id',
      'project.pinyin',
      'project.initials',
      'project.location',
      'project.content',
      'project.track',
      'unit.pinyin as unitPinyin',
    ])
    .where('project.districtId', '=', districtId);
  return (only ? rows.where('project.id', 'in', only) : rows).execute();
}

/** The problems of a district's projects with the name of who deals with them. */
export function problems(db: Reader, districtId: Id<'unit'>, only: Only) {
  const rows = db
    .selectFrom('problem')
    .innerJoin('project', 'project.id', 'problem.projectId')
    .leftJoin('unit', 'unit.id', 'problem.ownerUnitId')
    .selectAll('problem')
    .select('unit.shortName as ownerName')
    .where('project.districtId', '=', districtId);
  return (only ? rows.where('problem.projectId', 'in', only) : rows).execute();
}

export function registrations(db: Reader, districtId: Id<'unit'>, only: Only) {
  const rows = db
    .selectFrom('registration')
    .innerJoin('project', 'project.id', 'registration.projectId')
    .selectAll('registration')
    .where('project.districtId', '=', districtId);
  return (only ? rows.where('registration.projectId', 'in', only) : rows).execute();
}

/** Whose views somebody may choose from: the office's and their own. */
export type Viewer = { districtId: Id<'unit'>; accountId: Id<'account'> };

/** A view with its place; `accountId` is null where it is the office's. */
export type KeptView = SavedView & { districtId: Id<'unit'>; accountId: Id<'account'> | null };

function viewOf({ body, ...row }: Row<'ledger_view'>): KeptView {
  return { ...row, isShared: row.accountId === null, view: LedgerView.parse(JSON.parse(body)) };
}

function visible(db: Reader, { districtId, accountId }: Viewer) {
  return db
    .selectFrom('ledger_view')
    .selectAll()
    .where('districtId', '=', districtId)
    .where((where) => where.or([where('accountId', 'is', null), where('accountId', '=', accountId)]));
}

/** The views of one ledger, the office's first. */
export async function views(db: Reader, viewer: Viewer, ledger: LedgerName): Promise<KeptView[]> {
  const rows = await visible(db, viewer).where('ledger', '=', ledger).orderBy('id').execute();
  return rows.map(viewOf).sort((a, b) => Number(b.isShared) - Number(a.isShared));
}

/** One view; somebody else's own is not found. */
export async function loadView(db: Reader, viewer: Viewer, id: Id<'ledgerView'>): Promise<KeptView> {
  const row = await visible(db, viewer).where('id', '=', id).executeTakeFirst();
  if (!row) throw new DomainError('NOT_FOUND', { entity: 'ledgerView' });
  return viewOf(row);
}

function rowOf({ isShared: _shared, view, ...row }: KeptView): Row<'ledger_view'> {
  return { ...row, body: JSON.stringify(view) };
}

export async function insertView(tx: Tx, view: KeptView): Promise<void> {
  await tx.insertInto('ledger_view').values(rowOf(view)).execute();
}

export async function saveView(tx: Tx, viewer: Viewer, view: KeptView): Promise<KeptView> {
  const { id, version, ...fields } = rowOf(view);
  const row = await tx
    .updateTable('ledger_view')
    .set({ ...fields, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'ledgerView', newer: await loadView(tx, viewer, id) });
  return viewOf(row);
}

export async function removeView(tx: Tx, viewer: Viewer, { id, version }: Pick<KeptView, 'id' | 'version'>): Promise<void> {
  const row = await tx.deleteFrom('ledger_view').where('id', '=', id).where('version', '=', version).returning('id').executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'ledgerView', newer: await loadView(tx, viewer, id) });
}
