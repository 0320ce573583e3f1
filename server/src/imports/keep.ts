import { createHash } from 'node:crypto';
import { addMs } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { Tx } from '../db/tables.ts';
import * as events from '../events/store.ts';
import * as imports from './store.ts';
import type { Understood } from './understand.ts';
import type { Applier } from './writing.ts';

/** A file that is not applied within 14 days goes, and so do the bytes of one that was. */
export const KEPT_MS = 14 * 24 * 3600 * 1000;
/** Of one person so many files may wait to be applied; the oldest give way. */
export const WAITING = 30;

/** Keeps a file that was read, with its event. The log names the file; its contents are kept apart, and not for ever. */
export async function keepFile(
  tx: Tx,
  applier: Applier,
  districtId: Id<'unit'>,
  file: { name: string; bytes: Uint8Array },
  { reading, ...kept }: Understood,
): Promise<imports.Batch> {
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const { kind } = reading;
  const batch: imports.Batch = {
    ...{ id: applier.newId('importBatch'), districtId, kind, fileName: file.name, sha256, reading, kept },
    ...{ createdAt: applier.now, createdBy: applier.actor.id, appliedAt: null, undoneAt: null, version: 1 },
  };
  await imports.insertBatch(tx, batch, file.bytes);
  const swept = await imports.sweep(tx, districtId, { before: addMs(applier.now, -KEPT_MS), most: WAITING });
  await events.append(tx, applier, {
    action: 'import.read',
    id: batch.id,
    after: { fileName: file.name, sha256, kind, rows: reading.rows.length, swept },
  });
  return batch;
}
