import { z } from 'zod';
import { addMs, Instant, Week } from '../kit/calendar.ts';
import type { Refusal } from '../kit/errors.ts';
import { idOf } from '../kit/ids.ts';
import type { WeeklyReturn } from './schema.ts';
import { isOwed, type ReturnLine } from './sheet.ts';

/** 催报: a unit was asked for what it owes of a week. */
export const Chase = z.strictObject({
  id: idOf('chase'),
  districtId: idOf('unit'),
  unitId: idOf('unit'),
  week: Week,
  /** How many returns it owed then. */
  owed: z.number().int().positive(),
  at: Instant,
  byName: z.string(),
});
export type Chase = z.infer<typeof Chase>;

/** Asks units for what they owe of a week. */
export const ChaseUnits = z.strictObject({ week: Week, unitIds: z.array(idOf('unit')).min(1).max(500) });
export type ChaseUnits = z.infer<typeof ChaseUnits>;

/** A unit that was just asked is left in peace for so long: one press too many sends nothing twice. In hours. */
export const CHASE_EVERY_HOURS = 2;

/** Why a unit is not asked again: it was a moment ago, or it owes nothing. */
export function whyNotChase(
  owed: number,
  last: Pick<Chase, 'at'> | null,
  now: Instant,
): Refusal<'nothing-owed' | 'chased-just-now'> | null {
  if (owed === 0) return { reason: 'nothing-owed' };
  const isRecent = last !== null && addMs(last.at, CHASE_EVERY_HOURS * 3_600_000) > now;
  return isRecent ? { reason: 'chased-just-now', at: last.at } : null;
}

/** Who owes how many returns of a week: the units of its lines, with the names of the projects that are missing. */
export function owedByUnit(
  lines: readonly (Pick<ReturnLine, 'unitId' | 'name'> & { current: Pick<WeeklyReturn, 'state'> | null })[],
): Map<ReturnLine['unitId'], string[]> {
  const owed = new Map<ReturnLine['unitId'], string[]>();
  for (const { unitId, name, current } of lines) if (isOwed(current)) owed.set(unitId, [...(owed.get(unitId) ?? []), name]);
  return owed;
}
