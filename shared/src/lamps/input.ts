import { z } from 'zod';
import { Day, Month } from '../kit/calendar.ts';
import { Money } from '../kit/money.ts';
import { Level, ProjectKind, Stage, Standing, Track, YearClass } from '../projects/schema.ts';
import { UnitKind } from '../units/schema.ts';
import { DimensionId, Lamp } from './schema.ts';

/** 正当理由 | 不可抗力 */
export const ExemptionKind = z.enum(['justified', 'force-majeure']);
export type ExemptionKind = z.infer<typeof ExemptionKind>;

/** 正当理由 or 不可抗力, recorded: who approved it and until when it holds (null: until it is withdrawn). */
export const Exemption = z.strictObject({
  dimension: DimensionId,
  kind: ExemptionKind.default('justified'),
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

/** What a site visit found done this year, beside what the unit had reported when it took place. */
export const VerifiedDone = z.strictObject({ on: Day, done: Money, reported: Money });
export type VerifiedDone = z.infer<typeof VerifiedDone>;

/** How a dimension stood in a month that was cut: all that a later month needs to know of the months before it. */
export const DimensionMemory = z.strictObject({
  lamp: Lamp,
  /** The first of the cut months, one after another, that had this lamp. */
  since: Month,
  /** How many cut months in a row the value itself was yellow or worse, and red; exempt months end the row. */
  yellow: z.number().int().min(0),
  red: z.number().int().min(0),
  /** How many months a lamp made good has been held back. */
  recovering: z.number().int().min(0),
});
export type DimensionMemory = z.infer<typeof DimensionMemory>;

/** By dimension. */
export const LampMemory = z.record(DimensionId, DimensionMemory);
export type LampMemory = z.infer<typeof LampMemory>;

/** A month that has ended: what its own plan asked for, and what was done in it. */
export const MonthTask = z.strictObject({ month: Month, planned: Money, done: Money });
export type MonthTask = z.infer<typeof MonthTask>;

/**
 * The plain facts of one project as of a day, and all that a lamp may depend on; of a unit, the sums of its projects.
 * A cut stores them, so that a past month can be worked out again by the rules of its time or by others.
 */
export const LampInput = z.strictObject({
  /** The day of the month's lamp; any earlier day gives the provisional lamp 预判. */
  asOf: Day,
  /** Null where a unit is rated: it has no stage of its own, and the like. */
  stage: Stage.nullable(),
  standing: Standing,
  kind: ProjectKind.nullable(),
  level: Level.nullable(),
  track: Track.nullable(),
  unitKind: UnitKind.nullable(),
  yearClass: YearClass,
  yearPlan: Money.nullable(),
  /** 序时: what should be done by `asOf`, from `figures/plan.ts`. */
  plannedToDate: Money.nullable(),
  /** As the unit reports it. Nothing reported yet is 0, not silence: who does not report must not escape the lamp. */
  doneThisYear: Money,
  /** What was found on site this year, the latest; null where nobody measured. */
  verified: VerifiedDone.nullable(),
  plannedStart: Month.nullable(),
  actualStart: Day.nullable(),
  plannedFinish: Month.nullable(),
  actualFinish: Day.nullable(),
  /** False for a project below the statistics bureau's threshold. */
  needsRegistration: z.boolean(),
  registeredOn: Day.nullable(),
  /** Null where nobody has given figures; then payment is not judged. */
  payment: z.strictObject({ paid: Money, required: Money }).nullable(),
  /** Null where the project has no approval steps on record; an empty list says that none is overdue. */
  overdueSteps: z.array(OverdueStep).nullable(),
  exemptions: z.array(Exemption),
  /** The year's months that have ended, the oldest first; null where they were not asked for. */
  tasks: z.array(MonthTask).nullable(),
  /** Done by the same day of last year; null where nothing is on record. */
  doneLastYear: Money.nullable(),
  /** The latest cut month before this one. */
  memory: LampMemory,
});
export type LampInput = z.infer<typeof LampInput>;

/** What is known of nobody: the facts that most inputs leave out. */
export const noFacts = {
  kind: null,
  level: null,
  track: null,
  unitKind: null,
  verified: null,
  plannedFinish: null,
  actualFinish: null,
  payment: null,
  overdueSteps: null,
  exemptions: [],
  tasks: null,
  doneLastYear: null,
  memory: {},
} satisfies Partial<LampInput>;

/** One month's task of a project: the month of the task, what it asked for, what was done when it ended and by now. */
export const TaskInput = z.strictObject({ month: Month, asOf: Day, planned: Money, doneThen: Money, doneNow: Money });
export type TaskInput = z.infer<typeof TaskInput>;
