import { z } from 'zod';
import { Money } from '../kit/money.ts';
import { type Metric, metricKinds, type Rates } from './metrics.ts';
import { Band, Bound, Dimension, KnownDimension, Lamp, LampScope, RuleSet } from './schema.ts';

/** Text in both languages while it is being typed: either may still be empty. */
export const TypedText = z.strictObject({ zh: z.string(), en: z.string() });
export type TypedText = z.infer<typeof TypedText>;

const TypedBound = Bound.extend({ value: z.string() });
/** A bound as it is typed: text until it can be read. */
export type TypedBound = z.infer<typeof TypedBound>;

const TypedBand = Band.extend({ grade: TypedText.nullable().default(null), from: TypedBound.nullable(), to: TypedBound.nullable() });
/** A band as it is typed. */
export type TypedBand = z.infer<typeof TypedBand>;

const TypedDimension = z.strictObject({
  ...Dimension.shape,
  id: z.string(),
  name: TypedText.nullable().default(null),
  bands: z.array(TypedBand),
  reading: TypedText.nullable(),
});
/** A dimension as it is typed. */
export type TypedDimension = z.infer<typeof TypedDimension>;

/**
 * A rule set while it is being made: of its shape, whatever its texts say yet. A form shows it and JSON writes it down;
 * what is still wrong with it is what `RuleSet` itself says.
 */
export const RuleDraft = z.strictObject({
  ...RuleSet.shape,
  id: z.string(),
  name: TypedText,
  published: z.strictObject({ place: z.string(), on: z.string(), url: z.string() }).nullable(),
  /** An amount that cannot be read stays as it was typed. */
  scope: LampScope.extend({ leastYearPlan: z.union([Money, z.string()]).nullable() }).default(RuleSet.shape.scope.parse(undefined)),
  dimensions: z.array(TypedDimension),
  verification: z.strictObject({ ...RuleSet.shape.verification.unwrap().shape, tolerance: z.string() }).default({
    ...RuleSet.shape.verification.parse(undefined),
  }),
});
export type RuleDraft = z.infer<typeof RuleDraft>;

/** One thing that keeps a draft from being a rule set: where, and by which rule. */
export type DraftFault = { path: string; code: string; reason: string };

/** A draft as a rule set, or what is wrong with it. */
export function readDraft(draft: unknown): { ruleSet: RuleSet; faults: [] } | { ruleSet: null; faults: DraftFault[] } {
  const read = RuleSet.safeParse(draft);
  if (read.success) return { ruleSet: read.data, faults: [] };
  return { ruleSet: null, faults: read.error.issues.map(({ path, code, message }) => ({ path: path.join('.'), code, reason: message })) };
}

/** A draft to begin with: the usual choices, and nothing said yet. */
export function emptyDraft(id: string): RuleDraft {
  return RuleDraft.parse({
    id,
    name: { zh: '', en: '' },
    published: null,
    rates: 'project',
    dimensions: [],
    combine: 'worst',
    asOf: 'month-end',
  });
}

/** A rule set taken as a draft under another id: the change is the district's own, and no longer what was published. */
export function draftFrom(ruleSet: RuleSet, id: string): RuleDraft {
  const { zh, en } = ruleSet.name;
  return { ...ruleSet, id, name: { zh: `${zh}（本区修改）`, en: `${en} (changed here)` }, published: null };
}

/** The first id of a row that nobody has: `own-1`, `own-2`, … */
export function freeId(stem: string, taken: readonly string[]): string {
  let number = 1;
  while (taken.includes(`${stem}-${number}`)) number++;
  return `${stem}-${number}`;
}

/** The dimensions with a name of their own that a draft does not have yet. */
export function knownLeft({ dimensions }: Pick<RuleDraft, 'dimensions'>): KnownDimension[] {
  return KnownDimension.options.filter((known) => dimensions.every(({ id }) => id !== known));
}

/** The metrics that can rate what a set rates. */
export function metricsFor(rates: Rates): Metric[] {
  return Dimension.shape.metric.options.filter((metric) => metricKinds[metric].rates.includes(rates));
}

const included: TypedBound = { value: '', inclusive: true };
const excluded: TypedBound = { value: '', inclusive: false };

/** A band to begin with. */
export const emptyBand: TypedBand = { lamp: 'yellow', grade: null, from: included, to: excluded };

/** Green, yellow and red in a metric's own direction, the bounds still to be typed. */
function emptyBands(metric: Metric): TypedBand[] {
  const ends =
    metricKinds[metric].worse === 'more'
      ? { green: [null, included], yellow: [excluded, included], red: [excluded, null] }
      : { green: [included, null], yellow: [included, excluded], red: [null, excluded] };
  return Lamp.options.map((lamp) => ({ lamp, grade: null, from: ends[lamp][0] ?? null, to: ends[lamp][1] ?? null }));
}

const usual: { readonly [D in KnownDimension]: Metric } = {
  progress: 'lagPoints',
  start: 'monthsPastPlannedStart',
  registration: 'monthsUnregisteredSinceStart',
  payment: 'paymentRatio',
  approvals: 'stepOverdueWorkdays',
};

/** A dimension to begin with, measured as it usually is, or by the first metric that can rate what the set rates. */
export function emptyDimension(id: string, rates: Rates): TypedDimension {
  const known = KnownDimension.safeParse(id).data ?? null;
  const able = metricsFor(rates);
  const metric = able.find((one) => known && one === usual[known]) ?? able[0] ?? 'lagPoints';
  return TypedDimension.parse({
    id,
    name: known ? null : { zh: '', en: '' },
    metric,
    bands: emptyBands(metric),
    gap: 'green',
    reading: null,
  });
}

/** A dimension measured otherwise; bounds that nobody has typed yet turn to the new metric's direction. */
export function withMetric(dimension: TypedDimension, metric: Metric): TypedDimension {
  const isUntouched = dimension.bands.flatMap(({ from, to }) => [from, to]).every((end) => !end || end.value === '');
  return { ...dimension, metric, bands: isUntouched ? emptyBands(metric) : dimension.bands };
}

/** A list with one of its items a place earlier or later; at an end it stays. */
export function moved<Item>(items: readonly Item[], at: number, by: 1 | -1): Item[] {
  const to = at + by;
  const [one, other] = [items[at], items[to]];
  if (one === undefined || other === undefined) return [...items];
  return items.map((item, index) => (index === at ? other : index === to ? one : item));
}

/** Chinese typed into a text; the English goes along until it has words of its own. */
export function typedZh(text: TypedText | null, zh: string): TypedText {
  return { zh, en: !text || text.en === text.zh ? zh : text.en };
}

/** English typed into a text; without any it says what the Chinese says. */
export function typedEn(text: TypedText, en: string): TypedText {
  return { ...text, en: en.trim() === '' ? text.zh : en };
}

/** A bound's number as it is typed: full-width digits, spaces, a percent sign and thousands' commas are read as meant. */
export function typedDecimal(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s,，%]/g, '')
    .replace(/^−/, '-');
}
