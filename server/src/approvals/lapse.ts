import { lapsed } from '#shared/approvals/lapse.ts';
import { dayOf } from '#shared/kit/calendar.ts';
import { groupBy } from '#shared/kit/collections.ts';
import * as calendars from '../calendar/store.ts';
import { runChange } from '../change.ts';
import * as events from '../events/store.ts';
import type { Services } from '../services.ts';
import * as approvals from './store.ts';

/**
 * Tolerances 容缺 that were not redeemed by the day promised are withdrawn, from midnight on. What was withdrawn is
 * suspended no more, so that asking again changes nothing: a server that stood still does it when it is back.
 */
export async function withdrawTolerances(services: Services): Promise<void> {
  const { db } = services.store;
  const now = services.clock();
  const today = dayOf(now);
  const calendar = await calendars.load(db);
  const due = (await approvals.tolerated(db)).filter((step) => lapsed(step, calendar, today));
  for (const [districtId, steps] of groupBy(due, (step) => step.districtId)) {
    const reach = { scope: 'district', districtId, unitIds: null } as const;
    const witness = { now, actor: { ...events.systemActor, districtId }, requestId: 'tolerance', auditKey: services.config.auditKey };
    await runChange(services, async (tx) => {
      for (const { id } of steps) {
        // Whoever holds the chain's head sees what another server, or somebody, was quicker to do.
        const before = await approvals.load(tx, reach, id);
        const wanted = lapsed(before, calendar, today);
        if (!wanted) continue;
        const after = await approvals.save(tx, reach, wanted);
        await events.append(tx, witness, { action: 'step.lapsed', id, projectId: after.projectId, before, after });
      }
    });
  }
}
