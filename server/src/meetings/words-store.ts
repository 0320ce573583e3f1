import { z } from 'zod';
import { WordEdit } from '#shared/documents/edits.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { MeetingPaper } from '#shared/meetings/schema.ts';
import type { Reader, Tx } from '../db/tables.ts';

export type Words = { edits: WordEdit[]; version: number };

/** How the office changed the words of a meeting's paper; version 0 where it never did. */
export async function wordsOf(db: Reader, meetingId: Id<'meeting'>, kind: MeetingPaper): Promise<Words> {
  const row = await db
    .selectFrom('meeting_words')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return row ? { edits: z.array(WordEdit).parse(JSON.parse(row.edits)), version: row.version } : { edits: [], version: 0 };
}

export async function save(tx: Tx, meetingId: Id<'meeting'>, kind: MeetingPaper, words: Words): Promise<Words> {
  const row = { meetingId, kind, edits: JSON.stringify(words.edits), version: words.version + 1 };
  const before = await wordsOf(tx, meetingId, kind);
  if (before.version !== words.version) throw new DomainError('CONFLICT', { entity: 'meeting', newer: before });
  await tx
    .insertInto('meeting_words')
    .values(row)
    .onConflict((conflict) => conflict.columns(['meetingId', 'kind']).doUpdateSet({ edits: row.edits, version: row.version }))
    .execute();
  return { ...words, version: row.version };
}
