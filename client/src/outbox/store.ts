import { z } from 'zod';
import { Instant } from '#shared/kit/calendar.ts';
import { AddPhoto } from '#shared/photos/schema.ts';
import { SubmitReturn } from '#shared/returns/schema.ts';
import { SubmissionKey } from '#shared/submissions/schema.ts';
import { drop, keep, readAll } from '../kit/device.ts';

/** What can wait for the line. */
const Act = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('return'), input: SubmitReturn }),
  z.object({ kind: z.literal('photo'), input: AddPhoto.omit({ fileId: true, key: true }), file: z.instanceof(File) }),
]);
export type Act = z.infer<typeof Act>;

/** An act that the server has not said yes to: sent in the order in which it was done, under a key that makes it one. */
export const Waiting = z.object({
  key: SubmissionKey,
  actorId: z.string(),
  at: Instant,
  /** Which project it is about, for the band and the list. */
  name: z.string(),
  act: Act,
  /** What the server refused it with; null while it waits. Only its author sends it again or lets it go. */
  failure: z.object({ data: z.object({ domain: z.object({ code: z.string(), details: z.record(z.string(), z.unknown()) }) }) }).nullable(),
});
export type Waiting = z.infer<typeof Waiting>;

/** Keys sort by time: what was done first is sent first. */
const placeOf = ({ actorId, at, key }: Waiting) => `${actorId}:${at}:${key}`;

/** What somebody has waiting on this device, in the order in which it was done. */
export async function ofActor(actorId: string): Promise<Waiting[]> {
  return (await readAll('waiting', `${actorId}:`)).flatMap((found) => Waiting.safeParse(found).data ?? []);
}

export function put(waiting: Waiting): Promise<boolean> {
  return keep('waiting', placeOf(waiting), waiting);
}

export function remove(waiting: Waiting): Promise<void> {
  return drop('waiting', placeOf(waiting));
}

export function removeAll(actorId: string): Promise<void> {
  return drop('waiting', { prefix: `${actorId}:` });
}

/** A UUID of random bytes; `randomUUID` is missing where a page has no TLS. */
export function newKey(): SubmissionKey {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte, at) =>
    (at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte).toString(16).padStart(2, '0'),
  );
  return [hex.slice(0, 4), hex.slice(4, 6), hex.slice(6, 8), hex.slice(8, 10), hex.slice(10)].map((part) => part.join('')).join('-');
}
