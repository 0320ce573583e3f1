import { Document } from '#shared/documents/model.ts';
import { titleOf } from '#shared/documents/wording.ts';
import { addDays, type Day, type Instant, instantAt } from '#shared/kit/calendar.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { Reader, Row, Tx } from '../db/tables.ts';

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

/** Keeps an issued document. Its kind, period and title are the model's own. */
export async function issue(
  tx: Tx,
  given: {
    id: Id<'document'>;
    districtId: Id<'unit'>;
    period: Row<'document'>['period'];
    year: number;
    number: number;
    issuedAt: Instant;
    model: Document;
  },
): Promise<void> {
  const { model, ...row } = given;
  await tx
    .insertInto('document')
    .values({ ...row, kind: model.kind, title: titleOf(model), model: JSON.stringify(model), attempt: 1 })
    .execute();
}

/** Keeps what is issued now beside what will replace it, with the reason. */
export async function keepVersion(tx: Tx, id: Id<'document'>, reason: string, now: Instant): Promise<void> {
  const { attempt, title, model, issuedAt } = await tx.selectFrom('document').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  await tx.insertInto('document_version').values({ documentId: id, attempt, title, model, issuedAt, replacedAt: now, reason }).execute();
}

/** Issues a document once more under its number; the version before was kept. Answers which version it is. */
export async function issueAgain(tx: Tx, id: Id<'document'>, model: Document, now: Instant): Promise<number> {
  const row = await tx
    .updateTable('document')
    .set((built) => ({ title: titleOf(model), model: JSON.stringify(model), issuedAt: now, attempt: built('attempt', '+', 1) }))
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

/** One version of a document as it was issued; the one that stands where none is named. */
export async function loadVersion(
  db: Reader,
  districtId: Id<'unit'>,
  id: Id<'document'>,
  attempt: number | undefined,
): Promise<IssuedDocument> {
  const current = await load(db, districtId, id);
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

/** The documents of a district's year without their models, the newest number of each kind first, with what replaced them. */
export async function ofYear(db: Reader, districtId: Id<'unit'>, year: number) {
  const rows = await db
    .selectFrom('document')
    .select(['id', 'kind', 'period', 'year', 'number', 'title', 'issuedAt', 'attempt'])
    .where('districtId', '=', districtId)
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
    .where('document.districtId', '=', districtId)
    .where('document.year', '=', year)
    .orderBy('document_version.attempt', 'desc')
    .execute();
  return rows.map((row) => ({
    ...row,
    replaced: replaced.filter(({ documentId }) => documentId === row.id).map(({ documentId: _document, ...version }) => version),
  }));
}

/** The years in which a district issued anything, the latest first. */
export async function years(db: Reader, districtId: Id<'unit'>): Promise<number[]> {
  const rows = await db
    .selectFrom('document')
    .select('year')
    .distinct()
    .where('districtId', '=', districtId)
    .orderBy('year', 'desc')
    .execute();
  return rows.map(({ year }) => year);
}
