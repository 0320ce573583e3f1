import type { Id } from '#shared/kit/ids.ts';
import { screenTopic } from '#shared/live/schema.ts';
import { ScreenState } from '#shared/meetings/schema.ts';
import type { Database } from '../db/tables.ts';
import { readEphemeral } from './ephemeral.ts';

/** The last state of a district's meeting screen. What an older version left in another shape is no state. */
export async function readScreenState(db: Database, districtId: Id<'unit'>): Promise<ScreenState | null> {
  const text = await readEphemeral(db, screenTopic(districtId));
  return text === null ? null : (ScreenState.nullable().safeParse(JSON.parse(text)).data ?? null);
}
