import type { Month } from '../kit/calendar.ts';
import { cohortOf } from './cohort.ts';
import { evaluate } from './evaluate.ts';
import type { LampInput, LampMemory } from './input.ts';
import type { LampResult } from './result.ts';
import type { RuleSet } from './schema.ts';

/** A month with the facts that were frozen for it, by whose they are. */
export type FrozenMonth<Key> = { month: Month; inputs: ReadonlyMap<Key, LampInput> };

/** Works out a whole month: everybody that is rated together, each with the memory that its input brings. */
export function rateAll<Key>(rules: RuleSet, inputs: ReadonlyMap<Key, LampInput>): Map<Key, LampResult> {
  const cohort = cohortOf(rules, [...inputs.values()]);
  return new Map([...inputs].map(([key, input]) => [key, evaluate(rules, input, cohort)]));
}

/**
 * Works out months again as if these rules had stood from the first of them on: each hears of the one before what these
 * rules said of it. The months come oldest first; the first of them hears of nothing.
 */
export function replay<Key>(rules: RuleSet, months: readonly FrozenMonth<Key>[]): { month: Month; results: Map<Key, LampResult> }[] {
  let before = new Map<Key, LampMemory>();
  return months.map(({ month, inputs }) => {
    const remembering = new Map([...inputs].map(([key, input]) => [key, { ...input, memory: before.get(key) ?? {} }]));
    const results = rateAll(rules, remembering);
    before = new Map([...results].map(([key, { memory }]) => [key, memory]));
    return { month, results };
  });
}
