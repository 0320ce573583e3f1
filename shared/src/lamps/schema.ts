import { z } from 'zod';
import { whyNotBands } from './bands.ts';

/** 红黄绿 */
export const Lamp = z.enum(['green', 'yellow', 'red']);
export type Lamp = z.infer<typeof Lamp>;

/** What a rule set looks at: 进度, 开工, 入库, 支付, 手续. */
export const DimensionId = z.enum(['progress', 'start', 'registration', 'payment', 'approvals']);
export type DimensionId = z.infer<typeof DimensionId>;

/**
 * The closed list of what can be measured; `measure.ts` works each out exactly.
 * - `relativeShortfall` percent: (planned to date − done) ÷ planned to date. “低于序时进度50%” read as a share.
 * - `lagPoints` percentage points: (planned to date − done) ÷ the year's plan. “低于序时进度10个百分点”.
 * - `ratioToPlan` percent: done ÷ planned to date. “完成进度低于时序进度80%”.
 * - `monthsPastPlannedStart` months: month-ends passed without a start, the planned month's own counting as 1;
 *   0 when started or not yet due.
 * - `monthsUnregisteredSinceStart` months, with the days as a fraction: from the day of the start, while not registered.
 *   Two months to the day is 2, a day more is above 2.
 * - `stepOverdueWorkdays` working days: the most overdue approval step.
 * - `paymentRatio` percent: paid ÷ required.
 */
export const Metric = z.enum([
  'relativeShortfall',
  'lagPoints',
  'ratioToPlan',
  'monthsPastPlannedStart',
  'monthsUnregisteredSinceStart',
  'stepOverdueWorkdays',
  'paymentRatio',
]);
export type Metric = z.infer<typeof Metric>;

/** A bound as decimal text, exact: `39.99` percent, points, months or days as the metric says. */
export const Decimal = z.string().regex(/^-?(0|[1-9]\d{0,8})(\.\d{1,4})?$/);

/** One end of a band; whether the value itself still belongs to the band is a question that flips lamps. */
export const Bound = z.strictObject({ value: Decimal, inclusive: z.boolean() });
export type Bound = z.infer<typeof Bound>;

/** A stretch of values and its lamp; a null end is open. */
export const Band = z.strictObject({ lamp: Lamp, from: Bound.nullable(), to: Bound.nullable() });
export type Band = z.infer<typeof Band>;

/** A text in both languages of the interface. */
export const Bilingual = z.strictObject({ zh: z.string().trim().min(1).max(300), en: z.string().trim().min(1).max(300) });
export type Bilingual = z.infer<typeof Bilingual>;

/** One dimension: what is measured, and which values give which lamp. */
export const Dimension = z
  .strictObject({
    id: DimensionId,
    metric: Metric,
    bands: z.array(Band).min(1).max(12),
    /** The lamp of values that the published text leaves between its bands. */
    gap: Lamp,
    /** How the published text was read where it leaves a choice; shown with the rule. */
    reading: Bilingual.nullable(),
  })
  .superRefine((dimension, context) => {
    const refusal = whyNotBands(dimension.bands);
    if (refusal) context.addIssue({ code: 'custom', path: ['bands'], message: refusal.reason, params: refusal });
  });
export type Dimension = z.infer<typeof Dimension>;

/**
 * A rule set as data: what goes in and out as JSON and what a page can edit. It grows by further members of the lists
 * above and by optional parts of its own (scope, conditions over months, state rules), never by code per set.
 */
export const RuleSet = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(60),
  name: Bilingual,
  /** Where the rule was published; null marks a house rule, and is shown as one. */
  published: z.strictObject({ place: z.string().max(60), on: z.string().max(40), url: z.url() }).nullable(),
  /** What receives the lamp. */
  rates: z.literal('project'),
  dimensions: z
    .array(Dimension)
    .min(1)
    .refine((all) => new Set(all.map((one) => one.id)).size === all.length, 'a dimension twice'),
  /** No source says how dimensions become one lamp; the worst is our choice, and each stays visible. */
  combine: z.literal('worst'),
  asOf: z.literal('month-end'),
});
export type RuleSet = z.infer<typeof RuleSet>;
