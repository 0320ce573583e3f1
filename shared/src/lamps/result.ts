import { z } from 'zod';
import { Day, Month } from '../kit/calendar.ts';
import { Money } from '../kit/money.ts';
import { Exemption, LampMemory, MonthTask, OverdueStep, VerifiedDone } from './input.ts';
import { Metric } from './metrics.ts';
import { Band, Bilingual, Bound, DimensionId, Lamp, Recovery, Streak } from './schema.ts';

/** The figures and dates behind a reason, by what it is about. */
export const Facts = z.discriminatedUnion('code', [
  z.strictObject({
    code: z.literal('investment'),
    yearPlan: Money.nullable(),
    plannedToDate: Money,
    /** The figure that was rated by. */
    doneThisYear: Money,
    /** Where a site visit differed by more than the rules allow: both figures, and whether the one found on site counted. */
    checked: VerifiedDone.extend({ isUsed: z.boolean() }).nullable().default(null),
  }),
  z.strictObject({ code: z.literal('start'), plannedStart: Month.nullable(), actualStart: Day.nullable(), months: z.number().int() }),
  z.strictObject({
    code: z.literal('milestone'),
    milestone: z.enum(['start', 'finish']),
    dueOn: Day,
    reachedOn: Day.nullable(),
    days: z.number().int(),
  }),
  z.strictObject({
    code: z.literal('registration'),
    startedOn: Day,
    registeredOn: Day.nullable(),
    fullMonths: z.number().int(),
    extraDays: z.number().int(),
  }),
  z.strictObject({ code: z.literal('payment'), paid: Money, required: Money }),
  /** The most overdue step, and how many are overdue; null when none is. */
  z.strictObject({ code: z.literal('approvals'), worst: OverdueStep.nullable(), count: z.number().int() }),
  /** How many tasks in a row were missed, and the last month that ended. */
  z.strictObject({ code: z.literal('tasks'), missed: z.number().int(), last: MonthTask.nullable() }),
  /** One month's task. */
  z.strictObject({ code: z.literal('task'), month: Month, planned: Money, doneThen: Money, doneNow: Money }),
  z.strictObject({
    code: z.literal('rank'),
    place: z.number().int(),
    of: z.number().int(),
    plannedToDate: Money,
    doneThisYear: Money,
  }),
  z.strictObject({
    code: z.literal('growth'),
    doneThisYear: Money,
    doneLastYear: Money,
    /** What it is held against: the plan to date, or what all have done this year and last. */
    plannedToDate: Money.nullable(),
    average: z.strictObject({ thisYear: Money, lastYear: Money }).nullable(),
  }),
]);
export type Facts = z.infer<typeof Facts>;

/** What would turn a lamp, and to which: so many yuan more by the same day, or an act. */
export const Turn = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('invest'), amount: Money, to: Lamp }),
  z.strictObject({ by: z.literal('pay'), amount: Money, to: Lamp }),
  z.strictObject({ by: z.literal('start'), to: Lamp }),
  z.strictObject({ by: z.literal('finish'), to: Lamp }),
  z.strictObject({ by: z.literal('register'), to: Lamp }),
  z.strictObject({ by: z.literal('finish-steps'), to: Lamp }),
  z.strictObject({ by: z.literal('meet-task'), to: Lamp }),
  /** Where no act is to be named: the band that has to be reached. */
  z.strictObject({ by: z.literal('reach'), band: Band, to: Lamp }),
]);
export type Turn = z.infer<typeof Turn>;

/** A whole number as it is stored: beyond 2^53 as its digits. */
const StoredWhole = z.union([z.number().int(), z.string().regex(/^-?\d{1,60}$/)]);

/** What one dimension says. */
export const Reason = z.strictObject({
  dimension: DimensionId,
  /** The name that the rule set gives it; null where it is one of the known ones. */
  name: Bilingual.nullable().default(null),
  metric: Metric,
  asOf: Day,
  /** The rule's own lamp; an exemption takes it out of the count without erasing it. */
  lamp: Lamp,
  exemption: Exemption.nullable(),
  facts: Facts,
  /** The exact value: part ÷ base, times 100 where the metric is in percent or points. */
  value: z.strictObject({ part: StoredWhole, base: StoredWhole }),
  /** The band that holds the value; null where the rule leaves a gap there. */
  band: Band.nullable(),
  /** The bound that was crossed into a yellow or red band. */
  crossed: Bound.nullable(),
  /** Where earlier months gave another lamp than the value alone: the condition, and the value's own lamp. */
  streak: Streak.extend({ base: Lamp }).nullable().default(null),
  recovery: Recovery.extend({ base: Lamp }).nullable().default(null),
  /** The first month of this lamp, of those cut one after another; null in a cut taken before it was kept there. */
  since: Month.nullable().default(null),
  turn: Turn.nullable(),
});
export type Reason = z.infer<typeof Reason>;

/** Why a dimension says nothing about a project. */
export const Silence = z.enum([
  'no-plan',
  'nothing-planned-yet',
  'no-planned-start',
  'no-planned-finish',
  'reserve',
  'not-started',
  'no-registration-needed',
  'no-payment-figures',
  'no-steps',
  'no-month-ended',
  'no-last-year',
  'not-defined',
]);
export type Silence = z.infer<typeof Silence>;

/** Why somebody is not rated at all. */
export const OutOfScope = z.enum(['suspended', 'withdrawn', 'finished', 'not-in-scope']);
export type OutOfScope = z.infer<typeof OutOfScope>;

/** A lamp with everything needed to explain it. */
export const LampResult = z.strictObject({
  ruleSetId: z.string(),
  asOf: Day,
  /** Null: out of scope, nothing to judge, or everything exempt. */
  lamp: Lamp.nullable(),
  outOfScope: OutOfScope.nullable(),
  /** One for each dimension that speaks, the worst first, the exempt last. */
  reasons: z.array(Reason),
  silent: z.array(z.strictObject({ dimension: DimensionId, why: Silence })),
  /** What the next month has to know of this one, once it is cut. */
  memory: LampMemory,
});
export type LampResult = z.infer<typeof LampResult>;
