import { z } from 'zod';
import { Day, Instant } from '../kit/calendar.ts';
import { Lamp } from '../lamps/schema.ts';

/** Which records a number was taken from: a set that the document lists once under `rowSets`, or one record. */
export const RowsRef = z.union([z.strictObject({ set: z.string() }), z.strictObject({ one: z.string() })]);
export type RowsRef = z.infer<typeof RowsRef>;

/** How many records there are, or one of their fields added up. */
export const Quantity = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('count'), rows: RowsRef }),
  z.strictObject({ of: z.literal('sum'), field: z.string(), rows: RowsRef }),
]);
export type Quantity = z.infer<typeof Quantity>;

/** Where a number came from, so that a reader can open its rows and a machine can work it out again. */
export const NumberSource = z.strictObject({
  label: z.string(),
  /** The month or week whose cut was read. */
  period: z.string(),
  formula: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('quantity'), quantity: Quantity }),
    z.strictObject({ kind: z.literal('ratio'), part: Quantity, base: Quantity }),
    z.strictObject({ kind: z.literal('change'), now: Quantity, before: z.number(), beforePeriod: z.string() }),
  ]),
});
export type NumberSource = z.infer<typeof NumberSource>;

/** Records that numbers count: what they are, which filter chose them, and which they were. */
export const RowSet = z.strictObject({
  of: z.enum(['project', 'decision']),
  label: z.string(),
  filter: z.record(z.string(), z.string()),
  ids: z.array(z.string()),
});
export type RowSet = z.infer<typeof RowSet>;

/** A number that somebody put in the place of the drafted one: typed by hand, or taken from newer figures. */
export const PutIn = z.strictObject({
  how: z.enum(['typed', 'cut', 'live']),
  /** What the rows gave. */
  drafted: z.string(),
  byName: z.string(),
  at: Instant,
});
export type PutIn = z.infer<typeof PutIn>;

/** A piece of running text: words, a number that knows its source, or a lamp with its word. */
export const Inline = z.discriminatedUnion('type', [
  /** `typed`: a figure that somebody wrote into the words by hand, which no rows give. */
  z.strictObject({ type: z.literal('text'), text: z.string(), typed: z.literal(true).optional() }),
  /** `value` is what the formula gives: records, yuan, or a ratio as a fraction; `text` is how it is printed. */
  z.strictObject({ type: z.literal('number'), text: z.string(), value: z.number(), source: NumberSource, put: PutIn.optional() }),
  z.strictObject({ type: z.literal('lamp'), lamp: Lamp, text: z.string() }),
]);
export type Inline = z.infer<typeof Inline>;
/** A number of the text, which opens the rows that it was worked out from. */
export type NumberInline = Extract<Inline, { type: 'number' }>;

/** 一、黑体 · （一）楷体 · 1. 仿宋 · （1）仿宋. The ordinal is part of the text. */
export const HeadingLevel = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export type HeadingLevel = z.infer<typeof HeadingLevel>;

/** A column; neighbours with one `group` share a cell of that name above them. `width` is a share, not a length. */
export const Column = z.strictObject({
  header: z.string(),
  group: z.string().nullable(),
  width: z.number().positive(),
  align: z.enum(['left', 'center', 'right']),
});
export type Column = z.infer<typeof Column>;

/** A table's cell; `span` is how many columns it covers. */
export const Cell = z.strictObject({ inlines: z.array(Inline), span: z.number().int().positive() });
export type Cell = z.infer<typeof Cell>;

/** A table. Every row, and the total, covers all columns; null is a table without that part. */
export const Table = z.strictObject({
  type: z.literal('table'),
  title: z.string().nullable(),
  /** 单位：万元 */
  unitNote: z.string().nullable(),
  columns: z.array(Column).min(1),
  rows: z.array(z.array(Cell)),
  total: z.array(Cell).nullable(),
});
export type Table = z.infer<typeof Table>;

/** One block of the body, in reading order. */
export const Block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('heading'), level: HeadingLevel, text: z.string(), section: z.string().optional() }),
  /** `lead` is a heading that runs on into the paragraph: （一）投资进度滞后。… */
  z.strictObject({
    type: z.literal('paragraph'),
    lead: z.strictObject({ level: HeadingLevel, text: z.string() }).nullable(),
    inlines: z.array(Inline),
    /** The part of a drafted document that it belongs to, where its editor can switch parts. */
    section: z.string().optional(),
  }),
  z.strictObject({ type: z.literal('list'), items: z.array(z.array(Inline)) }),
  Table,
  /** 出席：… with the label in 黑体 and the names hanging behind it. */
  z.strictObject({ type: z.literal('roll'), label: z.string(), entries: z.array(z.string()) }),
  /** 附件：1. … below the body; one title alone is not numbered. */
  z.strictObject({ type: z.literal('attachments'), titles: z.array(z.string()).min(1) }),
  z.strictObject({ type: z.literal('signature'), name: z.string(), on: Day.nullable() }),
]);
export type Block = z.infer<typeof Block>;

/** The red head. A bulletin's stands at the top of the type area, the mark of minutes 35 mm below it. */
export const Masthead = z.strictObject({
  /** The last line is the large one. */
  lines: z.array(z.string()).min(1).max(2),
  /** 〔2026〕第10期; null until it is issued. */
  issueNumber: z.string().nullable(),
  issuer: z.string(),
  issuedOn: Day.nullable(),
  isRed: z.boolean(),
});
export type Masthead = z.infer<typeof Masthead>;

/** An annex begins a new page. */
export const Annex = z.strictObject({
  /** 附件1, or 附件 where it is the only one. */
  label: z.string(),
  title: z.string(),
  isLandscape: z.boolean(),
  blocks: z.array(Block),
  section: z.string().optional(),
});
export type Annex = z.infer<typeof Annex>;

/** 版记: who gets it, who printed it, when, how many. */
export const Imprint = z.strictObject({
  recipients: z.array(z.strictObject({ label: z.string(), text: z.string() })),
  office: z.string(),
  printedOn: Day.nullable(),
  copies: z.number().int().positive().nullable(),
});
export type Imprint = z.infer<typeof Imprint>;

/** A document of any kind as a tree; renderers turn it into a page, a print or a Word file. Stored as issued. */
export const Document = z.strictObject({
  kind: z.enum([
    'bulletin',
    'minutes',
    'weekly-report',
    'special-report',
    'briefing',
    'project-sheet',
    'decision-list',
    'meeting-papers',
    'sign-in-sheet',
  ]),
  /** The month or week it is about. */
  period: z.string(),
  /** 预稿: the figures are still moving. */
  isDraft: z.boolean(),
  /** Null for what an office hands over without a red head. */
  masthead: Masthead.nullable(),
  /** Phrases that a line break must not split; joined they are the title. */
  title: z.array(z.string()).min(1),
  /** 主送 with its colon. */
  salutation: z.string().nullable(),
  blocks: z.array(Block),
  annexes: z.array(Annex),
  imprint: Imprint.nullable(),
  rowSets: z.record(z.string(), RowSet),
});
export type Document = z.infer<typeof Document>;
