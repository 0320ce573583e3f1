import type { Instant, Quarter } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { Reader } from '../db/tables.ts';
import * as districts from '../districts/store.ts';
import { cycleNow } from './now.ts';

/** The quarter that a district's inspection is about at a moment. */
export async function quarterInHand(db: Reader, districtId: Id<'unit'>, now: Instant): Promise<Quarter> {
  return (await cycleNow(db, await districts.load(db, districtId), now)).quarter;
}
