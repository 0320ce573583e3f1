import { dayOf, yearOf } from '#shared/kit/calendar.ts';
import { runChange } from '../change.ts';
import * as events from '../events/store.ts';
import type { Services } from '../services.ts';
import { turnYear } from './carry.ts';
import * as projects from './store.ts';

/** What a new year changes by itself: the classes that were set for it beforehand become the projects' own. */
export async function turnYears(services: Services): Promise<void> {
  const now = services.clock();
  const today = dayOf(now);
  for (const districtId of await projects.districtsToTurn(services.store.db, yearOf(today))) {
    const actor = { ...events.systemActor, districtId };
    const witness = { now, actor, requestId: 'turn-of-the-year', auditKey: services.config.auditKey };
    await runChange(services, (tx) => turnYear(tx, witness, { scope: 'all', districtId, unitIds: null }, today));
  }
}
