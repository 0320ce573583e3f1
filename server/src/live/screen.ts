import type { Instant } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import { screenTopic } from '#shared/live/schema.ts';
import { ScreenState } from '#shared/meetings/schema.ts';
import type { Database } from '../db/tables.ts';
import type { Services } from '../services.ts';
import { changeEphemeral, readEphemeral } from './ephemeral.ts';

/** The last state of what a series shows on its screens. */
export async function readScreenState(db: Database, districtId: Id<'unit'>, seriesId: Id<'meetingSeries'>): Promise<ScreenState | null> {
  const text = await readEphemeral(db, screenTopic(districtId, seriesId));
  return text === null ? null : parsed(text);
}

/** Changes what a series shows on its screens, with nobody's word between what it was and what it becomes; undefined leaves it. */
export async function changeScreenState(
  services: Pick<Services, 'store' | 'hub'>,
  { districtId, seriesId }: { districtId: Id<'unit'>; seriesId: Id<'meetingSeries'> },
  change: (before: ScreenState | null) => ScreenState | null | undefined,
  now: Instant,
): Promise<void> {
  await changeEphemeral(services, screenTopic(districtId, seriesId), (text) => change(parsed(text)), now);
}

/** What an older version left in another shape is no state. */
function parsed(text: string): ScreenState | null {
  return ScreenState.nullable().safeParse(JSON.parse(text)).data ?? null;
}
