import { compareRatio, type Money } from '../kit/money.ts';
import type { Ratio } from './bands.ts';
import type { LampInput } from './input.ts';
import type { Dimension, RuleSet } from './schema.ts';
import { outOfScope } from './scope.ts';

type Group = { rates: Ratio[]; thisYear: bigint; lastYear: bigint };

/** Everybody that a rank or an average is taken among; made once for all that are rated together. */
export type Cohort = ReadonlyMap<string, Group>;

const relative = new Set(['rankFromEnd', 'growthBelowAverage']);

/** Whether a rule set needs everybody's figures before it can rate anybody. */
export function needsCohort(rules: RuleSet): boolean {
  return rules.dimensions.some(({ metric }) => relative.has(metric));
}

/** The figures of all that a rule set rates, ready for `evaluate`; empty where it asks for nobody else's. */
export function cohortOf(rules: RuleSet, inputs: readonly LampInput[]): Cohort {
  const cohort = new Map<string, Group>();
  if (!needsCohort(rules)) return cohort;
  const ways = new Set(rules.dimensions.map(({ within }) => within));
  for (const input of inputs) {
    if (outOfScope(rules, input)) continue;
    for (const within of ways) {
      const key = keyOf(within, input);
      const group = cohort.get(key) ?? { rates: [], thisYear: 0n, lastYear: 0n };
      cohort.set(key, group);
      if (isRanked(input)) group.rates.push({ part: input.doneThisYear, base: input.plannedToDate });
      if (!input.doneLastYear) continue;
      group.thisYear += BigInt(input.doneThisYear);
      group.lastYear += BigInt(input.doneLastYear);
    }
  }
  for (const { rates } of cohort.values()) rates.sort(compare);
  return cohort;
}

/** Whether there is a plan to be ranked by. */
export function isRanked(input: LampInput): input is LampInput & { plannedToDate: Money } {
  return input.plannedToDate !== null && input.plannedToDate > 0;
}

/** A place from the end, 1 being the last, and among how many. Ties share the better place. */
export function placeOf(cohort: Cohort, within: Dimension['within'], input: LampInput & { plannedToDate: Money }) {
  const rates = cohort.get(keyOf(within, input))?.rates ?? [];
  const own = { part: input.doneThisYear, base: input.plannedToDate };
  let [low, high] = [0, rates.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const rate = rates[middle];
    if (rate && compare(rate, own) <= 0) low = middle + 1;
    else high = middle;
  }
  return { place: Math.max(1, low), of: Math.max(1, rates.length) };
}

/** What all of a group have done this year and by the same day of last year. */
export function sumsOf(cohort: Cohort, within: Dimension['within'], input: LampInput): { thisYear: bigint; lastYear: bigint } | null {
  const group = cohort.get(keyOf(within, input));
  return group && group.lastYear > 0n ? group : null;
}

function keyOf(within: Dimension['within'], input: LampInput): string {
  switch (within) {
    case 'all':
      return '';
    case 'kind':
      return `kind ${input.kind ?? input.unitKind}`;
    case 'level':
      return `level ${input.level}`;
  }
}

function compare(a: Ratio, b: Ratio): number {
  return compareRatio(a.part, a.base, b.part, b.base);
}
