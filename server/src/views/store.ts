import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import { SavedView, type ViewPlace } from '#shared/views/schema.ts';
import type { Reader, Row, Tx } from '../db/tables.ts';

/** Whose views somebody may choose from: the office's and their own. */
export type Viewer = { districtId: Id<'unit'>; accountId: Id<'account'> };

/** A view with its place; `accountId` is null where it is the office's. */
export type KeptView = SavedView & { districtId: Id<'unit'>; accountId: Id<'account'> | null };

function viewOf({ body, districtId, accountId, ...row }: Row<'saved_view'>): KeptView {
  const view = SavedView.parse({ ...row, isShared: accountId === null, view: JSON.parse(body) });
  return { ...view, districtId, accountId };
}

function visible(db: Reader, { districtId, accountId }: Viewer) {
  return db
    .selectFrom('saved_view')
    .selectAll()
    .where('districtId', '=', districtId)
    .where((where) => where.or([where('accountId', 'is', null), where('accountId', '=', accountId)]));
}

/** The views of one place, the office's first. */
export async function list(db: Reader, viewer: Viewer, place: ViewPlace): Promise<KeptView[]> {
  const rows = await visible(db, viewer).where('place', '=', place).orderBy('id').execute();
  return rows.map(viewOf).sort((a, b) => Number(b.isShared) - Number(a.isShared));
}

/** One view; somebody else's own is not found. */
export async function load(db: Reader, viewer: Viewer, id: Id<'savedView'>): Promise<KeptView> {
  const row = await visible(db, viewer).where('id', '=', id).executeTakeFirst();
  if (!row) throw new DomainError('NOT_FOUND', { entity: 'savedView' });
  return viewOf(row);
}

function rowOf({ isShared: _shared, view, ...row }: KeptView): Row<'saved_view'> {
  return { ...row, body: JSON.stringify(view) };
}

export async function insert(tx: Tx, view: KeptView): Promise<void> {
  await tx.insertInto('saved_view').values(rowOf(view)).execute();
}

export async function save(tx: Tx, viewer: Viewer, view: KeptView): Promise<KeptView> {
  const { id, version, ...fields } = rowOf(view);
  const row = await tx
    .updateTable('saved_view')
    .set({ ...fields, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'savedView', newer: await load(tx, viewer, id) });
  return viewOf(row);
}

export async function remove(tx: Tx, viewer: Viewer, { id, version }: Pick<KeptView, 'id' | 'version'>): Promise<void> {
  const row = await tx.deleteFrom('saved_view').where('id', '=', id).where('version', '=', version).returning('id').executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'savedView', newer: await load(tx, viewer, id) });
}
