import type { Id } from '#shared/kit/ids.ts';
import type { ReturnCourse } from '#shared/returns/course.ts';
import type { Reader, Row, Tx } from '../db/tables.ts';

function courseOf({ isLate, isUnchanged, byOffice, ...row }: Row<'return_course'>): ReturnCourse {
  return { ...row, isLate: isLate === 1, isUnchanged: isUnchanged === 1, byOffice: byOffice === 1 };
}

/** How a return came about. */
export async function find(db: Reader, returnId: Id<'weeklyReturn'>): Promise<ReturnCourse | null> {
  const row = await db.selectFrom('return_course').selectAll().where('returnId', '=', returnId).executeTakeFirst();
  return row ? courseOf(row) : null;
}

/** Keeps a return's course in the place of what was kept of it before. */
export async function keep(tx: Tx, { isLate, isUnchanged, byOffice, ...course }: ReturnCourse): Promise<void> {
  const row = {
    ...course,
    isLate: isLate ? (1 as const) : (0 as const),
    isUnchanged: isUnchanged ? (1 as const) : (0 as const),
    byOffice: byOffice ? (1 as const) : (0 as const),
  };
  await tx
    .insertInto('return_course')
    .values(row)
    .onConflict((conflict) => conflict.column('returnId').doUpdateSet(row))
    .execute();
}

/** Counts that a return went back. */
export async function countSentBack(tx: Tx, returnId: Id<'weeklyReturn'>): Promise<void> {
  await tx
    .updateTable('return_course')
    .set((built) => ({ sentBacks: built('sentBacks', '+', 1) }))
    .where('returnId', '=', returnId)
    .execute();
}
