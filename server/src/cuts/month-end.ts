import { monthsDue } from '#shared/cuts/missed.ts';
import { addMonths, dayOf, lastDayOfMonth, type Month, monthOf } from '#shared/kit/calendar.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id, IdKind } from '#shared/kit/ids.ts';
import { runChange } from '../change.ts';
import * as events from '../events/store.ts';
import { newId } from '../kit/random.ts';
import type { Services } from '../services.ts';
import { takeCut } from './freeze.ts';
import * as cuts from './store.ts';

/**
 * Cuts the month that has ended, from midnight in Shanghai on, in every district that reported in it and has not cut it
 * itself. A server that stood still at midnight does it when it is back, for each month that ended meanwhile, and of
 * several servers the first one does.
 */
export async function cutMonths(services: Services): Promise<void> {
  const { db } = services.store;
  const last = addMonths(monthOf(dayOf(services.clock())), -1);
  for (const districtId of await cuts.districtsToCut(db, last)) {
    const [latest = null] = await cuts.monthsCut(db, districtId, 1);
    for (const month of monthsDue(latest, last)) await cutMonth(services, districtId, month);
  }
}

async function cutMonth(services: Services, districtId: Id<'unit'>, month: Month): Promise<void> {
  const now = services.clock();
  const actor = { ...events.systemActor, districtId };
  const witness = { now, actor, requestId: 'month-end', auditKey: services.config.auditKey };
  const cutter = { ...witness, newId: <Kind extends IdKind>(kind: Kind) => newId(kind, now, services.random) };
  await runChange(services, async (tx) => {
    // Whoever holds the chain's head sees what another server, or the office, was quicker to do.
    if (await cuts.find(tx, districtId, 'month', month)) throw new DomainError('CONFLICT', { entity: 'cut' });
    await takeCut(tx, cutter, { district: { id: districtId }, kind: 'month', period: month, asOf: lastDayOfMonth(month) });
  }).catch(passOverConflict);
}

function passOverConflict(error: unknown): void {
  if (!(error instanceof DomainError && error.code === 'CONFLICT')) throw error;
}
