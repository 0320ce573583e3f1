import type { TaskForceMember } from '#shared/projects/task-force.ts';

/** A 专班 by its members' names, as two versions of it are compared; somebody who is not in it is null. */
export type ByName = Record<string, TaskForceMember | null>;

/** The members by name. Two of one name are told apart by their number. */
export function byName(members: readonly TaskForceMember[]): ByName {
  const named: ByName = {};
  for (const { name, unit, duty, phone, isLeader } of members) {
    let key = name.trim();
    for (let count = 2; key in named; count++) key = `${name.trim()} ${count}`;
    named[key] = { name: name.trim(), unit: unit.trim(), duty: duty.trim(), phone: phone.trim(), isLeader };
  }
  return named;
}

/** The members of a version, those typed in the order they were typed in, those taken over behind them. */
export function membersOf(named: ByName, order: readonly string[]): TaskForceMember[] {
  const keys = [...order.filter((key) => key in named), ...Object.keys(named).filter((key) => !order.includes(key))];
  return keys.flatMap((key) => named[key] ?? []);
}
