import type { District } from '#shared/districts/schema.ts';
import type { Day, Instant, Month, Week } from '#shared/kit/calendar.ts';
import type { Id, IdKind } from '#shared/kit/ids.ts';
import type { Tx } from '../db/tables.ts';
import * as events from '../events/store.ts';
import * as lamps from '../lamps/store.ts';
import { loadFigures } from './figures.ts';
import * as cuts from './store.ts';

export type CutRequest = { district: Pick<District, 'id'>; asOf: Day } & (
  | { kind: 'week'; period: Week }
  | { kind: 'month'; period: Month }
);

type Cutter = events.Witness & { now: Instant; newId: <Kind extends IdKind>(kind: Kind) => Id<Kind> };

/**
 * Freezes a period: one row per project with the figures, the stage and the lamp as they stand now, together with the
 * rules that gave them. Taking it again adds a version; the earlier one stays.
 */
export async function takeCut(tx: Tx, cutter: Cutter, request: CutRequest): Promise<Id<'cut'>> {
  const { district, kind, period, asOf } = request;
  const previous = await cuts.find(tx, district.id, kind, period);
  const ruleSet = await lamps.ruleSetOf(tx, district.id);
  const figures = await loadFigures(tx, { districtId: district.id, asOf, ruleSet });
  const id = cutter.newId('cut');
  const attempt = (previous?.attempt ?? 0) + 1;
  await cuts.insert(tx, { id, districtId: district.id, kind, period, attempt, asOf, takenAt: cutter.now, ruleSet }, figures);
  await events.append(tx, cutter, {
    action: 'cut.taken',
    id,
    after: { kind, period, attempt, asOf, projects: figures.length, ruleSet: ruleSet.id },
  });
  return id;
}
