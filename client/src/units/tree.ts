import type { Unit } from '#shared/units/schema.ts';

export type Branch = { unit: Unit; depth: number };

/** The units as a tree reads: each below its parent, in the order of the list; without a parent in it, at the top. */
export function treeOf(units: readonly Unit[]): Branch[] {
  const known = new Set(units.map((unit) => unit.id));
  const below = (parentId: Unit['id'] | null, depth: number): Branch[] =>
    units
      .filter((unit) => (unit.parentId && known.has(unit.parentId) ? unit.parentId : null) === parentId)
      .flatMap((unit) => [{ unit, depth }, ...below(unit.id, depth + 1)]);
  return below(null, 0);
}

/** The choice of a unit in a list: indented by its depth, with a wide space that a browser does not swallow. */
export function unitOptions(units: readonly Unit[]): { value: Unit['id']; label: string; disabled: boolean }[] {
  return treeOf(units).map(({ unit, depth }) => ({ value: unit.id, label: `${INDENT.repeat(depth)}${unit.name}`, disabled: !unit.active }));
}

const INDENT = '\u2003';
