import { z } from 'zod';
import { Day, Instant } from '../kit/calendar.ts';
import { idOf } from '../kit/ids.ts';
import { Money } from '../kit/money.ts';

/**
 * 支付登记: how much of a project's central and budget money was paid by a day, and how much the rules of that money asked
 * for by then; both in yuan, counted from the first payment on. One a project and day.
 */
export const Payment = z.strictObject({
  id: idOf('payment'),
  projectId: idOf('project'),
  asOf: Day,
  paid: Money.min(0),
  required: Money.min(0),
  /** By which document so much is asked for. */
  basis: z.string().trim().max(200).nullable(),
  byName: z.string(),
  at: Instant,
  version: z.number().int().positive(),
});
export type Payment = z.infer<typeof Payment>;

/** Figures of a day as the office records or corrects them; version 0 says that there are none of that day yet. */
export const SetPayment = Payment.pick({ projectId: true, asOf: true, paid: true, required: true, basis: true }).extend({
  version: z.number().int().min(0),
});
export type SetPayment = z.infer<typeof SetPayment>;
