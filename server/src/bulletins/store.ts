import type { Bulletin, Nomination } from '#shared/bulletins/schema.ts';
import type { Month } from '#shared/kit/calendar.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import { fixed } from '../db/fixed.ts';
import type { Reader, Row, Tx } from '../db/tables.ts';

function bulletinOf({ year: _year, ...bulletin }: Row<'bulletin'>): Bulletin {
  return bulletin;
}

const rowOfMonth = fixed(['districtId', 'month'], (db, { districtId, month }: Pick<Bulletin, 'districtId' | 'month'>) =>
  db.selectFrom('bulletin').selectAll().where('districtId', '=', districtId).where('month', '=', month),
);

export async function ofMonth(db: Reader, districtId: Id<'unit'>, month: Month): Promise<Bulletin | null> {
  const [row] = await rowOfMonth(db, { districtId, month });
  return row ? bulletinOf(row) : null;
}

export async function load(db: Reader, districtId: Id<'unit'>, id: Id<'bulletin'>): Promise<Bulletin> {
  const row = await db.selectFrom('bulletin').selectAll().where('districtId', '=', districtId).where('id', '=', id).executeTakeFirst();
  if (!row) throw new DomainError('NOT_FOUND', { entity: 'bulletin' });
  return bulletinOf(row);
}

/** Bulletins, newest month first. */
export async function list(db: Reader, districtId: Id<'unit'>): Promise<Bulletin[]> {
  const rows = await db
    .selectFrom('bulletin')
    .selectAll()
    .where('districtId', '=', districtId)
    .orderBy('month', 'desc')
    .limit(60)
    .execute();
  return rows.map(bulletinOf);
}

/** The bulletins whose words are not settled yet. */
export async function unsigned(db: Reader, districtId: Id<'unit'>): Promise<Bulletin[]> {
  const rows = await db
    .selectFrom('bulletin')
    .selectAll()
    .where('districtId', '=', districtId)
    .where('state', 'not in', ['signed', 'issued'])
    .execute();
  return rows.map(bulletinOf);
}

export async function insert(tx: Tx, bulletin: Bulletin): Promise<void> {
  await tx
    .insertInto('bulletin')
    .values({ ...bulletin, year: Number(bulletin.month.slice(0, 4)) })
    .execute();
}

/** Saves a bulletin against the version it was made from. */
export async function save(tx: Tx, bulletin: Bulletin): Promise<Bulletin> {
  const { id, districtId, month: _month, version, ...fields } = bulletin;
  const row = await tx
    .updateTable('bulletin')
    .set({ ...fields, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'bulletin', newer: await load(tx, districtId, id) });
  return bulletinOf(row);
}

const raiseVersion = fixed(['id', 'version', 'next'], (tx, { id, version, next }: Pick<Bulletin, 'id' | 'version'> & { next: number }) =>
  tx.updateTable('bulletin').set({ version: next }).where('id', '=', id).where('version', '=', version).returning('version'),
);

/** What a bulletin says has changed though its own fields have not: nobody reviews or signs words that they have not seen. */
export async function sayAnew(tx: Tx, { id, districtId, version }: Bulletin): Promise<void> {
  const [raised] = await raiseVersion(tx, { id, version, next: version + 1 });
  if (!raised) throw new DomainError('CONFLICT', { entity: 'bulletin', newer: await load(tx, districtId, id) });
}

const nominationRows = fixed(['bulletinId'], (db, { bulletinId }: Pick<Nomination, 'bulletinId'>) =>
  db.selectFrom('nomination').selectAll().where('bulletinId', '=', bulletinId).orderBy('kind').orderBy('orderKey'),
);

/** The projects put forward for a bulletin, in their order. */
export function nominations(db: Reader, bulletinId: Id<'bulletin'>): Promise<Nomination[]> {
  return nominationRows(db, { bulletinId });
}

export async function nominationOf(db: Reader, bulletinId: Id<'bulletin'>, projectId: Id<'project'>): Promise<Nomination | null> {
  const row = await db
    .selectFrom('nomination')
    .selectAll()
    .where('bulletinId', '=', bulletinId)
    .where('projectId', '=', projectId)
    .executeTakeFirst();
  return row ?? null;
}

export async function insertNomination(tx: Tx, nomination: Nomination): Promise<void> {
  await tx.insertInto('nomination').values(nomination).execute();
}

const movedNomination = fixed(
  ['id', 'kind', 'orderKey', 'version', 'next'],
  (tx, { id, version, next, ...place }: Omit<Nomination, 'bulletinId' | 'projectId'> & { next: number }) =>
    tx
      .updateTable('nomination')
      .set({ ...place, version: next })
      .where('id', '=', id)
      .where('version', '=', version)
      .returningAll(),
);

export async function saveNomination(tx: Tx, { id, kind, orderKey, version }: Nomination): Promise<Nomination> {
  const [row] = await movedNomination(tx, { id, kind, orderKey, version, next: version + 1 });
  if (!row) throw new DomainError('CONFLICT', { entity: 'nomination' });
  return row;
}

export async function removeNomination(tx: Tx, id: Id<'nomination'>): Promise<void> {
  await tx.deleteFrom('nomination').where('id', '=', id).execute();
}
