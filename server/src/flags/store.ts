import type { Flag } from '#shared/flags/schema.ts';
import type { Quarter } from '#shared/kit/calendar.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { Reader, Tx } from '../db/tables.ts';

export async function load(db: Reader, districtId: Id<'unit'>, id: Id<'flag'>): Promise<Flag> {
  const row = await db.selectFrom('flag').selectAll().where('districtId', '=', districtId).where('id', '=', id).executeTakeFirst();
  if (!row) throw new DomainError('NOT_FOUND', { entity: 'flag' });
  return row;
}

/** A project's flag of a quarter, whatever its state. */
export async function find(db: Reader, quarter: Quarter, projectId: Id<'project'>): Promise<Flag | null> {
  const row = await db.selectFrom('flag').selectAll().where('quarter', '=', quarter).where('projectId', '=', projectId).executeTakeFirst();
  return row ?? null;
}

/** A quarter's flags as the board shows them. */
export function ofQuarter(db: Reader, districtId: Id<'unit'>, quarter: Quarter) {
  return db
    .selectFrom('flag')
    .select(['id', 'projectId', 'unitId', 'colour', 'state', 'version'])
    .where('districtId', '=', districtId)
    .where('quarter', '=', quarter)
    .orderBy('id')
    .execute();
}

/** A quarter's flags in full, with the names that they are shown with. */
export function list(db: Reader, districtId: Id<'unit'>, quarter: Quarter) {
  return db
    .selectFrom('flag')
    .leftJoin('project', 'project.id', 'flag.projectId')
    .leftJoin('unit', (join) => join.on((on) => on('unit.id', '=', on.fn.coalesce('flag.unitId', 'project.unitId'))))
    .selectAll('flag')
    .select(['project.name as projectName', 'unit.shortName as unitName'])
    .where('flag.districtId', '=', districtId)
    .where('flag.quarter', '=', quarter)
    .orderBy('flag.id')
    .execute();
}

/** Flags that were announced before a quarter: what streaks count. */
export function announcedBefore(db: Reader, districtId: Id<'unit'>, quarter: Quarter) {
  return db
    .selectFrom('flag')
    .select(['projectId', 'unitId', 'quarter', 'colour'])
    .where('districtId', '=', districtId)
    .where('state', '=', 'announced')
    .where('quarter', '<', quarter)
    .execute();
}

/** A project's flags, the latest quarter first. */
export function ofProject(db: Reader, projectId: Id<'project'>) {
  return db
    .selectFrom('flag')
    .select(['id', 'quarter', 'colour', 'state', 'basis'])
    .where('projectId', '=', projectId)
    .orderBy('quarter', 'desc')
    .execute();
}

/** How many announced flags of a year the projects of each unit hold. */
export async function byUnit(db: Reader, districtId: Id<'unit'>, year: number) {
  const rows = await db
    .selectFrom('flag')
    .innerJoin('project', 'project.id', 'flag.projectId')
    .innerJoin('unit', 'unit.id', 'project.unitId')
    .select((built) => ['unit.id as unitId', 'unit.shortName as unitName', 'flag.colour', built.fn.countAll<number>().as('count')])
    .where('flag.districtId', '=', districtId)
    .where('flag.state', '=', 'announced')
    .where('flag.quarter', '>=', `${year}-Q1` as Quarter)
    .where('flag.quarter', '<=', `${year}-Q4` as Quarter)
    .groupBy(['unit.id', 'unit.shortName', 'unit.pinyin', 'flag.colour'])
    .orderBy('unit.pinyin')
    .execute();
  const units = new Map<Id<'unit'>, { unitId: Id<'unit'>; unitName: string; red: number; black: number }>();
  for (const row of rows) {
    const unit = units.get(row.unitId) ?? { unitId: row.unitId, unitName: row.unitName, red: 0, black: 0 };
    unit[row.colour] = Number(row.count);
    units.set(row.unitId, unit);
  }
  return [...units.values()];
}

export async function insert(tx: Tx, flag: Flag): Promise<void> {
  await tx.insertInto('flag').values(flag).execute();
}

export async function save(tx: Tx, flag: Flag): Promise<Flag> {
  const row = await tx
    .updateTable('flag')
    .set({ state: flag.state, basis: flag.basis, signedByName: flag.signedByName, version: flag.version + 1 })
    .where('id', '=', flag.id)
    .where('version', '=', flag.version)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'flag', newer: await load(tx, flag.districtId, flag.id) });
  return row;
}

export async function remove(tx: Tx, flag: Pick<Flag, 'id' | 'districtId' | 'version'>): Promise<void> {
  const { numDeletedRows } = await tx
    .deleteFrom('flag')
    .where('id', '=', flag.id)
    .where('version', '=', flag.version)
    .executeTakeFirstOrThrow();
  if (Number(numDeletedRows) === 0) throw new DomainError('CONFLICT', { entity: 'flag', newer: await load(tx, flag.districtId, flag.id) });
}
