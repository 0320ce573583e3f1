import type { Day } from '#shared/kit/calendar.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { LampInput } from '#shared/lamps/input.ts';
import type { Payment } from '#shared/payments/schema.ts';
import type { Reader, Tx } from '../db/tables.ts';

/** A project's payments as they were recorded, the latest day first. */
export function ofProject(db: Reader, projectId: Id<'project'>): Promise<Payment[]> {
  return db.selectFrom('payment').selectAll().where('projectId', '=', projectId).orderBy('asOf', 'desc').execute();
}

/** What was recorded for a day; null where nothing was. */
export async function find(db: Reader, { projectId, asOf }: Pick<Payment, 'projectId' | 'asOf'>): Promise<Payment | null> {
  const row = await db.selectFrom('payment').selectAll().where('projectId', '=', projectId).where('asOf', '=', asOf).executeTakeFirst();
  return row ?? null;
}

/** The latest figures up to a day of each of a district's projects that has any. */
export async function latest(db: Reader, districtId: Id<'unit'>, asOf: Day, only: Id<'project'>[] | null) {
  let query = db
    .selectFrom('payment')
    .innerJoin('project', 'project.id', 'payment.projectId')
    .select(['payment.projectId', 'payment.paid', 'payment.required'])
    .where('project.districtId', '=', districtId)
    .where('payment.asOf', '<=', asOf)
    .orderBy('payment.asOf');
  if (only) query = query.where('payment.projectId', 'in', only);
  const rows = await query.execute();
  return new Map(rows.map(({ projectId, ...figures }): [Id<'project'>, NonNullable<LampInput['payment']>] => [projectId, figures]));
}

export async function insert(tx: Tx, payment: Payment): Promise<void> {
  await tx.insertInto('payment').values(payment).execute();
}

/** Corrects what was recorded for a day, against the version it was read at. */
export async function save(tx: Tx, payment: Payment): Promise<Payment> {
  const { id, paid, required, basis, byName, at, version } = payment;
  const row = await tx
    .updateTable('payment')
    .set({ paid, required, basis, byName, at, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'payment', newer: await find(tx, payment) });
  return row;
}
