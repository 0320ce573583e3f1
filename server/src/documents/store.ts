import { Document } from '#shared/documents/model.ts';
import { titleOf } from '#shared/documents/wording.ts';
import { addDays, type Day, type Instant, instantAt } from '#shared/kit/calendar.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { Reader, Row, Tx } from '../db/tables.ts';
import type { Reach } from '../trpc.ts';

/** A document as issued: its number is drawn; issued again, its earlier versions are kept to the letter. */
export type IssuedDocument = Omit<Row<'document'>, 'model'> & { model: Document };

/** Draws the next number of a district's kind and year. The change's lock on the log keeps two from drawing one. */
export async function drawNumber(tx: Tx, districtId: Id<'unit'>, kind: string, year: number): Promise<number> {
  const row = await tx
    .insertInto('numbering')
    .values({ districtId, kind, year, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['districtId', 'kind', 'year']).doUpdateSet((built) => ({ last: built('numbering.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return row.last;
}

/** Keeps an issued document, for the units that it is issued to. Its kind, period and title are the model's own. */
export async function issue(
  tx: Tx,
  given: {
    id: Id<'document'>;
    districtId: Id<'unit'>;
    period: Row<'document'>['period'];
    year: number;
    number: number;
    issuedAt: Instant;
    /** 签发人 */
    signedByName: string | null;
    model: Document;
  },
  unitIds: readonly Id<'unit'>[],
): Promise<void> {
  const { model, ...row } = given;
  await tx
    .insertInto('document')
    .values({ ...row, kind: model.kind, title: titleOf(model), model: JSON.stringify(model), attempt: 1 })
    .execute();
  await sendTo(tx, given.id, unitIds);
}

/** Says to which units a document is issued; the district's own id is all of them. */
export async function sendTo(tx: Tx, documentId: Id<'document'>, unitIds: readonly Id<'unit'>[]): Promise<void> {
  await tx.deleteFrom('document_reader').where('documentId', '=', documentId).execute();
  const rows = [...new Set(unitIds)].map((unitId) => ({ documentId, unitId }));
  if (rows.length > 0) await tx.insertInto('document_reader').values(rows).execute();
}

/** The documents that exist for the asker: a unit's are those that are issued to it, or to all. */
function readable(db: Reader, { districtId, unitIds }: Reach) {
  const inDistrict = db.selectFrom('document').where('document.districtId', '=', districtId);
  if (unitIds === null) return inDistrict;
  return inDistrict.where((built) =>
    built.exists(
      built
        .selectFrom('document_reader')
        .select('document_reader.unitId')
        .whereRef('document_reader.documentId', '=', 'document.id')
        .where('document_reader.unitId', 'in', [...unitIds, districtId]),
    ),
  );
}

/** Keeps what is issued now beside what will replace it, with the reason. */
export async function keepVersion(tx: Tx, id: Id<'document'>, reason: string, now: Instant): Promise<void> {
  const { attempt, title, model, issuedAt } = await tx.selectFrom('document').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  await tx.insertInto('document_version').values({ documentId: id, attempt, title, model, issuedAt, replacedAt: now, reason }).execute();
}

/** Issues a document once more under its number; the version before was kept. Answers which version it is. */
export async function issueAgain(tx: Tx, id: Id<'document'>, model: Document, now: Instant, signedByName: string): Promise<number> {
  const row = await tx
    .updateTable('document')
    .set((built) => ({
      title: titleOf(model),
      model: JSON.stringify(model),
      issuedAt: now,
      signedByName,
      attempt: built('attempt', '+', 1),
    }))
    .where('id', '=', id)
    .returning('attempt')
    .executeTakeFirstOrThrow();
  return row.attempt;
}

/** The versions of a document that others have replaced, the newest first, without their models. */
export function versions(db: Reader, id: Id<'document'>) {
  return db
    .selectFrom('document_version')
    .select(['attempt', 'issuedAt', 'replacedAt', 'reason'])
    .where('documentId', '=', id)
    .orderBy('attempt', 'desc')
    .execute();
}

/** One version of a document as it was issued, for whoever may read it; the one that stands where none is named. */
export async function read(db: Reader, reach: Reach, id: Id<'document'>, attempt: number | undefined): Promise<IssuedDocument> {
  const found = await readable(db, reach).select('document.id').where('document.id', '=', id).executeTakeFirst();
  if (!found) throw new DomainError('NOT_FOUND', { entity: 'document' });
  const current = await load(db, reach.districtId, id);
  if (attempt === undefined || attempt === current.attempt) return current;
  const row = await db
    .selectFrom('document_version')
    .selectAll()
    .where('documentId', '=', id)
    .where('attempt', '=', attempt)
    .executeTakeFirst();
  if (!row) throw new DomainError('NOT_FOUND', { entity: 'document' });
  const { title, issuedAt } = row;
  return { ...current, attempt, title, issuedAt, model: Document.parse(JSON.parse(row.model)) };
}

/** One issued document of a district, with its model. */
export async function load(db: Reader, districtId: Id<'unit'>, id: Id<'document'>): Promise<IssuedDocument> {
  const row = await db.selectFrom('document').selectAll().where('districtId', '=', districtId).where('id', '=', id).executeTakeFirst();
  if (!row) throw new DomainError('NOT_FOUND', { entity: 'document' });
  return { ...row, model: Document.parse(JSON.parse(row.model)) };
}

/** What was issued from one day to another, newest first, and which kinds a district has ever issued. */
export async function issuedBetween(db: Reader, districtId: Id<'unit'>, from: Day, to: Day) {
  const documents = await db
    .selectFrom('document')
    .select(['id', 'kind', 'period', 'year', 'number', 'title', 'issuedAt'])
    .where('districtId', '=', districtId)
    .where('issuedAt', '>=', instantAt(from, '00:00'))
    .where('issuedAt', '<', instantAt(addDays(to, 1), '00:00'))
    .orderBy('issuedAt', 'desc')
    .execute();
  const kinds = await db.selectFrom('document').select('kind').distinct().where('districtId', '=', districtId).execute();
  return { documents, kinds: kinds.map((row) => row.kind) };
}

/** The documents of a year that exist for the asker, without their models, the newest number of each kind first, with what replaced them. */
export async function ofYear(db: Reader, reach: Reach, year: number) {
  const rows = await readable(db, reach)
    .select(['id', 'kind', 'period', 'year', 'number', 'title', 'issuedAt', 'signedByName', 'attempt'])
    .where('year', '=', year)
    .orderBy('kind')
    .orderBy('number', 'desc')
    .execute();
  const replaced = await db
    .selectFrom('document_version')
    .innerJoin('document', 'document.id', 'document_version.documentId')
    .select([
      'document_version.documentId',
      'document_version.attempt',
      'document_version.issuedAt',
      'document_version.replacedAt',
      'document_version.reason',
    ])
    .where('document.districtId', '=', reach.districtId)
    .where('document.year', '=', year)
    .orderBy('document_version.attempt', 'desc')
    .execute();
  return rows.map((row) => ({
    ...row,
    replaced: replaced.filter(({ documentId }) => documentId === row.id).map(({ documentId: _document, ...version }) => version),
  }));
}

/** The years in which anything was issued that exists for the asker, the latest first. */
export async function years(db: Reader, reach: Reach): Promise<number[]> {
  const rows = await readable(db, reach).select('year').distinct().orderBy('year', 'desc').execute();
  return rows.map(({ year }) => year);
}

/** Of what was withdrawn, the number of its correction; null while that is being drafted. */
export type Withdrawn = Map<Id<'document'>, { year: number; number: number } | null>;

/** What was withdrawn among the issues of some works, in the order of issuing: whatever is not what stands now. */
export function withdrawnOf(
  issues: readonly { id: Id<'document'>; workId: string; standing: Id<'document'> | null; year: number; number: number }[],
): Withdrawn {
  const found: Withdrawn = new Map();
  for (const [at, { id, workId, standing }] of issues.entries()) {
    if (id === standing) continue;
    const next = issues.slice(at + 1).find((issue) => issue.workId === workId);
    found.set(id, next ? { year: next.year, number: next.number } : null);
  }
  return found;
}
