import { presetInspection } from '#shared/inspections/presets.ts';
import type { Inspection } from '#shared/inspections/schema.ts';
import type { Quarter } from '#shared/kit/calendar.ts';
import type { Id, IdKind } from '#shared/kit/ids.ts';
import * as calendars from '../calendar/store.ts';
import type { Reader, Tx } from '../db/tables.ts';
import * as events from '../events/store.ts';
import * as inspections from './store.ts';

type Planner = events.Witness & { newId: <Kind extends IdKind>(kind: Kind) => Id<Kind> };

/** An inspection as it is shown: one that nobody has planned yet has neither id nor version. */
export type ShownInspection = Omit<Inspection, 'id' | 'version'> & { id: Inspection['id'] | null; version: number | null };

/** A quarter's inspection, or the one that its first change would create. */
export async function currentOrPreset(db: Reader, districtId: Id<'unit'>, quarter: Quarter): Promise<ShownInspection> {
  const planned = await inspections.find(db, districtId, quarter);
  return planned ?? { ...presetInspection(districtId, quarter, await calendars.load(db)), id: null, version: null };
}

/** A quarter's inspection, planned with the preset where the quarter has none yet. */
export async function ensureInspection(tx: Tx, planner: Planner, districtId: Id<'unit'>, quarter: Quarter): Promise<Inspection> {
  const existing = await inspections.find(tx, districtId, quarter);
  if (existing) return existing;
  const preset = presetInspection(districtId, quarter, await calendars.load(tx));
  const inspection: Inspection = { ...preset, id: planner.newId('inspection'), version: 1 };
  await inspections.insert(tx, inspection);
  await events.append(tx, planner, { action: 'inspection.planned', id: inspection.id, after: inspection });
  return inspection;
}
