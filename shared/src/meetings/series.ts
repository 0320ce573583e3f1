import { z } from 'zod';
import { Day, WallTime } from '../kit/calendar.ts';
import { idOf } from '../kit/ids.ts';
import { ProjectKind } from '../projects/schema.ts';

/** What may speak for an item; the strongest first. Each can be switched off by the office. */
export const AgendaRule = z.enum([
  'leader-request',
  'new-red',
  'red-lamp',
  'decision-overdue',
  'problem-handed-up',
  'yellow-again',
  'step-overdue',
  'problem-old',
  'unit-request',
  'no-return',
]);
export type AgendaRule = z.infer<typeof AgendaRule>;

/** Which rules propose items, and from how many days on an open problem counts as old. */
export const AgendaRules = z.strictObject({
  off: z.array(AgendaRule).max(AgendaRule.options.length),
  problemDays: z.number().int().min(1).max(365),
});
export type AgendaRules = z.infer<typeof AgendaRules>;

/** What a series begins with: every rule, and a problem is old after a month. */
export const USUAL_RULES: AgendaRules = { off: [], problemDays: 30 };

/** How long a meeting may take unless the office says otherwise, in minutes. */
export const USUAL_LENGTH = 90;
/** How long a meeting may take, in minutes. */
export const MeetingLength = z.number().int().min(10).max(480);

/** Where the numbers 第N次 of a series' year begin: an office that comes here in autumn has held meetings before. */
export const FirstNumber = z.number().int().min(1).max(999);

/**
 * A row of meetings that are numbered together. One of them is the district's own: closing its meetings freezes the
 * week. What is said here holds for each meeting until that one says otherwise.
 */
export const MeetingSeries = z.strictObject({
  id: idOf('meetingSeries'),
  districtId: idOf('unit'),
  name: z.string().trim().min(2).max(40),
  isDefault: z.boolean(),
  /** Whose projects come to it unless somebody says otherwise; null is every kind. */
  kind: ProjectKind.nullable(),
  /** It meets in the week after the one that it reviews. 1 = Monday … 7 = Sunday. */
  weekday: z.number().int().min(1).max(7),
  time: WallTime,
  /** How long its meetings may take. */
  length: MeetingLength,
  place: z.string().trim().max(60),
  host: z.string().trim().min(1).max(40).nullable(),
  attendees: z.string().trim().min(1).max(2000).nullable(),
  /** The number of the first meeting of `firstYear`; every other year begins at 1. */
  firstNumber: FirstNumber,
  firstYear: z.number().int().nullable(),
  /** From this day on it holds no more meetings; those it held stay. */
  closedOn: Day.nullable(),
  /** What proposes items for its agenda. */
  rules: AgendaRules,
  version: z.number().int().positive(),
});
export type MeetingSeries = z.infer<typeof MeetingSeries>;
