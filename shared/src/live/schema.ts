import { z } from 'zod';
import { Change } from '../events/schema.ts';
import { Instant } from '../kit/calendar.ts';
import { ScreenState } from '../meetings/schema.ts';
import { Editing } from './editing.ts';

/** One message of the live stream. `hello` comes at once, so that a client knows where it stands. */
export const LiveMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), seq: z.number().int(), now: Instant }),
  z.object({ type: z.literal('changes'), seq: z.number().int(), changes: z.array(Change) }),
  z.object({ type: z.literal('screen'), screen: ScreenState.nullable() }),
  z.object({ type: z.literal('editing'), editing: z.array(Editing) }),
]);
export type LiveMessage = z.infer<typeof LiveMessage>;

/** The topic of a district's meeting screen. */
export function screenTopic(districtId: string): string {
  return `screen:${districtId}`;
}
