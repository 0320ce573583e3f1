import { z } from 'zod';
import { Day, Instant } from '../kit/calendar.ts';
import type { Refusal } from '../kit/errors.ts';
import { idOf } from '../kit/ids.ts';
import { Exemption } from './input.ts';

/** An exemption as it is kept: who recorded it when, and whether it was withdrawn. It is never erased. */
export const LampExemption = Exemption.extend({
  id: idOf('lampExemption'),
  projectId: idOf('project'),
  approvedOn: Day,
  byName: z.string(),
  at: Instant,
  withdrawnAt: Instant.nullable(),
  withdrawnBy: z.string().nullable(),
  version: z.number().int().positive(),
});
export type LampExemption = z.infer<typeof LampExemption>;

/** An exemption as the office records it. */
export const RecordExemption = LampExemption.pick({
  projectId: true,
  dimension: true,
  reason: true,
  approvedBy: true,
  approvedOn: true,
  until: true,
}).extend({ kind: Exemption.shape.kind.unwrap() });
export type RecordExemption = z.infer<typeof RecordExemption>;

/** Why an exemption cannot be recorded; null where it can. */
export function whyNotExempt(
  { approvedOn, until }: Pick<RecordExemption, 'approvedOn' | 'until'>,
  today: Day,
): Refusal<'exemption-not-approved' | 'exemption-over-before'> | null {
  if (approvedOn > today) return { reason: 'exemption-not-approved', on: approvedOn };
  if (until !== null && until < approvedOn) return { reason: 'exemption-over-before', until, on: approvedOn };
  return null;
}

/** Why an exemption cannot be withdrawn: it is already. Null where it can. */
export function whyNotWithdrawExemption({ withdrawnAt }: Pick<LampExemption, 'withdrawnAt'>): Refusal<'exemption-withdrawn'> | null {
  return withdrawnAt === null ? null : { reason: 'exemption-withdrawn' };
}
