import { assertNever } from '../kit/errors.ts';
import type { LampInput } from './input.ts';
import type { OutOfScope } from './result.ts';
import type { LampScope, RuleSet } from './schema.ts';

/**
 * Whether somebody is judged at all. Out of scope, whatever the figures: suspended and withdrawn projects, and those
 * whose stage is 竣工 or later: their work is over, and money that comes in afterwards is settlement, not progress. (A
 * stage moves to 竣工 only through its gate, so a unit cannot leave the lamps by reporting itself complete.) Besides,
 * whom the rule set itself does not speak of.
 */
export function outOfScope({ scope }: Pick<RuleSet, 'scope'>, input: LampInput): OutOfScope | null {
  if (input.standing !== 'active') return input.standing;
  if (isFinished(input.stage)) return 'finished';
  return isSpokenOf(scope, input) ? null : 'not-in-scope';
}

function isFinished(stage: LampInput['stage']): boolean {
  switch (stage) {
    case null:
    case 'planned':
    case 'signed':
    case 'preparing':
    case 'started':
    case 'building':
      return false;
    case 'completed':
    case 'producing':
    case 'at-capacity':
      return true;
    default:
      return assertNever(stage);
  }
}

/** Whether a rule set speaks of a project. A unit is spoken of as a whole: its sums hold only projects that are. */
export function isSpokenOf(scope: LampScope, input: Pick<LampInput, 'kind' | 'level' | 'track' | 'stage' | 'yearPlan'>): boolean {
  const has = <Value>(list: readonly Value[], value: Value | null) => list.length === 0 || value === null || list.includes(value);
  if (!has(scope.kinds, input.kind) || !has(scope.levels, input.level) || !has(scope.tracks, input.track)) return false;
  if (!has(scope.stages, input.stage)) return false;
  return scope.leastYearPlan === null || input.stage === null || (input.yearPlan ?? 0) >= scope.leastYearPlan;
}
