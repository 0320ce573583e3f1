import { Day, lastDayOfMonth, monthOf } from '../kit/calendar.ts';
import { classify, type Ratio } from './bands.ts';
import type { Cohort } from './cohort.ts';
import type { LampInput, TaskInput } from './input.ts';
import { measure } from './measure.ts';
import { type Remembered, remember } from './memory.ts';
import { isShare, metricKinds } from './metrics.ts';
import type { Facts, LampResult, Reason } from './result.ts';
import { badness, type Combination, type Dimension, type Lamp, type RuleSet } from './schema.ts';
import { outOfScope } from './scope.ts';
import { turnOf } from './turn.ts';
import { ratedDone } from './verified.ts';

const nobody: Cohort = new Map();

/** The day whose figures a month's lamp goes by, as seen on a day of that month. */
export function ratedDay({ asOf: on }: Pick<RuleSet, 'asOf'>, asOf: Day): Day {
  if (on === 'month-end') return asOf;
  const day = Day.parse(`${monthOf(asOf)}-${String(on.day).padStart(2, '0')}`);
  return day < asOf ? day : asOf;
}

/**
 * Works out a lamp by a rule set, dimension by dimension; one without facts is silent. `cohort` is needed where the
 * rules rank or compare with an average.
 */
export function evaluate(rules: RuleSet, input: LampInput, cohort: Cohort = nobody): LampResult {
  const result = nothing(rules, input.asOf);
  result.outOfScope = outOfScope(rules, input);
  if (result.outOfScope) return result;
  const { done, checked } = ratedDone(rules, input);
  const rated = checked ? { ...input, doneThisYear: done } : input;
  for (const dimension of rules.dimensions) {
    const measured = measure(dimension.metric, rated, { within: dimension.within, cohort, checked });
    if (measured.silence !== null) {
      result.silent.push({ dimension: dimension.id, why: measured.silence });
      continue;
    }
    const found = classify(measured.value, isShare(dimension.metric), dimension);
    if (found.lamp === null) {
      result.silent.push({ dimension: dimension.id, why: 'not-defined' });
      continue;
    }
    // Nothing is exempted from a green lamp.
    const exemption = found.lamp === 'green' ? null : exemptionOf(dimension, input);
    const before = input.memory[dimension.id] ?? null;
    const then = (base: Lamp) => remember(dimension, before, { base, isExempt: exemption !== null, month: monthOf(input.asOf) });
    const kept = then(found.lamp);
    result.memory[dimension.id] = kept.memory;
    result.reasons.push(
      reasonOf(dimension, {
        ...measured,
        band: found.band,
        asOf: input.asOf,
        base: found.lamp,
        exemption,
        kept,
        lampWith: (lamp) => then(lamp).lamp,
      }),
    );
  }
  return settle(rules, result);
}

/**
 * Works out the lamp of one month's task. What was missed when the month ended and has been made good since is what the
 * rules say of red made good, and never green again.
 */
export function evaluateTask(rules: RuleSet, task: TaskInput): LampResult {
  const result = nothing(rules, task.asOf);
  for (const dimension of rules.dimensions) {
    if (dimension.metric !== 'taskShortfall' || task.planned <= 0) {
      result.silent.push({ dimension: dimension.id, why: 'nothing-planned-yet' });
      continue;
    }
    const shortOf = (done: number): Ratio => ({ part: task.planned - done, base: task.planned });
    const then = classify(shortOf(task.doneThen), true, dimension);
    const now = classify(shortOf(Math.max(task.doneThen, task.doneNow)), true, dimension);
    if (then.lamp === null) {
      result.silent.push({ dimension: dimension.id, why: 'not-defined' });
      continue;
    }
    const { recovery } = dimension;
    const isMadeGood = recovery !== null && then.lamp === recovery.from && now.lamp !== null && badness[now.lamp] < badness[then.lamp];
    const lamp = isMadeGood ? recovery.to : then.lamp;
    const memory = { lamp, since: task.month, yellow: 0, red: 0, recovering: 0 };
    const kept: Remembered = { lamp, streak: null, recovery: isMadeGood ? { ...recovery, base: then.lamp } : null, memory };
    const facts: Facts = { code: 'task', month: task.month, planned: task.planned, doneThen: task.doneThen, doneNow: task.doneNow };
    const own = { value: shortOf(task.doneThen), facts, band: then.band, asOf: lastDayOfMonth(task.month), base: then.lamp };
    result.reasons.push(reasonOf(dimension, { ...own, exemption: null, kept, lampWith: () => (recovery ? recovery.to : lamp) }));
  }
  return settle(rules, result);
}

