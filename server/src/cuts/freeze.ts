import type { District } from '#shared/districts/schema.ts';
import { type Day, type Instant, Month, type Week } from '#shared/kit/calendar.ts';
import type { Id, IdKind } from '#shared/kit/ids.ts';
import type { LampMemory } from '#shared/lamps/input.ts';
import type { RuleSet } from '#shared/lamps/schema.ts';
import type { Reader, Tx } from '../db/tables.ts';
import * as events from '../events/store.ts';
import { memoryOf, rateOthers, unitsOf } from '../lamps/rate.ts';
import * as lamps from '../lamps/store.ts';
import { correctionsBefore } from './corrections.ts';
import { loadRated } from './figures.ts';
import * as cuts from './store.ts';

export type CutRequest = { district: Pick<District, 'id'>; asOf: Day } & (
  | { kind: 'week'; period: Week }
  | { kind: 'month'; period: Month }
);

type Cutter = events.Witness & { now: Instant; newId: <Kind extends IdKind>(kind: Kind) => Id<Kind> };

/**
 * Freezes a period: one row per project with the figures, the stage and the lamp, together with the rules that gave them:
 * a week as it stands now, a month as of its end, whenever it is taken. A month also keeps what each lamp was worked out from, and the lamps of units and tasks. Taking
 * it again adds a version; the earlier one stays.
 */
export async function takeCut(tx: Tx, cutter: Cutter, request: CutRequest): Promise<Id<'cut'>> {
  const { district, kind, period, asOf } = request;
  const previous = await cuts.find(tx, district.id, kind, period);
  const ruleSet = await lamps.ruleSetOf(tx, district.id);
  const otherRuleSets = kind === 'month' ? await lamps.otherRuleSets(tx, district.id) : [];
  // A week is cut in its meeting, with what that meeting has on the table; a month as of its end, however late.
  const isHistoric = kind === 'month';
  const rated = await loadRated(tx, { districtId: district.id, asOf, ruleSet, otherRuleSets, isHistoric });
  const month = Month.safeParse(period).data ?? null;
  const others = await otherRatings(tx, district.id, otherRuleSets, rated, month);
  const corrected = month && (await correctionsBefore(tx, district.id, month));
  const id = cutter.newId('cut');
  const attempt = (previous?.attempt ?? 0) + 1;
  const cut = { id, districtId: district.id, kind, period, attempt, asOf, takenAt: cutter.now, ruleSet, otherRuleSets, corrected };
  await cuts.insert(tx, cut, rated, others);
  await events.append(tx, cutter, {
    action: 'cut.taken',
    id,
    after: { kind, period, attempt, asOf, projects: rated.length, ruleSet: ruleSet.id },
  });
  return id;
}

/** The lamps of units and tasks as they stand with these projects' figures. */
export async function otherRatings(
  db: Reader,
  districtId: Id<'unit'>,
  ruleSets: readonly RuleSet[],
  rated: readonly cuts.Rated[],
  month: Month | null,
): Promise<cuts.Rating[]> {
  if (ruleSets.length === 0 || month === null) return [];
  const before = await cuts.lastMonthBefore(db, districtId, month);
  const memory = before ? memoryOf(await cuts.ratings(db, before.id), before.month) : new Map<string, LampMemory>();
  const rows = rated.map(({ figures: { projectId, name, unitId }, input }) => ({ projectId, name, unitId, input }));
  return rateOthers(ruleSets, rows, await unitsOf(db, districtId), memory);
}
