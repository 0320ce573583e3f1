import type { Refusal } from '../kit/errors.ts';
import { compareRatio, type Whole, whole } from '../kit/money.ts';

/** The shape of a rule set's bound and band (`schema.ts`), without their meaning. */
type Bound = { value: string; inclusive: boolean };
type Band = { from: Bound | null; to: Bound | null };

/** An exact value: part ÷ base in the metric's unit (percent already multiplied in). The base is above zero. */
export type Ratio = { part: Whole; base: Whole };

/** A bound's decimal text as an exact ratio: `39.99` → 3999/100. */
export function ratioOf(value: string): Ratio {
  const [units = '0', fraction = ''] = value.split('.');
  return { part: Number(units + fraction), base: 10 ** fraction.length };
}

/** Compares a percentage, given as part ÷ base of one, or a plain number with a bound, without division. */
export function compareToBound(value: Ratio, percent: boolean, bound: Bound): number {
  const { part, base } = ratioOf(bound.value);
  return compareRatio(value.part, value.base, part, percent ? whole(BigInt(base) * 100n) : base);
}

/** Whether a value lies in a band. */
export function isWithin(value: Ratio, percent: boolean, band: Band): boolean {
  if (band.from) {
    const side = compareToBound(value, percent, band.from);
    if (side < 0 || (side === 0 && !band.from.inclusive)) return false;
  }
  if (band.to) {
    const side = compareToBound(value, percent, band.to);
    if (side > 0 || (side === 0 && !band.to.inclusive)) return false;
  }
  return true;
}

/** The band that a value falls in, and its lamp; `band` is null where the rule says nothing and the gap's word stands. */
export function classify<Lit extends Band & { lamp: string }, Gap>(
  value: Ratio,
  percent: boolean,
  rule: { bands: readonly Lit[]; gap: Gap },
): { lamp: Lit['lamp'] | Gap; band: Lit | null } {
  const band = rule.bands.find((one) => isWithin(value, percent, one)) ?? null;
  return { lamp: band ? band.lamp : rule.gap, band };
}

/** Why a list of bands makes no rule: an end before its beginning, or two bands that claim the same value. */
export function whyNotBands(bands: readonly Band[]): Refusal<'band-empty' | 'bands-overlap'> | null {
  for (const [index, band] of bands.entries()) {
    if (band.from && band.to) {
      const side = compareBounds(band.from, band.to);
      if (side > 0 || (side === 0 && !(band.from.inclusive && band.to.inclusive))) return { reason: 'band-empty', index };
    }
    for (const [other, second] of bands.slice(0, index).entries()) {
      if (!isApart(second, band) && !isApart(band, second)) return { reason: 'bands-overlap', index, other };
    }
  }
  return null;
}

/** Whether the first band ends before the second begins. */
function isApart(first: Band, second: Band): boolean {
  if (!first.to || !second.from) return false;
  const side = compareBounds(first.to, second.from);
  return side < 0 || (side === 0 && !(first.to.inclusive && second.from.inclusive));
}

function compareBounds(a: Bound, b: Bound): number {
  const left = ratioOf(a.value);
  const right = ratioOf(b.value);
  return compareRatio(left.part, left.base, right.part, right.base);
}
