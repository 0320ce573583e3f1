import { z } from 'zod';
import { Day, Instant, Week } from '../kit/calendar.ts';
import { idOf } from '../kit/ids.ts';
import { OrderKey } from '../kit/rank.ts';
import { MeetingLength } from './series.ts';

/** 未开 → 会中 → 已闭会. Closing freezes the week's cut. */
export const MeetingState = z.enum(['planned', 'open', 'closed']);
export type MeetingState = z.infer<typeof MeetingState>;

/** At most so many items unless the office says otherwise. */
export const AGENDA_LIMIT = 12;

/** One 周例会: it reviews a week, and is numbered 第N次 within its series and year. */
export const Meeting = z.strictObject({
  id: idOf('meeting'),
  seriesId: idOf('meetingSeries'),
  districtId: idOf('unit'),
  week: Week,
  number: z.number().int().positive(),
  day: Day,
  time: z.string(),
  /** How long it may take, in minutes. */
  length: MeetingLength,
  place: z.string().max(60),
  host: z.string().max(40).nullable(),
  attendees: z.string().max(2000).nullable(),
  state: MeetingState,
  openedAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  version: z.number().int().positive(),
});
export type Meeting = z.infer<typeof Meeting>;

/** One item of a meeting: a project, or a matter of its own where `projectId` is null. `minutes` is planned, not measured. */
export const AgendaItem = z.strictObject({
  id: idOf('agendaItem'),
  meetingId: idOf('meeting'),
  projectId: idOf('project').nullable(),
  /** The overdue decision that a matter of its own takes up again. */
  decisionId: idOf('decision').nullable(),
  title: z.string().trim().min(1).max(120),
  reason: z.string().max(200).nullable(),
  minutes: z.number().int().min(1).max(120),
  orderKey: OrderKey,
  version: z.number().int().positive(),
});
export type AgendaItem = z.infer<typeof AgendaItem>;

/** 单位说明: what a unit wants the meeting to know about its project; the unit's own words until the meeting opens. */
export const ItemNote = z.strictObject({
  agendaItemId: idOf('agendaItem'),
  text: z.string().trim().min(2).max(300),
  byName: z.string(),
  at: Instant,
  version: z.number().int().positive(),
});
export type ItemNote = z.infer<typeof ItemNote>;

/**
 * 提请上会: a leader, or a unit, asks that a project or a matter of its own comes to a meeting. It waits until an
 * item takes it up, or the office declines it with a reason.
 */
export const AgendaRequest = z.strictObject({
  id: idOf('agendaRequest'),
  districtId: idOf('unit'),
  /** Which series is asked. */
  seriesId: idOf('meetingSeries'),
  projectId: idOf('project').nullable(),
  text: z.string().trim().min(2).max(100),
  /** A leader's word weighs more than a unit's. */
  isLeader: z.boolean(),
  unitId: idOf('unit'),
  /** Whose account it was; an answer is told there. */
  byId: z.string(),
  byName: z.string(),
  askedAt: Instant,
  agendaItemId: idOf('agendaItem').nullable(),
  declinedAt: Instant.nullable(),
  declinedReason: z.string().trim().min(2).max(200).nullable(),
  version: z.number().int().positive(),
});
export type AgendaRequest = z.infer<typeof AgendaRequest>;

/** 在办 → 待销号 → 办结: the owner answers, the office closes. Followed up at every later meeting until done. */
export const DecisionState = z.enum(['open', 'answered', 'done']);
export type DecisionState = z.infer<typeof DecisionState>;

/** What a meeting decided 议定事项: who does it with whose help, by when, and who presses for it. */
export const Decision = z.strictObject({
  id: idOf('decision'),
  meetingId: idOf('meeting'),
  agendaItemId: idOf('agendaItem').nullable(),
  projectId: idOf('project').nullable(),
  text: z.string().trim().min(2).max(500),
  ownerUnitId: idOf('unit'),
  helperUnitIds: z.array(idOf('unit')).max(10),
  supervisor: z.string().max(40).nullable(),
  dueOn: Day,
  state: DecisionState,
  doneOn: Day.nullable(),
  version: z.number().int().positive(),
});
export type Decision = z.infer<typeof Decision>;

/** What the owner of a decision did about it, with the files that show it; sent back it was not enough. */
export const DecisionAnswer = z.strictObject({
  id: idOf('decisionAnswer'),
  decisionId: idOf('decision'),
  text: z.string().trim().min(2).max(500),
  answeredAt: Instant,
  answeredByName: z.string(),
  sentBackAt: Instant.nullable(),
  sentBackReason: z.string().trim().min(2).max(200).nullable(),
  files: z.array(z.strictObject({ id: idOf('file'), name: z.string(), size: z.number().int(), mediaType: z.string() })),
});
export type DecisionAnswer = z.infer<typeof DecisionAnswer>;

/** What a meeting issues when it is closed. */
export const MeetingPaper = z.enum(['minutes', 'weekly-report']);
export type MeetingPaper = z.infer<typeof MeetingPaper>;

/** What is handed out at a meeting: 会议材料, and 签到表 to sign. */
export const MeetingHandout = z.enum(['papers', 'sign-in']);
export type MeetingHandout = z.infer<typeof MeetingHandout>;

/** A page of the meeting's screen: overview, last decisions, one agenda item, closing. */
export const ScreenPage = z.discriminatedUnion('page', [
  z.strictObject({ page: z.literal('overview') }),
  z.strictObject({ page: z.literal('follow-up') }),
  z.strictObject({ page: z.literal('item'), agendaItemId: idOf('agendaItem') }),
  z.strictObject({ page: z.literal('closing') }),
]);
export type ScreenPage = z.infer<typeof ScreenPage>;

/** What lies over the page: a dark screen, or one photo of the item's project. */
export const ScreenCover = z.discriminatedUnion('cover', [
  z.strictObject({ cover: z.literal('blank') }),
  z.strictObject({ cover: z.literal('photo'), photoId: idOf('attachment') }),
]);
export type ScreenCover = z.infer<typeof ScreenCover>;

/** A console names itself as long as its tab lives, so that the one that drives is told from the others. */
export const ConsoleId = z.string().regex(/^[0-9a-f]{16}$/);

/**
 * What the screen shows besides records: the page with what lies over it, and the decision being typed. Ephemeral: its
 * last state only, which outlives the server. `spent` is how long each item was shown before `shownAt`, in milliseconds.
 */
export const ScreenState = z.strictObject({
  meetingId: idOf('meeting'),
  /** 预演: shown before the meeting opens; nothing of it is kept. */
  isRehearsal: z.boolean().default(false),
  show: ScreenPage,
  cover: ScreenCover.nullable(),
  driver: z.strictObject({ consoleId: ConsoleId, name: z.string().max(40) }).nullable(),
  shownAt: Instant,
  spent: z.record(z.string(), z.number().int().min(0)),
  draft: z
    .strictObject({
      /** The item that it is typed on; null is none of them. */
      agendaItemId: idOf('agendaItem').nullable(),
      text: z.string().max(500),
      ownerUnitId: idOf('unit').nullable(),
      helperUnitIds: z.array(idOf('unit')).max(10),
      dueOn: Day.nullable(),
      supervisor: z.string().max(40).nullable(),
      byName: z.string().max(40),
    })
    .nullable(),
});
export type ScreenState = z.infer<typeof ScreenState>;
