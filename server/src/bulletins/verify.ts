import { composeDraft } from '#shared/bulletins/compose.ts';
import { EDITION } from '#shared/bulletins/draft.ts';
import { issueText } from '#shared/documents/wording.ts';
import * as cuts from '../cuts/store.ts';
import type { Reader } from '../db/tables.ts';
import { digestOf, digests } from '../documents/digests.ts';
import { rowOf } from './compose.ts';
import * as issues from './issue-store.ts';

/**
 * Drafts every issued bulletin again from its frozen cut, its words and its style, and compares it to the letter; and
 * holds it against the digest that the log keeps.
 */
export async function verifyBulletins(db: Reader): Promise<{ checked: string; faults: string[] }> {
  const kept = await digests(db, 'bulletin.issued');
  const found = await issues.issued(db);
  const faults: string[] = [];
  let redrafted = 0;
  for (const { documentId, cutId, recipe, model, year, number } of found) {
    const name = `${issueText({ year, number })} (${documentId})`;
    if (kept.get(documentId) !== digestOf(model)) faults.push(`${name}: it is not the document that the log says was issued`);
    // Another edition writes the same rows otherwise; the digest still holds.
    if (recipe.edition !== EDITION) continue;
    redrafted += 1;
    const before = recipe.previousCutId ? await cuts.rows(db, recipe.previousCutId) : [];
    const lamps = new Map(before.map((row) => [row.projectId, row.lamp]));
    const rows = (await cuts.rows(db, cutId)).map((row) => rowOf(row, lamps.get(row.projectId) ?? null));
    const { document } = composeDraft({ ...recipe.input, rows }, recipe.draft);
    if (JSON.stringify(document) !== model) faults.push(`${name}: drafted again from its cut it reads otherwise`);
  }
  return { checked: `issued bulletins: ${found.length}, of which ${redrafted} drafted again and compared`, faults };
}
