import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { EventAction } from '#shared/events/schema.ts';
import type { Reader } from '../db/tables.ts';

const Digested = z.object({ documentId: z.string().optional(), sha256: z.string().optional() });

/** The digest of a document as it is kept; the log holds it, so that a changed document shows. */
export function digestOf(model: string): string {
  return createHash('sha256').update(model).digest('hex');
}

/** The digests of issued documents that the log keeps under an act, by document. */
export async function digests(db: Reader, action: EventAction): Promise<Map<string, string>> {
  const rows = await db.selectFrom('event').select('after').where('action', '=', action).execute();
  const found = new Map<string, string>();
  for (const { after } of rows) {
    const { documentId, sha256 } = Digested.parse(JSON.parse(after ?? '{}'));
    if (documentId && sha256) found.set(documentId, sha256);
  }
  return found;
}
