import type { Id } from '#shared/kit/ids.ts';
import { screenTopic } from '#shared/live/schema.ts';
import { ScreenState } from '#shared/meetings/schema.ts';
import type { Database } from '../db/tables.ts';
import { readEphemeral } from './ephemeral.ts';

/** The last state of what a series shows on its screens. What an older version left in another shape is no state. */
export async function readScreenState(db: Database, districtId: Id<'unit'>, seriesId: Id<'meetingSeries'>): Promise<ScreenState | null> {
  const text = await readEphemeral(db, screenTopic(districtId, seriesId));
  return text === null ? null : (ScreenState.nullable().safeParse(JSON.parse(text)).data ?? null);
}
