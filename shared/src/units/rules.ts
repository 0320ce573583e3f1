import type { Refusal } from '../kit/errors.ts';
import { subtree, type Unit, type UnitKind } from './schema.ts';

type Reason =
  | 'unit-kind'
  | 'unit-parent-inactive'
  | 'unit-name-taken'
  | 'unit-cycle'
  | 'unit-is-district'
  | 'unit-has-units'
  | 'unit-has-accounts'
  | 'unit-has-projects'
  | 'unit-closed'
  | 'leader-twice';

/** What still hangs on a unit: accounts that can sign in, projects that are listed. */
export type UnitUse = { accounts: number; projects: number };

/** A name without what the eye does not see: two units that look the same are the same to a list that is imported. */
function seen(name: string): string {
  return name.normalize('NFKC').replace(/[\p{Cf}\p{Z}\s]/gu, '');
}

function isNameTaken(name: string, self: Unit['id'] | null, units: readonly Unit[]): boolean {
  return units.some((unit) => unit.id !== self && unit.active && seen(unit.name) === seen(name));
}

/** Why a unit cannot be made below another; `units` are those of the district. */
export function whyNotCreate(wanted: { name: string; kind: UnitKind }, parent: Unit, units: readonly Unit[]): Refusal<Reason> | null {
  // A district is founded with its settings; one without them would have no calendar, no meeting and no office.
  if (wanted.kind === 'city' || wanted.kind === 'district') return { reason: 'unit-kind' };
  if (!parent.active) return { reason: 'unit-parent-inactive' };
  if (isNameTaken(wanted.name, null, units)) return { reason: 'unit-name-taken', name: wanted.name };
  return null;
}

/** Why a unit cannot become what is wanted of it: renamed, moved below another, closed or opened again. */
export function whyNotUpdate(before: Unit, after: Unit, units: readonly Unit[], use: UnitUse): Refusal<Reason> | null {
  const isMoved = after.parentId !== before.parentId;
  // The district's own unit carries the district's name, and stands as long as the district does.
  const isRoot = before.parentId === null || before.id === before.districtId;
  if (isRoot && (isMoved || !after.active || after.name !== before.name)) return { reason: 'unit-is-district' };
  if (after.parentId && isMoved && subtree(units, before.id).has(after.parentId)) return { reason: 'unit-cycle' };
  const parent = units.find((unit) => unit.id === after.parentId);
  if (parent && !parent.active && after.active && (isMoved || !before.active)) return { reason: 'unit-parent-inactive' };
  if (after.active && isNameTaken(after.name, before.id, units)) return { reason: 'unit-name-taken', name: after.name };
  return before.active && !after.active ? whyNotClose(before, units, use) : null;
}

/** Why a unit cannot be linked with leaders: nobody looks after what is closed, and nobody twice. */
export function whyNotLinkLeaders(unit: Pick<Unit, 'active' | 'name'>, leaderIds: readonly string[]): Refusal<Reason> | null {
  if (!unit.active && leaderIds.length > 0) return { reason: 'unit-closed', name: unit.name };
  return new Set(leaderIds).size < leaderIds.length ? { reason: 'leader-twice' } : null;
}

function whyNotClose(unit: Unit, units: readonly Unit[], use: UnitUse): Refusal<Reason> | null {
  const below = units.filter((other) => other.parentId === unit.id && other.active).length;
  if (below > 0) return { reason: 'unit-has-units', count: below };
  if (use.accounts > 0) return { reason: 'unit-has-accounts', count: use.accounts };
  if (use.projects > 0) return { reason: 'unit-has-projects', count: use.projects };
  return null;
}
