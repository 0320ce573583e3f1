import { createHash, randomBytes } from 'node:crypto';
import type { Instant } from '#shared/kit/calendar.ts';
import { type Id, type IdKind, makeId } from '#shared/kit/ids.ts';

/** Where ids and tokens come from; tests pass one that counts. */
export type Random = { hex: (bytes: number) => string };

export const systemRandom: Random = { hex: (bytes) => drawn(bytes).toString('hex') };

/** So much is drawn at once: each request has an id, and asking the system costs more than the id itself. */
const POOL_BYTES = 4_096;
let pool = Buffer.alloc(0);

/** Bytes that nobody gets twice. */
function drawn(bytes: number): Buffer {
  if (pool.length < bytes) pool = randomBytes(Math.max(bytes, POOL_BYTES));
  const taken = pool.subarray(0, bytes);
  pool = pool.subarray(bytes);
  return taken;
}

/** An id with a UUIDv7 behind its prefix: ids of one millisecond aside, they sort by the time they were made. */
export function newId<Kind extends IdKind>(kind: Kind, now: Instant, random: Random): Id<Kind> {
  const time = Date.parse(now).toString(16).padStart(12, '0');
  const tail = random.hex(10);
  const variant = (8 + (Number.parseInt(tail.charAt(3), 16) % 4)).toString(16);
  return makeId(kind, `${time}7${tail.slice(0, 3)}${variant}${tail.slice(5)}`);
}

/** What ids made from a moment on are compared with: those made before it sort before it. */
export function earliestId<Kind extends IdKind>(kind: Kind, from: Instant): Id<Kind> {
  return makeId(kind, Date.parse(from).toString(16).padStart(12, '0').padEnd(32, '0'));
}

/** SHA-256 in hexadecimal; only this is kept of a token. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
