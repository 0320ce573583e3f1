import { EDITION } from '#shared/bulletins/draft.ts';
import type { Bulletin } from '#shared/bulletins/schema.ts';
import type { District } from '#shared/districts/schema.ts';
import type { Document } from '#shared/documents/model.ts';
import { goesToUnits } from '#shared/documents/register.ts';
import { addMonths, dayOf, type Instant, yearOf } from '#shared/kit/calendar.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import * as cuts from '../cuts/store.ts';
import type { Tx } from '../db/tables.ts';
import { digestOf } from '../documents/digests.ts';
import * as documents from '../documents/store.ts';
import { composeBulletin } from './compose.ts';
import * as issues from './issue-store.ts';

/**
 * Draws the next number and freezes the document under it, with what it was drafted from: the cut, the style, the words.
 * The change's lock on the log keeps two from drawing one number, and a change that fails gives its number back.
 */
export async function issueBulletin(
  tx: Tx,
  { now, newId }: { now: Instant; newId: (kind: 'document') => Id<'document'> },
  district: District,
  bulletin: Bulletin,
): Promise<{ number: number; documentId: Id<'document'>; model: Document; sha256: string }> {
  const year = yearOf(bulletin.month);
  const number = await documents.drawNumber(tx, district.id, 'bulletin', year);
  const { document: model, cut, draft, input } = await composeBulletin(tx, district, bulletin, dayOf(now), { number, on: dayOf(now) });
  if (cut === null) throw new DomainError('REFUSED', { reason: 'month-not-cut' });
  const documentId = newId('document');
  const { id: districtId } = district;
  const issued = {
    id: documentId,
    districtId,
    period: bulletin.month,
    year,
    number,
    issuedAt: now,
    signedByName: bulletin.signedByName,
    model,
  };
  await documents.issue(tx, issued, goesToUnits(model) ? [districtId] : []);
  const previous = await cuts.find(tx, district.id, 'month', addMonths(bulletin.month, -1));
  const { rows: _rows, ...given } = input;
  await issues.insert(tx, {
    documentId,
    bulletinId: bulletin.id,
    cutId: cut.id,
    recipe: {
      edition: EDITION,
      previousCutId: previous?.id ?? null,
      input: given,
      draft: { edits: draft.edits, values: draft.values },
    },
  });
  return { number, documentId, model, sha256: digestOf(JSON.stringify(model)) };
}
