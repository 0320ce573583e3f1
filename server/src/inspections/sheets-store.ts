import { Scoresheet } from '#shared/inspections/schema.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { Reader, Row, Tx } from '../db/tables.ts';

const Marks = Scoresheet.shape.marks;

function sheetOf(row: Row<'scoresheet'>): Scoresheet {
  return { ...row, marks: Marks.parse(JSON.parse(row.marks)) };
}

function ofInspection(db: Reader, inspectionId: Id<'inspection'>) {
  return db.selectFrom('scoresheet').innerJoin('entry', 'entry.id', 'scoresheet.entryId').where('entry.inspectionId', '=', inspectionId);
}

/** Every sheet of an inspection; only its results are for others than their inspectors. */
export async function all(db: Reader, inspectionId: Id<'inspection'>): Promise<Scoresheet[]> {
  return (await ofInspection(db, inspectionId).selectAll('scoresheet').orderBy('scoresheet.id').execute()).map(sheetOf);
}

/** One inspector's own sheets of an inspection. */
export async function own(db: Reader, inspectionId: Id<'inspection'>, inspectorId: Id<'account'>): Promise<Scoresheet[]> {
  const rows = await ofInspection(db, inspectionId).selectAll('scoresheet').where('scoresheet.inspectorId', '=', inspectorId).execute();
  return rows.map(sheetOf);
}

/** An inspector's sheet for an entry; null where none was handed in. */
export async function find(db: Reader, entryId: Id<'entry'>, inspectorId: Id<'account'>): Promise<Scoresheet | null> {
  const row = await db
    .selectFrom('scoresheet')
    .selectAll()
    .where('entryId', '=', entryId)
    .where('inspectorId', '=', inspectorId)
    .executeTakeFirst();
  return row ? sheetOf(row) : null;
}

/** How many sheets stand on an entry. */
export async function countOf(db: Reader, entryId: Id<'entry'>): Promise<number> {
  const row = await db
    .selectFrom('scoresheet')
    .select((built) => built.fn.countAll<number>().as('count'))
    .where('entryId', '=', entryId)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

export async function insert(tx: Tx, sheet: Scoresheet): Promise<void> {
  await tx
    .insertInto('scoresheet')
    .values({ ...sheet, marks: JSON.stringify(sheet.marks) })
    .execute();
}

export async function save(tx: Tx, sheet: Scoresheet): Promise<Scoresheet> {
  const row = await tx
    .updateTable('scoresheet')
    .set({ marks: JSON.stringify(sheet.marks), remark: sheet.remark, submittedAt: sheet.submittedAt, version: sheet.version + 1 })
    .where('id', '=', sheet.id)
    .where('version', '=', sheet.version)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'scoresheet', newer: await find(tx, sheet.entryId, sheet.inspectorId) });
  return sheetOf(row);
}
