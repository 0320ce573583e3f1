import { progressRate } from '../figures/rates.ts';
import { groupBy } from '../kit/collections.ts';
import { compareRatio, type Money, yuan } from '../kit/money.ts';
import type { BulletinRow } from './input.ts';

/** A unit's place by 序时完成率; null where nothing was planned yet, so that there is no rate. */
export type RankedUnit = { unitName: string; rows: readonly BulletinRow[]; planned: Money; done: Money; rank: number | null };

/**
 * Units from the highest 序时完成率 to the lowest; equal rates share a rank and the next one is skipped.
 * Projects without a plan stay out of their unit's rate, on both sides of it.
 */
export function rankUnits(rows: readonly BulletinRow[]): RankedUnit[] {
  const units = [...groupBy(rows, (row) => row.unitName)].map(([unitName, own]) => {
    const progress = progressRate(own);
    return { unitName, rows: own, planned: yuan(progress.denominator), done: yuan(progress.numerator) };
  });
  const rated = units.filter((unit) => unit.planned > 0).sort((a, b) => compareRatio(b.done, b.planned, a.done, a.planned));
  let rank = 0;
  const ranked = rated.map((unit, index): RankedUnit => {
    const above = rated[index - 1];
    if (!above || compareRatio(above.done, above.planned, unit.done, unit.planned) !== 0) rank = index + 1;
    return { ...unit, rank };
  });
  const unrated = units.filter((unit) => unit.planned <= 0).map((unit): RankedUnit => ({ ...unit, rank: null }));
  return [...ranked, ...unrated];
}
