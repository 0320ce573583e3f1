import { progressRate } from '../figures/rates.ts';
import { groupBy } from '../kit/collections.ts';
import { compareRatio, type Money, yuan } from '../kit/money.ts';
import type { UnitKind } from '../units/schema.ts';
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

/** A series of units that are held against each other: their name for the reader, and their places. */
export type RankedSeries = { series: string; units: RankedUnit[] };

/** Towns against towns, bureaus against bureaus: what cannot be compared is not ranked together. */
const seriesNames: Record<UnitKind, string> = {
  town: '镇（街道）',
  park: '开发区（园区）',
  bureau: '区直部门',
  company: '国有企业',
  office: '区直部门',
  district: '其他单位',
  city: '其他单位',
};
const seriesOrder = ['镇（街道）', '开发区（园区）', '区直部门', '国有企业', '其他单位', '责任单位'];

/** Units ranked series by series; without their kinds, in a cut of before, they are one series 责任单位. */
export function rankSeries(rows: readonly BulletinRow[]): RankedSeries[] {
  const series = groupBy(rows, ({ unitKind }) => (unitKind === null ? '责任单位' : seriesNames[unitKind]));
  return [...series]
    .map(([name, own]) => ({ series: name, units: rankUnits(own) }))
    .sort((a, b) => seriesOrder.indexOf(a.series) - seriesOrder.indexOf(b.series));
}

/** A series in which at least two have a place: one unit alone is no ranking. */
export function isRanking({ units }: RankedSeries): boolean {
  return units.filter(({ rank }) => rank !== null).length > 1;
}
