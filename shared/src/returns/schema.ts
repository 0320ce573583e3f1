import { z } from 'zod';
import { Instant, Week } from '../kit/calendar.ts';
import { idOf } from '../kit/ids.ts';
import { Money } from '../kit/money.ts';
import { SubmissionKey } from '../submissions/schema.ts';
import { ReturnTicks } from './ticks.ts';

/** 草稿 → 已报 → 已核, or 退回 with a reason. A submitted return counts at once; sending it back falls back to the last accepted figures. */
export const ReturnState = z.enum(['submitted', 'accepted', 'sent-back']);
export type ReturnState = z.infer<typeof ReturnState>;

/** What a unit reports of one project for one week; sending it again replaces it. */
export const WeeklyReturn = z.strictObject({
  id: idOf('weeklyReturn'),
  projectId: idOf('project'),
  week: Week,
  state: ReturnState,
  /** 本周完成投资 in yuan; a correction may be negative. */
  doneThisWeek: Money,
  /** 年初至本周累计 in yuan. */
  doneThisYear: Money,
  /** The figure confirmed as of the month's last day, in the week that holds it; null in other weeks. */
  doneAtMonthEnd: Money.nullable(),
  progress: z.string().trim().max(500),
  problem: z.string().trim().max(500).nullable(),
  nextStep: z.string().trim().max(500).nullable(),
  /** What the unit asks the weekly meeting to settle; null asks for nothing. */
  request: z.string().trim().max(300).nullable(),
  sentBackReason: z.string().trim().max(300).nullable(),
  submittedAt: Instant,
  submittedBy: z.string(),
  /** 代填: whom it was sent for, the officer or the unit; null where who sent it carries it. */
  filledInFor: z.string().nullable().default(null),
  version: z.number().int().positive(),
});
export type WeeklyReturn = z.infer<typeof WeeklyReturn>;

/** A return as the unit or the office fills it; the server adds who sent it and when. */
export const SubmitReturn = WeeklyReturn.pick({
  projectId: true,
  week: true,
  doneThisWeek: true,
  doneThisYear: true,
  doneAtMonthEnd: true,
  progress: true,
  problem: true,
  nextStep: true,
  request: true,
}).extend({
  /** The version that the form was filled against; 0 where there was none yet. */
  version: z.number().int().min(0),
  /** What was ticked off beside it; all of it is kept with the return, or nothing. */
  ticks: ReturnTicks.optional(),
  /** From a device that keeps what it sends until it has the answer. */
  key: SubmissionKey.optional(),
});
export type SubmitReturn = z.infer<typeof SubmitReturn>;

/** Sends a return back 退回 to be put right; until then its figures do not count. */
export const SendBackReturn = WeeklyReturn.pick({ id: true, version: true }).extend({
  /** What the unit must put right. */
  reason: z.string().trim().min(2).max(300),
});
export type SendBackReturn = z.infer<typeof SendBackReturn>;
