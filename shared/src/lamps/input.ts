import { z } from 'zod';
import { Day, Month } from '../kit/calendar.ts';
import { Money } from '../kit/money.ts';
import { Stage, Standing, YearClass } from '../projects/schema.ts';
import { DimensionId } from './schema.ts';

/** 正当理由 or 不可抗力, recorded: who approved it and until when it holds (null: until it is withdrawn). */
export const Exemption = z.strictObject({
  dimension: DimensionId,
  reason: z.string().trim().min(2).max(300),
  approvedBy: z.string().trim().min(1).max(60),
  until: Day.nullable(),
});
export type Exemption = z.infer<typeof Exemption>;

/** An approval step past its due day, as `approvals/clock.ts` finds it. */
export const OverdueStep = z.strictObject({
  name: z.string().min(1).max(60),
  agency: z.string().max(60).nullable(),
  overdueWorkdays: z.number().int().positive(),
  dueOn: Day,
});
export type OverdueStep = z.infer<typeof OverdueStep>;

/**
 * The plain facts of one project as of a day, and all that a lamp may depend on. A cut stores them, so that a past
 * month can be worked out again by the rules of its time or by others.
 */
export const LampInput = z.strictObject({
  /** The last day of a month for that month's lamp; any other day gives the provisional lamp 预判. */
  asOf: Day,
  stage: Stage,
  standing: Standing,
  yearClass: YearClass,
  yearPlan: Money.nullable(),
  /** 序时: what should be done by `asOf`, from `figures/plan.ts`. */
  plannedToDate: Money.nullable(),
  /** Nothing reported yet is 0, not silence: who does not report must not escape the lamp. */
  doneThisYear: Money,
  plannedStart: Month.nullable(),
  actualStart: Day.nullable(),
  /** False for a project below the statistics bureau's threshold. */
  needsRegistration: z.boolean(),
  registeredOn: Day.nullable(),
  /** Null where nobody has given figures; then payment is not judged. */
  payment: z.strictObject({ paid: Money, required: Money }).nullable(),
  /** Null where the project has no approval steps on record; an empty list says that none is overdue. */
  overdueSteps: z.array(OverdueStep).nullable(),
  exemptions: z.array(Exemption),
});
export type LampInput = z.infer<typeof LampInput>;
