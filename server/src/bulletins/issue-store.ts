import type { BulletinDraft } from '#shared/bulletins/compose.ts';
import type { BulletinInput } from '#shared/bulletins/input.ts';
import type { Month } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { Reader, Tx } from '../db/tables.ts';
import { type Withdrawn, withdrawnOf } from '../documents/store.ts';

/** What an issued bulletin was drafted from besides the rows of its cut. */
export type Recipe = {
  /** The edition of the words: another one would write the same rows otherwise. */
  edition: number;
  previousCutId: Id<'cut'> | null;
  input: Omit<BulletinInput, 'rows'>;
  draft: Pick<BulletinDraft, 'edits' | 'values'>;
};

export async function insert(
  tx: Tx,
  issue: { documentId: Id<'document'>; bulletinId: Id<'bulletin'>; cutId: Id<'cut'>; recipe: Recipe },
): Promise<void> {
  await tx
    .insertInto('bulletin_issue')
    .values({ ...issue, recipe: JSON.stringify(issue.recipe) })
    .execute();
}

/** Every bulletin that was issued, with its text to the letter and what the log says of it. */
export async function issued(db: Reader) {
  const rows = await db
    .selectFrom('bulletin_issue')
    .innerJoin('document', 'document.id', 'bulletin_issue.documentId')
    .select(['documentId', 'bulletinId', 'cutId', 'recipe', 'document.model', 'document.year', 'document.number', 'document.districtId'])
    .orderBy('document.year')
    .orderBy('document.number')
    .execute();
  // Our own words, written in the same change as the document.
  return rows.map((row) => ({ ...row, recipe: JSON.parse(row.recipe) as Recipe }));
}

/** The cut that a month's latest issue was drafted from; null where none was issued. */
export async function cutIssued(db: Reader, districtId: Id<'unit'>, month: Month): Promise<Id<'cut'> | null> {
  const row = await db
    .selectFrom('bulletin_issue')
    .innerJoin('bulletin', 'bulletin.id', 'bulletin_issue.bulletinId')
    .innerJoin('document', 'document.id', 'bulletin_issue.documentId')
    .select('bulletin_issue.cutId')
    .where('bulletin.districtId', '=', districtId)
    .where('bulletin.month', '=', month)
    .orderBy('document.number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.cutId ?? null;
}

/** Of each bulletin that was withdrawn after it was issued, the number of its correction; null while that is being drafted. */
export async function withdrawn(db: Reader, districtId: Id<'unit'>): Promise<Withdrawn> {
  const rows = await db
    .selectFrom('bulletin_issue')
    .innerJoin('bulletin', 'bulletin.id', 'bulletin_issue.bulletinId')
    .innerJoin('document', 'document.id', 'bulletin_issue.documentId')
    .select(['bulletin_issue.bulletinId as workId', 'document.id', 'document.year', 'document.number', 'bulletin.documentId as standing'])
    .where('document.districtId', '=', districtId)
    .orderBy('document.issuedAt')
    .orderBy('document.number')
    .execute();
  return withdrawnOf(rows);
}
