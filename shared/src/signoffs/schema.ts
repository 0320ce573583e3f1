import { z } from 'zod';
import { Day, Instant } from '../kit/calendar.ts';
import { idOf } from '../kit/ids.ts';

/** 待签批 | 同意 | 不同意 */
export const SignoffState = z.enum(['asked', 'signed', 'declined']);
export type SignoffState = z.infer<typeof SignoffState>;

/** 容缺开工: a leader's word that a project may start while its construction permit is accepted with papers missing. */
export const Signoff = z.strictObject({
  id: idOf('signoff'),
  projectId: idOf('project'),
  /** Why it cannot wait. */
  reason: z.string().trim().min(2).max(300),
  /** The day by which the missing papers are promised. */
  promisedOn: Day,
  askedByName: z.string(),
  askedAt: Instant,
  state: SignoffState,
  decidedByName: z.string().nullable(),
  decidedAt: Instant.nullable(),
  /** 批示: what the leader adds. */
  remark: z.string().nullable(),
  version: z.number().int().positive(),
});
export type Signoff = z.infer<typeof Signoff>;

/** What the unit or the office asks a leader for. */
export const AskSignoff = Signoff.pick({ projectId: true, reason: true, promisedOn: true });
export type AskSignoff = z.infer<typeof AskSignoff>;

/** A leader's decision, with a remark if there is one to make. */
export const DecideSignoff = Signoff.pick({ id: true, version: true }).extend({
  verdict: SignoffState.exclude(['asked']),
  remark: z.string().trim().max(300).nullable(),
});
export type DecideSignoff = z.infer<typeof DecideSignoff>;
