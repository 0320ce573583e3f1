import { yuan } from '../kit/money.ts';
import { classify, type Ratio, ratioOf } from './bands.ts';
import { metricKinds } from './measure.ts';
import type { Facts, Turn } from './result.ts';
import type { Bound, Dimension } from './schema.ts';

/** What would turn a yellow or red lamp; null where the rule itself knows no better value. */
export function turnOf(dimension: Dimension, facts: Facts, value: Ratio, crossed: Bound | null): Turn | null {
  const { percent } = metricKinds[dimension.metric];
  const mended = classify({ part: 0, base: 1 }, percent, dimension).lamp;
  switch (facts.code) {
    case 'start':
      return { by: 'start', to: mended };
    case 'registration':
      return { by: 'register', to: mended };
    case 'approvals':
      return { by: 'finish-steps', to: mended };
    case 'investment':
    case 'payment': {
      if (!crossed) return null;
      const isShortfall = metricKinds[dimension.metric].worse === 'more';
      const amount = isShortfall ? value.part - mostAllowed(value.base, crossed) : leastRequired(value.base, crossed) - value.part;
      const better = { part: isShortfall ? value.part - amount : value.part + amount, base: value.base };
      return { by: facts.code === 'investment' ? 'invest' : 'pay', amount: yuan(amount), to: classify(better, percent, dimension).lamp };
    }
  }
}

/** The largest shortfall in yuan on the better side of a percentage of the base. */
function mostAllowed(base: number, bound: Bound): number {
  const { product, divisor } = share(base, bound);
  return Number(bound.inclusive ? ceil(product, divisor) - 1n : floor(product, divisor));
}

/** The smallest sum in yuan on the better side of a percentage of the base. */
function leastRequired(base: number, bound: Bound): number {
  const { product, divisor } = share(base, bound);
  return Number(bound.inclusive ? floor(product, divisor) + 1n : ceil(product, divisor));
}

function share(base: number, bound: Bound): { product: bigint; divisor: bigint } {
  const { part, base: scale } = ratioOf(bound.value);
  return { product: BigInt(part) * BigInt(base), divisor: BigInt(scale) * 100n };
}

function floor(product: bigint, divisor: bigint): bigint {
  const quotient = product / divisor;
  return product % divisor < 0n ? quotient - 1n : quotient;
}

function ceil(product: bigint, divisor: bigint): bigint {
  return -floor(-product, divisor);
}
