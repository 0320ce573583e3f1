import type { Week } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { Chase } from '#shared/returns/chases.ts';
import type { Reader, Tx } from '../db/tables.ts';

/** When each unit was last asked for what it owes of a week. */
export async function lastOfWeek(db: Reader, districtId: Id<'unit'>, week: Week): Promise<Map<Id<'unit'>, Chase>> {
  const rows = await db
    .selectFrom('chase')
    .selectAll()
    .where('districtId', '=', districtId)
    .where('week', '=', week)
    .orderBy('at')
    .execute();
  return new Map(rows.map((row) => [row.unitId, row]));
}

export async function insert(tx: Tx, chase: Chase): Promise<void> {
  await tx.insertInto('chase').values(chase).execute();
}
