import { ratioOf } from './bands.ts';
import type { Metric } from './metrics.ts';
import { metricKinds } from './metrics.ts';
import type { Band, Bound } from './schema.ts';

type Stretch = Pick<Band, 'from' | 'to'>;

/**
 * The values that no band of a dimension holds, in order. What cannot be measured is no gap: below zero where nothing is
 * counted, between two whole numbers where only those are. The bands are in no need of an order, but apart from each other.
 */
export function gapsOf(metric: Metric, bands: readonly Stretch[]): Stretch[] {
  const sorted = bands.toSorted((a, b) => numberOf(a.from, Number.NEGATIVE_INFINITY) - numberOf(b.from, Number.NEGATIVE_INFINITY));
  const [first] = sorted;
  if (!first) return [];
  const before = first.from ? [{ from: null, to: turned(first.from) }] : [];
  const between = sorted.flatMap((band, at): Stretch[] => {
    const next = sorted[at + 1];
    if (!band.to) return [];
    return [{ from: turned(band.to), to: next?.from ? turned(next.from) : null }];
  });
  return [...before, ...between].filter((gap) => holdsAny(metric, gap));
}

function turned({ value, inclusive }: Bound): Bound {
  return { value, inclusive: !inclusive };
}

function numberOf(bound: Bound | null, open: number): number {
  if (!bound) return open;
  const { part, base } = ratioOf(bound.value);
  return Number(part) / Number(base);
}

/** Whether something that the metric can measure lies in a stretch. */
function holdsAny(metric: Metric, { from, to }: Stretch): boolean {
  const { counts, least } = metricKinds[metric];
  const low = Math.max(numberOf(from, Number.NEGATIVE_INFINITY), least);
  const high = numberOf(to, Number.POSITIVE_INFINITY);
  const isLowIn = !from || from.inclusive || numberOf(from, low) < low;
  const isHighIn = to?.inclusive ?? false;
  if (counts === 'any') return low < high || (low === high && isLowIn && isHighIn);
  const lowest = Number.isInteger(low) && !isLowIn ? low + 1 : Math.ceil(low);
  return isHighIn ? lowest <= high : lowest < high;
}