function nothing(rules: RuleSet, asOf: Day): LampResult {
  return { ruleSetId: rules.id, asOf, lamp: null, outOfScope: null, reasons: [], silent: [], memory: {} };
}

type Judged = {
  value: Ratio;
  facts: Facts;
  band: Reason['band'];
  asOf: Day;
  /** The value's own lamp, before the months before it are heard. */
  base: Lamp;
  exemption: Reason['exemption'];
  kept: Remembered;
  /** What the lamp would be with another value's own lamp. */
  lampWith: (base: Lamp) => Lamp;
};

function reasonOf(dimension: Dimension, judged: Judged): Reason {
  const { base, band, kept } = judged;
  const crossed = base !== 'green' && band ? (metricKinds[dimension.metric].worse === 'more' ? band.from : band.to) : null;
  const turn = kept.lamp === 'green' || base === 'green' ? null : turnOf(dimension, judged.facts, judged.value, crossed);
  const to = turn && judged.lampWith(turn.to);
  return {
    dimension: dimension.id,
    name: dimension.name,
    metric: dimension.metric,
    asOf: judged.asOf,
    lamp: kept.lamp,
    exemption: judged.exemption,
    facts: judged.facts,
    value: judged.value,
    band,
    crossed,
    streak: kept.streak,
    recovery: kept.recovery,
    since: judged.exemption ? null : kept.memory.since,
    turn: turn && to && badness[to] < badness[kept.lamp] ? { ...turn, to } : null,
  };
}

/** Puts the worst first and makes one lamp of all that count. */
function settle(rules: RuleSet, result: LampResult): LampResult {
  result.reasons.sort((a, b) => weight(b) - weight(a));
  const counting = result.reasons.filter((reason) => !reason.exemption);
  const order = new Map(rules.dimensions.map(({ id }, index) => [id, index]));
  result.lamp = combine(
    rules.combine,
    counting.map(({ lamp }) => lamp),
    counting.toSorted((a, b) => (order.get(a.dimension) ?? 0) - (order.get(b.dimension) ?? 0))[0]?.lamp ?? null,
  );
  return result;
}

/** Lamps, the worst first, as one. */
function combine(combination: Combination, lamps: readonly Lamp[], first: Lamp | null): Lamp | null {
  if (lamps.length === 0) return null;
  switch (combination) {
    case 'worst':
      return lamps[0] ?? null;
    case 'best':
      return lamps.at(-1) ?? null;
    case 'first':
      return first;
    default: {
      const atLeast = (lamp: Lamp) => lamps.filter((one) => badness[one] >= badness[lamp]).length;
      if (atLeast('red') >= combination.redFrom) return 'red';
      return atLeast('yellow') >= combination.yellowFrom ? 'yellow' : 'green';
    }
  }
}

function exemptionOf({ id, exemptible }: Dimension, { exemptions, asOf }: LampInput): Reason['exemption'] {
  if (!exemptible) return null;
  return exemptions.find((one) => one.dimension === id && (one.until === null || one.until >= asOf)) ?? null;
}

/** The worst first; an exempt reason after every one that counts. The sort is stable, so ties keep the rule set's order. */
function weight(reason: Reason): number {
  return reason.exemption ? -1 : badness[reason.lamp];
}
