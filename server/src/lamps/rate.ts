import { type Month, monthOf } from '#shared/kit/calendar.ts';
import { groupBy } from '#shared/kit/collections.ts';
import type { Id } from '#shared/kit/ids.ts';
import { evaluateTask } from '#shared/lamps/evaluate.ts';
import type { LampInput, LampMemory } from '#shared/lamps/input.ts';
import { rateAll } from '#shared/lamps/replay.ts';
import type { RuleSet } from '#shared/lamps/schema.ts';
import { outOfScope } from '#shared/lamps/scope.ts';
import { taskInputs, unitInput } from '#shared/lamps/sums.ts';
import type { UnitKind } from '#shared/units/schema.ts';
import type { Rating } from '../cuts/store.ts';
import type { Reader } from '../db/tables.ts';

/** A project as the rating of units and tasks reads it. */
export type Ratable = { projectId: Id<'project'>; name: string; unitId: Id<'unit'>; input: LampInput };

export type RatedUnit = { id: Id<'unit'>; shortName: string; kind: UnitKind };

/** The units of a district that projects belong to. */
export function unitsOf(db: Reader, districtId: Id<'unit'>): Promise<RatedUnit[]> {
  return db.selectFrom('unit').select(['id', 'shortName', 'kind']).where('districtId', '=', districtId).execute();
}

/** The facts of each unit that a set of rules rates, from its projects'. */
export function unitInputs(
  rules: RuleSet,
  rows: readonly Ratable[],
  units: readonly RatedUnit[],
  memory: ReadonlyMap<string, LampMemory>,
): Map<Id<'unit'>, LampInput> {
  const byUnit = groupBy(rows, (row) => row.unitId);
  return new Map(
    units.flatMap(({ id, kind }): [Id<'unit'>, LampInput][] => {
      const inputs = (byUnit.get(id) ?? []).map((row) => row.input);
      const input = unitInput(rules, inputs, { kind, memory: memory.get(id) ?? {} });
      return input ? [[id, input]] : [];
    }),
  );
}

/** The lamps of units and of months' tasks by the sets that rate them. */
export function rateOthers(
  ruleSets: readonly RuleSet[],
  rows: readonly Ratable[],
  units: readonly RatedUnit[],
  memory: ReadonlyMap<string, LampMemory>,
): Rating[] {
  return ruleSets.flatMap((rules): Rating[] => {
    if (rules.rates === 'task') return rows.flatMap((row) => tasksOf(rules, row));
    const inputs = unitInputs(rules, rows, units, memory);
    const nameOf = new Map(units.map(({ id, shortName }) => [id, shortName]));
    return [...rateAll(rules, inputs)].map(([id, result]) => ({
      ...{ rates: 'unit' as const, subjectId: id, month: monthOf(result.asOf), name: nameOf.get(id) ?? '', lamp: result.lamp, result },
    }));
  });
}

/** What a set says of each month's task of a project. */
export function tasksOf(rules: RuleSet, { projectId, name, input }: Ratable): Rating[] {
  if (outOfScope(rules, input)) return [];
  return taskInputs(input).map((task): Rating => {
    const result = evaluateTask(rules, task);
    return { rates: 'task', subjectId: projectId, month: task.month, name, lamp: result.lamp, result };
  });
}

/** What the last cut said of each unit. */
export function memoryOf(ratings: readonly Rating[], month: Month | null): Map<string, LampMemory> {
  const own = ratings.filter((row) => row.rates === 'unit' && row.month === month);
  return new Map(own.map(({ subjectId, result }) => [subjectId, result.memory]));
}
