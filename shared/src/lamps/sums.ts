import type { Month } from '../kit/calendar.ts';
import { type Money, sum, zero } from '../kit/money.ts';
import type { UnitKind } from '../units/schema.ts';
import { type LampInput, type LampMemory, type MonthTask, noFacts, type TaskInput } from './input.ts';
import type { RuleSet } from './schema.ts';
import { outOfScope } from './scope.ts';
import { ratedDone } from './verified.ts';

/**
 * A unit's facts: the sums of its projects that the rules speak of. Null where there is none, or none has a plan. What
 * has no plan is left out of the sums, as in the rates of a bulletin.
 */
export function unitInput(rules: RuleSet, projects: readonly LampInput[], unit: { kind: UnitKind; memory: LampMemory }): LampInput | null {
  const counted = projects.filter((one) => outOfScope(rules, one) === null && one.yearPlan !== null && one.plannedToDate !== null);
  const [first] = counted;
  if (!first) return null;
  const total = (amounts: readonly (Money | null)[]) => sum(amounts.map((amount) => amount ?? zero));
  const lastYear = counted.filter(({ doneLastYear }) => doneLastYear !== null);
  return {
    ...noFacts,
    asOf: first.asOf,
    stage: null,
    standing: 'active',
    unitKind: unit.kind,
    yearClass: 'continued',
    yearPlan: total(counted.map(({ yearPlan }) => yearPlan)),
    plannedToDate: total(counted.map(({ plannedToDate }) => plannedToDate)),
    doneThisYear: total(counted.map((one) => ratedDone(rules, one).done)),
    plannedStart: null,
    actualStart: null,
    needsRegistration: false,
    registeredOn: null,
    tasks: tasksOf(counted),
    doneLastYear: lastYear.length > 0 ? total(lastYear.map(({ doneLastYear }) => doneLastYear)) : null,
    memory: unit.memory,
  };
}

/** A unit's tasks: what its projects planned and did in each month, added up. */
function tasksOf(projects: readonly LampInput[]): MonthTask[] | null {
  if (projects.every(({ tasks }) => tasks === null)) return null;
  const months = new Map<Month, MonthTask[]>();
  for (const task of projects.flatMap(({ tasks }) => tasks ?? [])) months.set(task.month, [...(months.get(task.month) ?? []), task]);
  return [...months]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, tasks]) => ({ month, planned: sum(tasks.map((task) => task.planned)), done: sum(tasks.map((task) => task.done)) }));
}

/** A project's tasks of the year's months that have ended: what each asked for from January on, done by then and by now. */
export function taskInputs(input: LampInput): TaskInput[] {
  let planned = zero;
  let done = zero;
  return (input.tasks ?? []).map((task) => {
    planned = sum([planned, task.planned]);
    done = sum([done, task.done]);
    return { month: task.month, asOf: input.asOf, planned, doneThen: done, doneNow: input.doneThisYear };
  });
}
