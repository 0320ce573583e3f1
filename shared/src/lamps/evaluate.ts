import { assertNever } from '../kit/errors.ts';
import { classify } from './bands.ts';
import type { LampInput } from './input.ts';
import { measure, metricKinds } from './measure.ts';
import type { LampResult, Reason } from './result.ts';
import type { Dimension, Lamp, RuleSet } from './schema.ts';
import { turnOf } from './turn.ts';

const badness: { readonly [L in Lamp]: number } = { green: 0, yellow: 1, red: 2 };

/**
 * Works out a project's lamp by a rule set.
 *
 * Out of scope, whatever the figures: suspended and withdrawn projects, and those whose stage is 竣工 or later: their
 * work is over, and money that comes in afterwards is settlement, not progress. (A stage moves to 竣工 only through its
 * gate, so a unit cannot leave the lamps by reporting itself complete.) Approvals still open after completion are
 * chased by the ledger and the agenda. Everything else is judged dimension by dimension; one without facts is silent.
 */
export function evaluate(rules: RuleSet, input: LampInput): LampResult {
  const result: LampResult = { ruleSetId: rules.id, asOf: input.asOf, lamp: null, outOfScope: outOfScope(input), reasons: [], silent: [] };
  if (result.outOfScope) return result;
  for (const dimension of rules.dimensions) {
    const measured = measure(dimension.metric, input);
    if (measured.silence !== null) result.silent.push({ dimension: dimension.id, why: measured.silence });
    else result.reasons.push(judge(dimension, measured, input));
  }
  result.reasons.sort((a, b) => weight(b) - weight(a));
  const counting = result.reasons.find((reason) => !reason.exemption);
  result.lamp = counting?.lamp ?? null;
  return result;
}

/** Whether a project is judged at all. */
function outOfScope(input: LampInput): LampResult['outOfScope'] {
  if (input.standing !== 'active') return input.standing;
  switch (input.stage) {
    case 'planned':
    case 'signed':
    case 'preparing':
    case 'started':
    case 'building':
      return null;
    case 'completed':
    case 'producing':
    case 'at-capacity':
      return 'finished';
    default:
      return assertNever(input.stage);
  }
}

function judge(dimension: Dimension, measured: Pick<Reason, 'value' | 'facts'>, input: LampInput): Reason {
  const { percent, worse } = metricKinds[dimension.metric];
  const { lamp, band } = classify(measured.value, percent, dimension);
  const crossed = lamp !== 'green' && band ? (worse === 'more' ? band.from : band.to) : null;
  return {
    dimension: dimension.id,
    metric: dimension.metric,
    asOf: input.asOf,
    lamp,
    // Nothing is exempted from a green lamp.
    exemption: lamp === 'green' ? null : exemptionOf(dimension, input),
    facts: measured.facts,
    value: measured.value,
    band,
    crossed,
    turn: lamp === 'green' ? null : turnOf(dimension, measured.facts, measured.value, crossed),
  };
}

function exemptionOf(dimension: Dimension, input: LampInput): Reason['exemption'] {
  return input.exemptions.find((one) => one.dimension === dimension.id && (one.until === null || one.until >= input.asOf)) ?? null;
}

/** The worst first; an exempt reason after every one that counts. The sort is stable, so ties keep the rule set's order. */
function weight(reason: Reason): number {
  return reason.exemption ? -1 : badness[reason.lamp];
}
