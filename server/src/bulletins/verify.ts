import { composeDraft } from '#shared/bulletins/compose.ts';
import { EDITION } from '#shared/bulletins/draft.ts';
import { issueText } from '#shared/documents/wording.ts';
import * as cuts from '../cuts/store.ts';
import type { Reader } from '../db/tables.ts';
import { rowOf } from './compose.ts';
import { digestOf } from './issue.ts';
import * as issues from './issue-store.ts';

/**
 * Drafts every issued bulletin again from its frozen cut, its words and its style, and compares it to the letter; holds
 * it against the digest that the log keeps; and looks for gaps and doubles in the numbers.
 */
export async function verifyBulletins(db: Reader): Promise<{ checked: string; faults: string[] }> {
  const digests = await issues.digests(db);
  const found = await issues.issued(db);
  const faults: string[] = [];
  let redrafted = 0;
  for (const { documentId, cutId, recipe, model, year, number } of found) {
    const name = `${issueText({ year, number })} (${documentId})`;
    if (digests.get(documentId) !== digestOf(model)) faults.push(`${name}: it is not the document that the log says was issued`);
    // Another edition writes the same rows otherwise; the digest still holds.
    if (recipe.edition !== EDITION) continue;
    redrafted += 1;
    const before = recipe.previousCutId ? await cuts.rows(db, recipe.previousCutId) : [];
    const lamps = new Map(before.map((row) => [row.projectId, row.lamp]));
    const rows = (await cuts.rows(db, cutId)).map((row) => rowOf(row, lamps.get(row.projectId) ?? null));
    const { document } = composeDraft({ ...recipe.input, rows }, recipe.draft);
    if (JSON.stringify(document) !== model) faults.push(`${name}: drafted again from its cut it reads otherwise`);
  }
  faults.push(...(await numberFaults(db)));
  return { checked: `issued bulletins: ${found.length}, of which ${redrafted} drafted again and compared`, faults };
}

async function numberFaults(db: Reader): Promise<string[]> {
  const faults: string[] = [];
  let [series, last] = ['', 0];
  for (const { districtId, year, number } of await issues.numbers(db)) {
    const own = `${districtId} ${year}`;
    if (own !== series) [series, last] = [own, 0];
    if (number !== last + 1) faults.push(`bulletins of ${own}: number ${number} follows ${last}`);
    last = number;
  }
  return faults;
}
