import type { Day } from '../kit/calendar.ts';
import type { Refusal } from '../kit/errors.ts';

/** Why payments cannot be recorded as of a day: it has not come. Null where they can. */
export function whyNotSetPayment(asOf: Day, today: Day): Refusal<'date-in-future'> | null {
  return asOf > today ? { reason: 'date-in-future', date: asOf } : null;
}
