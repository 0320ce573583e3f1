import { z } from 'zod';
import { Change } from '../events/schema.ts';
import { Instant } from '../kit/calendar.ts';
import { idOf } from '../kit/ids.ts';
import { ScreenState } from '../meetings/schema.ts';
import { Editing } from './editing.ts';

/** One message of the live stream. `hello` comes at once, so that a client knows where it stands. */
export const LiveMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), seq: z.number().int(), now: Instant }),
  z.object({ type: z.literal('changes'), seq: z.number().int(), changes: z.array(Change) }),
  z.object({ type: z.literal('screen'), seriesId: idOf('meetingSeries'), screen: ScreenState.nullable() }),
  z.object({ type: z.literal('editing'), editing: z.array(Editing) }),
]);
export type LiveMessage = z.infer<typeof LiveMessage>;

/** The topic of what a series shows on its screens: two series may meet at the same time in two rooms. */
export function screenTopic(districtId: string, seriesId: string): string {
  return `screen:${districtId}:${seriesId}`;
}

const SeriesId = idOf('meetingSeries');

/** The series that a topic of the district's screens is about; null where it is about something else. */
export function seriesOfTopic(topic: string, districtId: string): z.infer<typeof SeriesId> | null {
  const [head, district, series] = topic.split(':');
  return head === 'screen' && district === districtId ? (SeriesId.safeParse(series).data ?? null) : null;
}
