import { z } from 'zod';
import { Criterion, type Entry, Group, type Inspection } from '#shared/inspections/schema.ts';
import type { Quarter } from '#shared/kit/calendar.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import { compareKeys } from '#shared/kit/rank.ts';
import type { Reader, Row, Tx } from '../db/tables.ts';

const Criteria = z.array(Criterion);
const Groups = z.array(Group);

function inspectionOf(row: Row<'inspection'>): Inspection {
  return { ...row, criteria: Criteria.parse(JSON.parse(row.criteria)), groups: Groups.parse(JSON.parse(row.groups)) };
}

function rowOf(inspection: Inspection): Row<'inspection'> {
  return { ...inspection, criteria: JSON.stringify(inspection.criteria), groups: JSON.stringify(inspection.groups) };
}

/** A district's inspection of a quarter; null where none was planned. */
export async function find(db: Reader, districtId: Id<'unit'>, quarter: Quarter): Promise<Inspection | null> {
  const row = await db
    .selectFrom('inspection')
    .selectAll()
    .where('districtId', '=', districtId)
    .where('quarter', '=', quarter)
    .executeTakeFirst();
  return row ? inspectionOf(row) : null;
}

export async function load(db: Reader, districtId: Id<'unit'>, id: Id<'inspection'>): Promise<Inspection> {
  const row = await db.selectFrom('inspection').selectAll().where('districtId', '=', districtId).where('id', '=', id).executeTakeFirst();
  if (!row) throw new DomainError('NOT_FOUND', { entity: 'inspection' });
  return inspectionOf(row);
}

/** The quarters that have an inspection, newest first. */
export async function quarters(db: Reader, districtId: Id<'unit'>): Promise<Quarter[]> {
  const rows = await db
    .selectFrom('inspection')
    .select('quarter')
    .where('districtId', '=', districtId)
    .orderBy('quarter', 'desc')
    .execute();
  return rows.map((row) => row.quarter);
}

export async function insert(tx: Tx, inspection: Inspection): Promise<void> {
  await tx.insertInto('inspection').values(rowOf(inspection)).execute();
}

export async function save(tx: Tx, inspection: Inspection): Promise<Inspection> {
  const { id, districtId, version, ...fields } = rowOf(inspection);
  const row = await tx
    .updateTable('inspection')
    .set({ ...fields, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'inspection', newer: await load(tx, districtId, id) });
  return inspectionOf(row);
}

/** An inspection's entries: the stops in the route's order, then what is rated without a stop. */
export async function entriesOf(db: Reader, inspectionId: Id<'inspection'>): Promise<Entry[]> {
  const entries = await db.selectFrom('entry').selectAll().where('inspectionId', '=', inspectionId).orderBy('id').execute();
  return entries.sort(byRoute);
}

/** Sorted here: the two databases disagree on where a null belongs. */
function byRoute(a: Pick<Entry, 'routeKey'>, b: Pick<Entry, 'routeKey'>): number {
  if (a.routeKey && b.routeKey) return compareKeys(a.routeKey, b.routeKey);
  return a.routeKey ? -1 : b.routeKey ? 1 : 0;
}

/** A project's entry in an inspection; null where it is not rated. */
export async function entryOf(db: Reader, inspectionId: Id<'inspection'>, projectId: Id<'project'>): Promise<Entry | null> {
  const row = await db
    .selectFrom('entry')
    .selectAll()
    .where('inspectionId', '=', inspectionId)
    .where('projectId', '=', projectId)
    .executeTakeFirst();
  return row ?? null;
}

/** One entry of a district; what belongs to another district is not found. */
export async function loadEntry(db: Reader, districtId: Id<'unit'>, id: Id<'entry'>): Promise<Entry> {
  const row = await db
    .selectFrom('entry')
    .innerJoin('inspection', 'inspection.id', 'entry.inspectionId')
    .selectAll('entry')
    .where('inspection.districtId', '=', districtId)
    .where('entry.id', '=', id)
    .executeTakeFirst();
  if (!row) throw new DomainError('NOT_FOUND', { entity: 'entry' });
  return row;
}

export async function insertEntry(tx: Tx, entry: Entry): Promise<void> {
  await tx.insertInto('entry').values(entry).execute();
}

export async function saveEntry(tx: Tx, entry: Entry): Promise<Entry> {
  const row = await tx
    .updateTable('entry')
    .set({ groupId: entry.groupId, routeKey: entry.routeKey, version: entry.version + 1 })
    .where('id', '=', entry.id)
    .where('version', '=', entry.version)
    .returningAll()
    .executeTakeFirst();
  if (!row) await conflict(tx, entry.id);
  return row ?? entry;
}

export async function removeEntry(tx: Tx, entry: Pick<Entry, 'id' | 'version'>): Promise<void> {
  const { numDeletedRows } = await tx
    .deleteFrom('entry')
    .where('id', '=', entry.id)
    .where('version', '=', entry.version)
    .executeTakeFirstOrThrow();
  if (Number(numDeletedRows) === 0) await conflict(tx, entry.id);
}

async function conflict(tx: Tx, id: Id<'entry'>): Promise<never> {
  const newer = await tx.selectFrom('entry').selectAll().where('id', '=', id).executeTakeFirst();
  throw new DomainError('CONFLICT', { entity: 'entry', newer: newer ?? null });
}

/** What a list says of the projects in it. */
export function projectsOf(db: Reader, projectIds: Id<'project'>[]) {
  if (projectIds.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('project')
    .innerJoin('unit', 'unit.id', 'project.unitId')
    .select(['project.id', 'project.key', 'project.name', 'project.unitId', 'unit.shortName as unitName'])
    .where('project.id', 'in', projectIds)
    .execute();
}

/** The district's inspectors who can still sign in. */
export function inspectors(db: Reader, districtId: Id<'unit'>) {
  return db
    .selectFrom('account')
    .innerJoin('unit', 'unit.id', 'account.unitId')
    .select(['account.id', 'account.name'])
    .where('unit.districtId', '=', districtId)
    .where('account.role', '=', 'inspector')
    .where('account.active', '=', 1)
    .orderBy('account.id')
    .execute();
}
