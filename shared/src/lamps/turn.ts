import { yuan } from '../kit/money.ts';
import { classify, type Ratio, ratioOf } from './bands.ts';
import { isShare, metricKinds } from './metrics.ts';
import type { Facts, Turn } from './result.ts';
import { type Bound, badness, type Dimension, type Lamp } from './schema.ts';

/** What would turn a yellow or red value, and to which lamp of its own; null where the rule itself knows no better one. */
export function turnOf(dimension: Dimension, facts: Facts, value: Ratio, crossed: Bound | null): Turn | null {
  const mended = classify({ part: 0, base: 1 }, isShare(dimension.metric), dimension).lamp ?? 'green';
  switch (facts.code) {
    case 'start':
      return { by: 'start', to: mended };
    case 'milestone':
      return { by: facts.milestone, to: mended };
    case 'registration':
      return { by: 'register', to: mended };
    case 'approvals':
      return { by: 'finish-steps', to: mended };
    case 'tasks':
      return { by: 'meet-task', to: mended };
    case 'task': {
      const amount = yuan(facts.planned - facts.doneNow);
      return amount > 0 ? { by: 'invest', amount, to: mended } : null;
    }
    case 'investment':
    case 'payment': {
      const turned = crossed && byMoney(dimension, value, crossed);
      return turned && { by: facts.code === 'investment' ? 'invest' : 'pay', ...turned };
    }
    case 'growth': {
      const turned = crossed && facts.plannedToDate !== null ? byMoney(dimension, value, crossed) : null;
      return turned ? { by: 'invest', ...turned } : nextBetter(dimension, value);
    }
    case 'rank':
      return nextBetter(dimension, value);
  }
}

/** How many yuan more lead across the bound, and the lamp on its other side. */
function byMoney(dimension: Dimension, value: Ratio, crossed: Bound): { amount: ReturnType<typeof yuan>; to: Lamp } {
  const part = Number(value.part);
  const base = Number(value.base);
  const isShortfall = metricKinds[dimension.metric].worse === 'more';
  const amount = isShortfall ? part - mostAllowed(base, crossed) : leastRequired(base, crossed) - part;
  const better = { part: isShortfall ? part - amount : part + amount, base };
  return { amount: yuan(amount), to: classify(better, isShare(dimension.metric), dimension).lamp ?? 'green' };
}

/** The nearest band that is better than the value's own. */
function nextBetter(dimension: Dimension, value: Ratio): Turn | null {
  const own = classify(value, isShare(dimension.metric), dimension).lamp ?? 'green';
  const better = dimension.bands.filter((band) => badness[band.lamp] < badness[own]).sort((a, b) => badness[b.lamp] - badness[a.lamp])[0];
  return better ? { by: 'reach', band: better, to: better.lamp } : null;
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
