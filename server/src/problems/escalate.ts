import { dayOf } from '#shared/kit/calendar.ts';
import { escalated } from '#shared/problems/clock.ts';
import * as calendars from '../calendar/store.ts';
import { runChange } from '../change.ts';
import * as events from '../events/store.ts';
import * as limits from '../limits/store.ts';
import type { Services } from '../services.ts';
import * as problems from './store.ts';

/**
 * Problems whose days on their rung are over climb to the next one, from midnight on. What has climbed stands there since
 * today, so that asking again moves nothing: a server that stood still does it when it is back, of several the first.
 */
export async function escalateProblems(services: Services): Promise<void> {
  const { db } = services.store;
  const now = services.clock();
  const today = dayOf(now);
  const calendar = await calendars.load(db);
  for (const districtId of await problems.openDistricts(db)) {
    const { problemDays } = await limits.load(db, districtId);
    const climbing = (await problems.ofDistrict(db, districtId, { isUnclosed: true })).filter(
      (problem) => problem.standing === 'active' && escalated(problem, problemDays, calendar, today),
    );
    if (climbing.length === 0) continue;
    const reach = { scope: 'district', districtId, unitIds: null } as const;
    const witness = { now, actor: { ...events.systemActor, districtId }, requestId: 'ladder', auditKey: services.config.auditKey };
    await runChange(services, async (tx) => {
      for (const { id } of climbing) {
        // Whoever holds the chain's head sees what another server, or somebody, was quicker to do.
        const before = await problems.load(tx, reach, id);
        const wanted = escalated(before, problemDays, calendar, today);
        if (!wanted) continue;
        const after = await problems.save(tx, reach, wanted);
        await events.append(tx, witness, { action: 'problem.escalated', id, projectId: after.projectId, before, after });
      }
    });
  }
}
