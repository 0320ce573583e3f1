import { z } from 'zod';
import { Day, Instant } from '../kit/calendar.ts';
import { idOf } from '../kit/ids.ts';

/** What somebody is told; each has its sentence in the client's messages and its place in `places.ts`. */
export const NoticeKind = z.enum([
  'return-sent-back',
  'return-chased',
  'decision-owner',
  'decision-helper',
  'decision-reopened',
  'decision-answered',
  'decision-sent-back',
  'agenda-listed',
  'agenda-asked',
  'agenda-taken',
  'agenda-declined',
  'remark-written',
  'problem-assigned',
  'problem-handed-up',
  'problem-helper',
  'problem-solved',
  'problem-escalated',
  'problem-sent-back',
  'step-accepted',
  'step-moved',
  'step-lapsed',
  'signoff-asked',
  'signoff-decided',
  'project-given',
  'officer-set',
  'handed-over',
  'bulletin-to-review',
  'bulletin-to-cosign',
  'bulletin-to-sign',
  'bulletin-sent-back',
  'bulletin-to-issue',
  'bulletin-issued',
  'report-issued',
  'flag-to-sign',
  'flag-announced',
  'scoring-opened',
  'import-undone',
]);
export type NoticeKind = z.infer<typeof NoticeKind>;

/** One notice to one account: what an event meant for it, in the words of that moment. `seq` is the event's number. */
export const Notice = z.strictObject({
  seq: z.number().int().positive(),
  kind: NoticeKind,
  at: Instant,
  /** Who did it. */
  actorName: z.string(),
  projectId: idOf('project').nullable(),
  /** The project's name, or the month or quarter that it is about; empty where the sentence needs none. */
  subject: z.string(),
  /** A decision's text, a problem's title, a reason. */
  text: z.string().nullable(),
  /** A deadline. */
  on: Day.nullable(),
  readAt: Instant.nullable(),
});
export type Notice = z.infer<typeof Notice>;

/** How many notices a page of the list holds. */
export const NOTICES_A_PAGE = 30;
