import { z } from 'zod';
import { idOf } from '../kit/ids.ts';

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

/** A row of meetings that are numbered together; the weekly ones are held in the district's default series. */
export const MeetingSeries = z.strictObject({
  id: idOf('meetingSeries'),
  districtId: idOf('unit'),
  name: z.string().trim().min(2).max(40),
  isDefault: z.boolean(),
  /** How long its meetings may take unless one says otherwise. */
  length: MeetingLength,
  /** What proposes items for its agenda. */
  rules: AgendaRules,
  version: z.number().int().positive(),
});
export type MeetingSeries = z.infer<typeof MeetingSeries>;
