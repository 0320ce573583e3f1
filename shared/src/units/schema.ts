import { z } from 'zod';
import { idOf } from '../kit/ids.ts';

/** What a unit is; inspections group by it and access follows the tree whatever it is. */
export const UnitKind = z.enum(['city', 'district', 'office', 'bureau', 'town', 'park', 'company']);
export type UnitKind = z.infer<typeof UnitKind>;

/** A responsible unit 责任单位 in the tree city → district → town/bureau/company. */
export const Unit = z.strictObject({
  id: idOf('unit'),
  parentId: idOf('unit').nullable(),
  /** The district that the unit belongs to; a district's is its own id, a city's is null. */
  districtId: idOf('unit').nullable(),
  name: z.string().trim().min(2).max(60),
  shortName: z.string().trim().min(1).max(20),
  kind: UnitKind,
  active: z.boolean(),
  version: z.number().int().positive(),
});
export type Unit = z.infer<typeof Unit>;

/** A new unit below another. */
export const CreateUnit = Unit.pick({ parentId: true, name: true, shortName: true, kind: true }).extend({ parentId: idOf('unit') });
export type CreateUnit = z.infer<typeof CreateUnit>;

/** A unit's new name and standing; with `parentId`, the unit that it moves below. */
export const UpdateUnit = Unit.pick({ id: true, name: true, shortName: true, active: true, version: true }).extend({
  parentId: idOf('unit').optional(),
});
export type UpdateUnit = z.infer<typeof UpdateUnit>;

/** The leaders 联系领导 of a unit, in the place of those that it had. */
export const SetUnitLeaders = Unit.pick({ id: true, version: true }).extend({ leaderIds: z.array(idOf('account')).max(5) });
export type SetUnitLeaders = z.infer<typeof SetUnitLeaders>;

/** A unit's own id and those of all units below it. */
export function subtree(units: readonly Pick<Unit, 'id' | 'parentId'>[], root: Unit['id']): Set<Unit['id']> {
  const found = new Set([root]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const unit of units) {
      if (unit.parentId && found.has(unit.parentId) && !found.has(unit.id)) {
        found.add(unit.id);
        grown = true;
      }
    }
  }
  return found;
}
