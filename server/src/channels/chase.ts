import { type AskedUnit, type ChaseWords, chaseMail, chaseNote } from '#shared/channels/chase.ts';
import type { Dispatch } from '#shared/channels/schema.ts';
import type { Instant } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { Tx } from '../db/tables.ts';
import * as channels from './store.ts';

type Chased = { districtId: Id<'unit'>; now: Instant; newId: (kind: 'dispatch') => Id<'dispatch'>; words: ChaseWords };

/** Leaves a chase for the channels that are on, in the change that asks: a letter a unit with an address, a note to the group. */
export async function dispatchChase(
  tx: Tx,
  { districtId, now, newId, words }: Chased,
  units: readonly (AskedUnit & { unitId: Id<'unit'> })[],
): Promise<void> {
  const open = await channels.open(tx, districtId);
  if (open.length === 0) return;
  const fresh = { districtId, madeAt: now, state: 'waiting' as const, attempts: 0, nextAt: now, sentAt: null, error: null, version: 1 };
  const dispatches: Dispatch[] = [];
  if (open.includes('email')) {
    const addresses = await channels.addresses(
      tx,
      units.map(({ unitId }) => unitId),
    );
    for (const unit of units) {
      const recipients = addresses.get(unit.unitId)?.join(', ') ?? null;
      if (recipients) dispatches.push({ ...fresh, ...chaseMail(words, unit), id: newId('dispatch'), kind: 'email', recipients });
    }
  }
  if (open.includes('webhook')) {
    dispatches.push({ ...fresh, ...chaseNote(words, units), id: newId('dispatch'), kind: 'webhook', recipients: null });
  }
  await channels.insert(tx, dispatches);
}
