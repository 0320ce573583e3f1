import type { Actor } from '#shared/accounts/schema.ts';
import type { Instant } from '#shared/kit/calendar.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { NewRow, Reader, Tx } from '../db/tables.ts';

/** The actor behind a display's token; null where the link was revoked or never was. */
export async function actorOfDisplay(db: Reader, tokenHash: string, now: Instant): Promise<Actor | null> {
  const link = await db
    .selectFrom('display_link')
    .innerJoin('unit', 'unit.id', 'display_link.districtId')
    .select(['display_link.id', 'display_link.name', 'display_link.districtId', 'display_link.seenAt', 'unit.name as unitName'])
    .where('tokenHash', '=', tokenHash)
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
  if (!link) return null;
  if (!link.seenAt || link.seenAt.slice(0, 13) !== now.slice(0, 13)) {
    await db.updateTable('display_link').set({ seenAt: now }).where('id', '=', link.id).execute();
  }
  return { id: link.id, name: link.name, role: 'display', unitId: link.districtId, unitName: link.unitName, districtId: link.districtId };
}

export function list(db: Reader, districtId: Id<'unit'>) {
  return db
    .selectFrom('display_link')
    .select(['id', 'name', 'seriesId', 'createdAt', 'seenAt', 'revokedAt', 'version'])
    .where('districtId', '=', districtId)
    .orderBy('createdAt', 'desc')
    .execute();
}

export async function insert(tx: Tx, link: NewRow<'display_link'>): Promise<void> {
  await tx.insertInto('display_link').values(link).execute();
}

/** The series that a device shows; null where it follows whichever is live. */
export async function seriesOf(db: Reader, deviceId: string): Promise<Id<'meetingSeries'> | null> {
  const row = await db
    .selectFrom('display_link')
    .select('seriesId')
    .where('id', '=', deviceId as Id<'display'>)
    .executeTakeFirst();
  return row?.seriesId ?? null;
}

type Tied = { id: Id<'display'>; seriesId: Id<'meetingSeries'> | null; version: number };

/** Ties a device to a series, or to whichever is live; one that was revoked shows nothing any more. */
export async function setSeries(tx: Tx, districtId: Id<'unit'>, { id, seriesId, version }: Tied): Promise<void> {
  const found = (await list(tx, districtId)).find((link) => link.id === id);
  if (!found || found.revokedAt !== null) throw new DomainError('NOT_FOUND', { entity: 'display' });
  const row = await tx
    .updateTable('display_link')
    .set({ seriesId, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'display', newer: found });
}

/** Revokes a link; answers the hash of its token, so that its streams end at once. */
export async function revoke(tx: Tx, districtId: Id<'unit'>, id: Id<'display'>, now: Instant): Promise<string> {
  const row = await tx
    .updateTable('display_link')
    .set((built) => ({ revokedAt: now, version: built('version', '+', 1) }))
    .where('id', '=', id)
    .where('districtId', '=', districtId)
    .where('revokedAt', 'is', null)
    .returning('tokenHash')
    .executeTakeFirst();
  if (!row) throw new DomainError('NOT_FOUND', { entity: 'display' });
  return row.tokenHash;
}

export async function isGood(db: Reader, tokenHash: string): Promise<boolean> {
  const row = await db
    .selectFrom('display_link')
    .select('id')
    .where('tokenHash', '=', tokenHash)
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
