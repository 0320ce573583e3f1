import { z } from 'zod';
import { WordEdit } from '../documents/edits.ts';
import { Instant } from '../kit/calendar.ts';
import { idOf } from '../kit/ids.ts';

/** 专报 to the leaders, 简报 on reconstruction: each kind is a series of numbers of its own. */
export const ReportKind = z.enum(['special-report', 'briefing']);
export type ReportKind = z.infer<typeof ReportKind>;

const Title = z.string().trim().min(2).max(60);
const Chosen = z.array(idOf('project')).min(1).max(500);

/** What a report is about: one project, the projects that were chosen under a title, or all of reconstruction. */
export const ReportSubject = z.discriminatedUnion('about', [
  z.strictObject({ about: z.literal('project'), projectId: idOf('project') }),
  z.strictObject({ about: z.literal('theme'), title: Title, projectIds: Chosen }),
  z.strictObject({ about: z.literal('reconstruction') }),
]);
export type ReportSubject = z.infer<typeof ReportSubject>;

/** A report 专报 or 简报: a draft whose figures live on until it is issued; its text is then the document. */
export const Report = z.strictObject({
  id: idOf('report'),
  districtId: idOf('unit'),
  subject: ReportSubject,
  state: z.enum(['drafting', 'issued']),
  /** Whether the units that it is about get it too 发; it goes to the leaders 报 in any case. */
  toUnits: z.boolean(),
  edits: z.array(WordEdit).max(200),
  draftedByName: z.string(),
  draftedAt: Instant,
  /** 第N期, drawn when it is issued. */
  number: z.number().int().positive().nullable(),
  documentId: idOf('document').nullable(),
  issuedAt: Instant.nullable(),
  /** The issued document that this draft puts right, and why it was withdrawn. */
  correctsId: idOf('document').nullable(),
  correctsWhy: z.string().nullable(),
  version: z.number().int().positive(),
});
export type Report = z.infer<typeof Report>;

const byId = Report.pick({ id: true, version: true });

/** Begins a draft; of one project, and of reconstruction, one is in hand at a time. */
export const BeginReport = z.strictObject({ subject: ReportSubject });
export type BeginReport = z.infer<typeof BeginReport>;

/** Changes to a draft; what is not given stays. Title and projects are a theme's. */
export const ComposeReport = byId.extend({
  title: Title.optional(),
  projectIds: Chosen.optional(),
  toUnits: z.boolean().optional(),
  edits: Report.shape.edits.optional(),
});
export type ComposeReport = z.infer<typeof ComposeReport>;

/** Issues a draft, or lets it go. */
export const TouchReport = byId;
export type TouchReport = z.infer<typeof TouchReport>;

/** 撤回: what was issued stays as it is, and its correction is begun. */
export const WithdrawReport = byId.extend({ why: z.string().trim().min(2).max(500) });
export type WithdrawReport = z.infer<typeof WithdrawReport>;
