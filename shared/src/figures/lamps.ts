import { groupBy } from '../kit/collections.ts';
import type { Lamp } from '../lamps/schema.ts';

/** How many projects have each lamp; those without one are counted apart as `unrated`. */
export type LampCounts = Record<Lamp, number>;
/** A unit's own projects by lamp. `units` is how many units the row adds up: 1, or more where the rest was folded together. */
export type UnitLamps = { unitId: string; unitName: string; units: number; lamps: LampCounts; unrated: number; total: number };

/** What is read of a project to count it under its unit. */
export type LampRow = { unitId: string; unitName: string; lamp: Lamp | null };

/** Counts rows by lamp. */
export function countLamps(rows: readonly Pick<LampRow, 'lamp'>[]): LampCounts {
  const counts: LampCounts = { red: 0, yellow: 0, green: 0 };
  for (const { lamp } of rows) if (lamp) counts[lamp]++;
  return counts;
}

/** How many rows have no lamp. */
export function unrated(rows: readonly Pick<LampRow, 'lamp'>[]): number {
  return rows.filter((row) => row.lamp === null).length;
}

/** Units with the most red lamps first, then yellow, then the most projects. */
export function lampsByUnit(rows: readonly LampRow[]): UnitLamps[] {
  return [...groupBy(rows, (row) => row.unitId)]
    .map(([unitId, own]) => ({
      unitId,
      unitName: own[0]?.unitName ?? '',
      units: 1,
      lamps: countLamps(own),
      unrated: unrated(own),
      total: own.length,
    }))
    .sort(
      (a, b) => b.lamps.red - a.lamps.red || b.lamps.yellow - a.lamps.yellow || b.total - a.total || (a.unitName < b.unitName ? -1 : 1),
    );
}
