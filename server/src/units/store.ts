import type { Actor } from '#shared/accounts/schema.ts';
import type { Scope } from '#shared/auth/permissions.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import { bestFinds } from '#shared/projects/search.ts';
import type { UnitUse } from '#shared/units/rules.ts';
import { subtree, type Unit } from '#shared/units/schema.ts';
import type { Reader, Row, Tx } from '../db/tables.ts';
import { pinyinOf } from '../kit/pinyin.ts';
import type { Reach } from '../trpc.ts';

export function unitOf(row: Row<'unit'>): Unit {
  const { pinyin: _sortKey, active, ...unit } = row;
  return { ...unit, active: active === 1 };
}

/** The units of a district, or of the whole installation, by their Chinese order. */
export async function list(db: Reader, districtId: Id<'unit'> | null): Promise<Unit[]> {
  let query = db.selectFrom('unit').selectAll().orderBy('pinyin');
  if (districtId) query = query.where('districtId', '=', districtId);
  return (await query.execute()).map(unitOf);
}

/** The units at work that a text finds, best first, as far as the asker reaches. */
export async function search(db: Reader, reach: Reach, text: string, limit: number) {
  let query = db
    .selectFrom('unit')
    .select(['id', 'name', 'shortName', 'pinyin'])
    .where('districtId', '=', reach.districtId)
    .where('active', '=', 1)
    .orderBy('pinyin');
  if (reach.unitIds) query = query.where('id', 'in', reach.unitIds);
  const found = bestFinds(
    await query.execute(),
    ({ name, shortName, pinyin }) => ({
      names: [shortName, name],
      pinyin,
      initials: pinyinOf(shortName).initials,
      code: null,
      unitName: null,
    }),
    text,
    limit,
  );
  return found.map(({ pinyin: _sortKey, ...unit }) => unit);
}

export async function load(db: Reader, id: Id<'unit'>): Promise<Unit> {
  const row = await db.selectFrom('unit').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new DomainError('NOT_FOUND', { entity: 'unit' });
  return unitOf(row);
}

type Asker = { scope: Scope; actor: Pick<Actor, 'districtId'> };

/** The district whose units the asker reaches; null is the whole installation. */
export function reachOf({ scope, actor }: Asker): Id<'unit'> | null {
  if (scope === 'all') return null;
  // Without a district there is no narrower list to give, and the whole one is not theirs.
  if (!actor.districtId) throw new DomainError('FORBIDDEN', { reason: 'no-district' });
  return actor.districtId;
}

/** A unit that the asker reaches; outside of it, what hangs on it is not found either. */
export async function reached(db: Reader, asker: Asker, id: Id<'unit'>, entity = 'unit'): Promise<Unit> {
  const unit = await load(db, id);
  const districtId = reachOf(asker);
  if (districtId && unit.districtId !== districtId) throw new DomainError('NOT_FOUND', { entity });
  return unit;
}

/** A unit that a record is to name has to be one of the district's own; null names none. */
export async function requireIn(db: Reader, districtId: Id<'unit'>, id: Id<'unit'> | null): Promise<void> {
  if (id !== null && (await load(db, id)).districtId !== districtId) throw new DomainError('NOT_FOUND', { entity: 'unit' });
}

/** A unit that somebody asks about has to lie within their reach. */
export async function requireWithin(db: Reader, reach: Reach, id: Id<'unit'>): Promise<void> {
  await requireIn(db, reach.districtId, id);
  if (reach.unitIds && !reach.unitIds.includes(id)) throw new DomainError('NOT_FOUND', { entity: 'unit' });
}

/** A unit's own id and those of all units below it. */
export async function subtreeIds(db: Reader, root: Id<'unit'>): Promise<Id<'unit'>[]> {
  const units = await db.selectFrom('unit').select(['id', 'parentId']).execute();
  return [...subtree(units, root)];
}

/** What still hangs on a unit itself, not on those below it. */
export async function useOf(tx: Tx, id: Id<'unit'>): Promise<UnitUse> {
  const accounts = await tx.selectFrom('account').select('id').where('unitId', '=', id).where('active', '=', 1).execute();
  const projects = await tx.selectFrom('project').select('id').where('unitId', '=', id).where('standing', '!=', 'withdrawn').execute();
  return { accounts: accounts.length, projects: projects.length };
}

export async function insert(tx: Tx, unit: Unit): Promise<void> {
  await tx
    .insertInto('unit')
    .values({ ...unit, active: unit.active ? 1 : 0, pinyin: pinyinOf(unit.name).pinyin })
    .execute();
}

export async function save(tx: Tx, unit: Unit): Promise<Unit> {
  const { id, version, active, ...fields } = unit;
  const row = await tx
    .updateTable('unit')
    .set({ ...fields, active: active ? 1 : 0, pinyin: pinyinOf(unit.name).pinyin, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'unit', newer: await load(tx, id) });
  return unitOf(row);
}

export type LeaderLink = { unitId: Id<'unit'>; accountId: Id<'account'>; name: string };

/** Which leader is linked to which unit, in one unit or in all of a district; who has left is not named. */
export function leaders(db: Reader, districtId: Id<'unit'> | null, unitId: Id<'unit'> | null): Promise<LeaderLink[]> {
  let query = db
    .selectFrom('leader_link')
    .innerJoin('account', 'account.id', 'leader_link.accountId')
    .innerJoin('unit', 'unit.id', 'leader_link.unitId')
    .select(['leader_link.unitId', 'leader_link.accountId', 'account.name'])
    .where('account.active', '=', 1)
    .orderBy('leader_link.accountId');
  if (districtId) query = query.where('unit.districtId', '=', districtId);
  if (unitId) query = query.where('leader_link.unitId', '=', unitId);
  return query.execute();
}

export async function replaceLeaders(tx: Tx, unitId: Id<'unit'>, leaderIds: readonly Id<'account'>[]): Promise<void> {
  await tx.deleteFrom('leader_link').where('unitId', '=', unitId).execute();
  if (leaderIds.length === 0) return;
  await tx
    .insertInto('leader_link')
    .values(leaderIds.map((accountId) => ({ unitId, accountId })))
    .execute();
}
