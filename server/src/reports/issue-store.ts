import type { WordEdit } from '#shared/documents/edits.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { ReportInput } from '#shared/reports/input.ts';
import type { Reader, Tx } from '../db/tables.ts';
import { type Withdrawn, withdrawnOf } from '../documents/store.ts';

/** What an issued report was drafted from: everything that it was told, and the office's words. */
export type Recipe = {
  /** The edition of the words: another one would write the same input otherwise. */
  edition: number;
  input: ReportInput;
  edits: WordEdit[];
};

export async function insert(tx: Tx, issue: { documentId: Id<'document'>; reportId: Id<'report'>; recipe: Recipe }): Promise<void> {
  await tx
    .insertInto('report_issue')
    .values({ ...issue, recipe: JSON.stringify(issue.recipe) })
    .execute();
}

/** Every report that was issued, with its text to the letter. */
export async function issued(db: Reader) {
  const rows = await db
    .selectFrom('report_issue')
    .innerJoin('document', 'document.id', 'report_issue.documentId')
    .select(['documentId', 'recipe', 'document.model', 'document.kind', 'document.year', 'document.number'])
    .orderBy('document.kind')
    .orderBy('document.year')
    .orderBy('document.number')
    .execute();
  // Our own words, written in the same change as the document.
  return rows.map((row) => ({ ...row, recipe: JSON.parse(row.recipe) as Recipe }));
}

/** Of each report that was withdrawn after it was issued, the number of its correction; null while that is being drafted. */
export async function withdrawn(db: Reader, districtId: Id<'unit'>): Promise<Withdrawn> {
  const rows = await db
    .selectFrom('report_issue')
    .innerJoin('report', 'report.id', 'report_issue.reportId')
    .innerJoin('document', 'document.id', 'report_issue.documentId')
    .select(['report.id as workId', 'document.id', 'document.year', 'document.number', 'report.documentId as standing'])
    .where('document.districtId', '=', districtId)
    .orderBy('document.issuedAt')
    .orderBy('document.number')
    .execute();
  return withdrawnOf(rows);
}
