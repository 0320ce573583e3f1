import { z } from 'zod';
import { Day, Month } from '../kit/calendar.ts';
import { Money } from '../kit/money.ts';
import { Exemption, OverdueStep } from './input.ts';
import { Band, Bound, DimensionId, Lamp, Metric } from './schema.ts';

/** The figures and dates behind a reason, by what it is about. */
export const Facts = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('investment'), yearPlan: Money.nullable(), plannedToDate: Money, doneThisYear: Money }),
  z.strictObject({ code: z.literal('start'), plannedStart: Month.nullable(), actualStart: Day.nullable(), months: z.number().int() }),
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
]);
export type Facts = z.infer<typeof Facts>;

/** What would turn a lamp, and to which: so many yuan more by the same day, or an act. */
export const Turn = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('invest'), amount: Money, to: Lamp }),
  z.strictObject({ by: z.literal('pay'), amount: Money, to: Lamp }),
  z.strictObject({ by: z.literal('start'), to: Lamp }),
  z.strictObject({ by: z.literal('register'), to: Lamp }),
  z.strictObject({ by: z.literal('finish-steps'), to: Lamp }),
]);
export type Turn = z.infer<typeof Turn>;

/** What one dimension says. */
export const Reason = z.strictObject({
  dimension: DimensionId,
  metric: Metric,
  asOf: Day,
  /** The rule's own lamp; an exemption takes it out of the count without erasing it. */
  lamp: Lamp,
  exemption: Exemption.nullable(),
  facts: Facts,
  /** The exact value: part ÷ base, times 100 where the metric is in percent or points. */
  value: z.strictObject({ part: z.number().int(), base: z.number().int().positive() }),
  /** The band that holds the value; null where the rule leaves a gap there. */
  band: Band.nullable(),
  /** The bound that was crossed into a yellow or red band. */
  crossed: Bound.nullable(),
  turn: Turn.nullable(),
});
export type Reason = z.infer<typeof Reason>;

/** Why a dimension says nothing about a project. */
export const Silence = z.enum([
  'no-plan',
  'nothing-planned-yet',
  'no-planned-start',
  'reserve',
  'not-started',
  'no-registration-needed',
  'no-payment-figures',
  'no-steps',
]);
export type Silence = z.infer<typeof Silence>;

/** A project's lamp with everything needed to explain it. */
export const LampResult = z.strictObject({
  ruleSetId: z.string(),
  asOf: Day,
  /** Null: out of scope, nothing to judge, or everything exempt. */
  lamp: Lamp.nullable(),
  outOfScope: z.enum(['suspended', 'withdrawn', 'finished']).nullable(),
  /** One for each dimension that speaks, the worst first, the exempt last. */
  reasons: z.array(Reason),
  silent: z.array(z.strictObject({ dimension: DimensionId, why: Silence })),
});
export type LampResult = z.infer<typeof LampResult>;
