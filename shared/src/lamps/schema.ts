import { z } from 'zod';
import { Money } from '../kit/money.ts';
import { Level, ProjectKind, Stage, Track } from '../projects/schema.ts';
import { whyNotBands } from './bands.ts';
import { Metric, metricKinds, Rates } from './metrics.ts';

/** 红黄绿 */
export const Lamp = z.enum(['green', 'yellow', 'red']);
export type Lamp = z.infer<typeof Lamp>;

/** The dimensions that have a name of their own: 进度, 开工, 入库, 支付, 手续. */
export const KnownDimension = z.enum(['progress', 'start', 'registration', 'payment', 'approvals']);
export type KnownDimension = z.infer<typeof KnownDimension>;

const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** What a rule set looks at; one that is not known brings its name along. */
export const DimensionId = Slug.max(40);
export type DimensionId = z.infer<typeof DimensionId>;

/** A bound as decimal text, exact: `39.99` percent, points, months or days as the metric says. */
export const Decimal = z.string().regex(/^-?(0|[1-9]\d{0,8})(\.\d{1,4})?$/);

/** One end of a band; whether the value itself still belongs to the band is a question that flips lamps. */
export const Bound = z.strictObject({ value: Decimal, inclusive: z.boolean() });
export type Bound = z.infer<typeof Bound>;

/** A text in both languages of the interface. */
export const Bilingual = z.strictObject({ zh: z.string().trim().min(1).max(300), en: z.string().trim().min(1).max(300) });
export type Bilingual = z.infer<typeof Bilingual>;

/** A stretch of values and its lamp; a null end is open. `grade` is the source's own word where it has more than three. */
export const Band = z.strictObject({
  lamp: Lamp,
  grade: Bilingual.nullable().default(null),
  from: Bound.nullable(),
  to: Bound.nullable(),
});
export type Band = z.infer<typeof Band>;

/**
 * 连续: a value that was this bad, or worse, in so many cut months one after another, this one included, gives another
 * lamp. Several make a ladder.
 */
export const Streak = z.strictObject({ lamp: z.enum(['yellow', 'red']), months: z.number().int().min(2).max(24), to: Lamp });
export type Streak = z.infer<typeof Streak>;

/** 红转黄: red made good is yellow for so many cut months before it may be green; a month's task stays yellow for ever. */
export const Recovery = z.strictObject({ from: z.literal('red'), to: z.literal('yellow'), months: z.number().int().min(1).max(12) });
export type Recovery = z.infer<typeof Recovery>;

/** One dimension: what is measured, and which values give which lamp. */
export const Dimension = z
  .strictObject({
    id: DimensionId,
    /** Needed where the dimension is not one of the known ones. */
    name: Bilingual.nullable().default(null),
    metric: Metric,
    /** Whom a rank or an average is taken among. */
    within: z.enum(['all', 'kind', 'level']).default('all'),
    bands: z.array(Band).min(1).max(12),
    /** The lamp of values that the published text leaves between its bands; null: they are not rated. */
    gap: Lamp.nullable(),
    /** Whether 正当理由 or 不可抗力 may take it out of the count. */
    exemptible: z.boolean().default(true),
    streaks: z.array(Streak).max(6).default([]),
    recovery: Recovery.nullable().default(null),
    /** How the published text was read where it leaves a choice; shown with the rule. */
    reading: Bilingual.nullable(),
  })
  .superRefine((dimension, context) => {
    const say = (path: (string | number)[], reason: string, facts: Record<string, unknown> = {}) =>
      context.addIssue({ code: 'custom', path, message: reason, params: { reason, ...facts } });
    // What is no number is said at its own place, and compares with nothing.
    const isReadable = dimension.bands.flatMap(({ from, to }) => [from, to]).every((end) => !end || Decimal.safeParse(end.value).success);
    const refusal = isReadable ? whyNotBands(dimension.bands) : null;
    if (refusal) say(['bands'], refusal.reason, refusal);
    if (!dimension.name && !KnownDimension.safeParse(dimension.id).success) say(['name'], 'dimension-needs-name');
    for (const [index, streak] of dimension.streaks.entries()) {
      if (badness[streak.to] <= badness[streak.lamp]) say(['streaks', index, 'to'], 'streak-not-worse');
    }
  });
export type Dimension = z.infer<typeof Dimension>;

/** How bad a lamp is. */
export const badness: { readonly [L in Lamp]: number } = { green: 0, yellow: 1, red: 2 };

/** Which projects a set speaks of; an empty list leaves nobody out. */
export const LampScope = z.strictObject({
  kinds: z.array(ProjectKind).max(2),
  levels: z.array(Level).max(3),
  tracks: z.array(Track).max(3),
  stages: z.array(Stage).max(8),
  /** Yuan: only projects whose year's plan is at least this. */
  leastYearPlan: Money.nullable(),
});
export type LampScope = z.infer<typeof LampScope>;

const everything: LampScope = { kinds: [], levels: [], tracks: [], stages: [], leastYearPlan: null };

/**
 * How dimensions become one lamp: the worst, the best, that of the first dimension that speaks, or by how many are bad.
 * Each stays visible.
 */
export const Combination = z.union([
  z.enum(['worst', 'best', 'first']),
  z.strictObject({
    /** So many red dimensions make red … */
    redFrom: z.number().int().min(1).max(12),
    /** … and so many that are yellow or red make yellow. */
    yellowFrom: z.number().int().min(1).max(12),
  }),
]);
export type Combination = z.infer<typeof Combination>;

/**
 * A rule set as data: what goes in and out as JSON and what a page edits. It grows by further members of the lists
 * above, never by code per set; what is new has a default, so that the sets of earlier months can still be read.
 */
export const RuleSet = z
  .strictObject({
    id: Slug.max(60),
    name: Bilingual,
    /** Where the rule was published; null marks a house rule, and is shown as one. */
    published: z.strictObject({ place: z.string().trim().min(1).max(60), on: z.string().trim().min(1).max(40), url: z.url() }).nullable(),
    /** What receives the lamp. */
    rates: Rates,
    scope: LampScope.default(everything),
    dimensions: z.array(Dimension).min(1).max(20),
    /** No source says how dimensions become one lamp; the worst is our choice. */
    combine: Combination,
    /** 核实: by how many percent a site visit may differ from what the unit reported, and which figure counts beyond. */
    verification: z
      .strictObject({ tolerance: Decimal, use: z.enum(['verified', 'reported']) })
      .default({ tolerance: '10', use: 'verified' }),
    /** The day whose figures count: a month's last, or one of its earlier days. */
    asOf: z.union([z.literal('month-end'), z.strictObject({ day: z.number().int().min(1).max(28) })]),
  })
  .superRefine((set, context) => {
    for (const [index, { id, metric }] of set.dimensions.entries()) {
      const say = (field: string, reason: string) =>
        context.addIssue({ code: 'custom', path: ['dimensions', index, field], message: reason, params: { reason } });
      if (set.dimensions.findIndex((other) => other.id === id) < index) say('id', 'dimension-twice');
      if (!metricKinds[metric].rates.includes(set.rates)) say('metric', 'metric-rates-otherwise');
    }
  });
export type RuleSet = z.infer<typeof RuleSet>;
