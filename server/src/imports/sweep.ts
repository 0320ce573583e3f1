import { addMs } from '#shared/kit/calendar.ts';
import { runChange } from '../change.ts';
import * as events from '../events/store.ts';
import type { Services } from '../services.ts';
import { KEPT_MS, WAITING } from './keep.ts';
import * as imports from './store.ts';

/** Lets go of files to import that nobody applied, and of the bytes of those that were, once their time is over. */
export async function sweepImports(services: Services): Promise<void> {
  const now = services.clock();
  const before = addMs(now, -KEPT_MS);
  for (const districtId of await imports.districtsToSweep(services.store.db, before)) {
    const witness = { now, actor: { ...events.systemActor, districtId }, requestId: 'sweep', auditKey: services.config.auditKey };
    await runChange(services, async (tx) => {
      const swept = await imports.sweep(tx, districtId, { before, most: WAITING });
      await events.append(tx, witness, { action: 'import.swept', id: districtId, after: { swept, before } });
    });
  }
}
