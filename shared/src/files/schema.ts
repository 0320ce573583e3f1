import { z } from 'zod';
import { Instant } from '../kit/calendar.ts';
import { idOf } from '../kit/ids.ts';

/** A file that was received: its bytes lie in the file store under their own hash, and this says what they are. */
export const StoredFile = z.strictObject({
  id: idOf('file'),
  districtId: idOf('unit'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Bytes. */
  size: z.number().int().positive(),
  mediaType: z.string().max(120),
  name: z.string().min(1).max(120),
  receivedAt: Instant,
  /** The account that sent it: nobody else can hang it anywhere. */
  receivedBy: z.string(),
});
export type StoredFile = z.infer<typeof StoredFile>;
