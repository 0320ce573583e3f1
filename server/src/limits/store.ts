import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import { type TimeLimits, usualLimits } from '#shared/limits/schema.ts';
import type { Reader, Tx } from '../db/tables.ts';

/** What a district allows before a matter is late; the usual limits until its office has set its own. */
export async function load(db: Reader, districtId: Id<'unit'>): Promise<TimeLimits> {
  const row = await db.selectFrom('time_limits').selectAll().where('districtId', '=', districtId).executeTakeFirst();
  if (!row) return usualLimits;
  const { unitDays, officeDays, leaderDays, meetingDays, registrationMonths, version } = row;
  return { problemDays: { unit: unitDays, office: officeDays, leader: leaderDays, meeting: meetingDays }, registrationMonths, version };
}

/** Keeps a district's limits; of two who began from one version the later is told. */
export async function save(tx: Tx, districtId: Id<'unit'>, limits: TimeLimits): Promise<void> {
  const { unit, office, leader, meeting } = limits.problemDays;
  const row = {
    ...{ unitDays: unit, officeDays: office, leaderDays: leader, meetingDays: meeting },
    ...{ registrationMonths: limits.registrationMonths, version: limits.version + 1 },
  };
  if (limits.version === 0) {
    await tx
      .insertInto('time_limits')
      .values({ districtId, ...row })
      .execute();
    return;
  }
  const saved = await tx
    .updateTable('time_limits')
    .set(row)
    .where('districtId', '=', districtId)
    .where('version', '=', limits.version)
    .returning('version')
    .executeTakeFirst();
  if (!saved) throw new DomainError('CONFLICT', { entity: 'limits', newer: await load(tx, districtId) });
}
