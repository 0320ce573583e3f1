import type { Bulletin } from '#shared/bulletins/schema.ts';
import type { Month } from '#shared/kit/calendar.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { Tx } from '../db/tables.ts';
import * as events from '../events/store.ts';
import type { Reach } from '../trpc.ts';
import * as bulletins from './store.ts';

type Asker = events.Witness & { reach: Pick<Reach, 'districtId'>; newId: (kind: 'bulletin') => Id<'bulletin'> };

/** A month's bulletin as it was read: `version` 0 is one that nobody has begun, and it is begun now. */
export async function begin(tx: Tx, ctx: Asker, { month, version }: { month: Month; version: number }): Promise<Bulletin> {
  const found = await bulletins.ofMonth(tx, ctx.reach.districtId, month);
  if ((found?.version ?? 0) !== version) throw new DomainError('CONFLICT', { entity: 'bulletin', newer: found });
  return found ?? ensure(tx, ctx, month);
}

/** A month's bulletin, made on first need. */
export async function ensure(tx: Tx, ctx: Asker, month: Month): Promise<Bulletin> {
  const found = await bulletins.ofMonth(tx, ctx.reach.districtId, month);
  if (found) return found;
  const bulletin: Bulletin = {
    id: ctx.newId('bulletin'),
    districtId: ctx.reach.districtId,
    month,
    state: 'drafting',
    number: null,
    draftedBy: null,
    reviewedBy: null,
    signedBy: null,
    signedByName: null,
    issuedAt: null,
    documentId: null,
    correctsId: null,
    correctsWhy: null,
    version: 1,
  };
  await bulletins.insert(tx, bulletin);
  await events.append(tx, ctx, { action: 'bulletin.started', id: bulletin.id, after: bulletin });
  return bulletin;
}
