import { issueText } from '#shared/documents/wording.ts';
import { composeReport, REPORT_EDITION } from '#shared/reports/draft.ts';
import type { Reader } from '../db/tables.ts';
import { digestOf, digests } from '../documents/digests.ts';
import * as issues from './issue-store.ts';

/** Drafts every issued 专报 and 简报 again from what it was told, compares it to the letter, and holds it against the log's digest. */
export async function verifyReports(db: Reader): Promise<{ checked: string; faults: string[] }> {
  const kept = await digests(db, 'report.issued');
  const found = await issues.issued(db);
  const faults: string[] = [];
  let redrafted = 0;
  for (const { documentId, recipe, model, kind, year, number } of found) {
    const name = `${kind} ${issueText({ year, number })} (${documentId})`;
    if (kept.get(documentId) !== digestOf(model)) faults.push(`${name}: it is not the document that the log says was issued`);
    // Another edition writes the same input otherwise; the digest still holds.
    if (recipe.edition !== REPORT_EDITION) continue;
    redrafted += 1;
    const { document } = composeReport(recipe.input, recipe.edits);
    if (JSON.stringify(document) !== model) faults.push(`${name}: drafted again from its records it reads otherwise`);
  }
  return { checked: `issued reports: ${found.length}, of which ${redrafted} drafted again and compared`, faults };
}
