import type { Account } from '../accounts/schema.ts';
import type { Refusal } from '../kit/errors.ts';
import type { Id } from '../kit/ids.ts';
import { subtree, type Unit } from '../units/schema.ts';

type Tree = readonly Pick<Unit, 'id' | 'parentId'>[];
type Candidate = Pick<Account, 'id' | 'name' | 'role' | 'active' | 'unitId'>;

/** Why somebody cannot carry a project of a unit: no officer, closed, or of a unit that does not reach it. */
export function whyNotCarry(
  officer: Candidate,
  projectUnitId: Id<'unit'>,
  units: Tree,
): Refusal<'not-an-officer' | 'officer-closed' | 'officer-elsewhere'> | null {
  if (officer.role !== 'officer') return { reason: 'not-an-officer', name: officer.name };
  if (!officer.active) return { reason: 'officer-closed', name: officer.name };
  return subtree(units, officer.unitId).has(projectUnitId) ? null : { reason: 'officer-elsewhere', name: officer.name };
}

/** Why one officer's work cannot go to another: the same person, another branch of the tree, a project out of reach. */
export function whyNotHandOver(
  from: Candidate,
  to: Candidate,
  projectUnitIds: readonly Id<'unit'>[],
  units: Tree,
): Refusal<'same-officer' | 'not-an-officer' | 'officer-closed' | 'officer-elsewhere'> | null {
  if (from.id === to.id) return { reason: 'same-officer' };
  if (from.role !== 'officer') return { reason: 'not-an-officer', name: from.name };
  // Without a project the units alone say whether they work on one branch.
  const isOneBranch = subtree(units, to.unitId).has(from.unitId) || subtree(units, from.unitId).has(to.unitId);
  const wanted = isOneBranch ? projectUnitIds : [from.unitId];
  const refusals = [whyNotCarry(to, to.unitId, units), ...wanted.map((unitId) => whyNotCarry(to, unitId, units))];
  return refusals.find((refusal) => refusal !== null) ?? null;
}
