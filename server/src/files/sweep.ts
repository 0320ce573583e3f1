import { addMs } from '#shared/kit/calendar.ts';
import { runChange } from '../change.ts';
import * as events from '../events/store.ts';
import type { Services } from '../services.ts';
import * as files from './store.ts';

/** A file that was sent and hung on nothing goes after a week: an officer at a site may be offline for days between the two. */
const KEPT_MS = 7 * 24 * 3_600_000;

/** Lets go of files that never hung on anything. Once one did, its bytes stay, as the log names them. */
export async function sweepFiles(services: Services): Promise<void> {
  const now = services.clock();
  const before = addMs(now, -KEPT_MS);
  for (const districtId of await files.districtsToSweep(services.store.db, before)) {
    const witness = { now, actor: { ...events.systemActor, districtId }, requestId: 'sweep', auditKey: services.config.auditKey };
    const gone = await runChange(services, async (tx) => {
      const removed = await files.removeUnbound(tx, districtId, before);
      for (const file of removed) await events.append(tx, witness, { action: 'file.swept', id: file.id, before: file });
      return files.unnamed(
        tx,
        removed.map(({ sha256 }) => sha256),
      );
    });
    for (const sha256 of gone) await services.files.remove(sha256);
  }
}
