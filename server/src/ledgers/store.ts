import type { Id } from '#shared/kit/ids.ts';
import type { Reader } from '../db/tables.ts';

/** Some projects, or all of a district. */
type Only = Id<'project'>[] | null;

/** What a ledger needs of projects beside their figures. */
export function extras(db: Reader, districtId: Id<'unit'>, only: Only) {
  const rows = db
    .selectFrom('project')
    .innerJoin('unit', 'unit.id', 'project.unitId')
    .select([
      'project.id',
      'project.pinyin',
      'project.initials',
      'project.location',
      'project.content',
      'project.track',
      'unit.pinyin as unitPinyin',
    ])
    .where('project.districtId', '=', districtId);
  return (only ? rows.where('project.id', 'in', only) : rows).execute();
}
