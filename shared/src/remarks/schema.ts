import { z } from 'zod';
import { Instant } from '../kit/calendar.ts';
import { idOf } from '../kit/ids.ts';
import { NamedMeeting } from '../meetings/inputs.ts';

/** 批示: what a leader said on a project or an item of a meeting, in the leader's words, typed by the leader or the office. */
export const Remark = z.strictObject({
  id: idOf('remark'),
  districtId: idOf('unit'),
  projectId: idOf('project').nullable(),
  /** Where it was said in a meeting; null elsewhere. */
  meetingId: idOf('meeting').nullable(),
  agendaItemId: idOf('agendaItem').nullable(),
  leaderName: z.string().trim().min(1).max(40),
  text: z.string().trim().min(2).max(500),
  writtenAt: Instant,
  writtenByName: z.string(),
  version: z.number().int().positive(),
});
export type Remark = z.infer<typeof Remark>;

/** A leader's own remark on a project; the name and the moment the server knows. */
export const WriteRemark = Remark.pick({ text: true }).extend({ projectId: idOf('project') });
export type WriteRemark = z.infer<typeof WriteRemark>;

/** What a leader says in a meeting, taken down by the office; its project is the item's. */
export const TakeDownRemark = Remark.pick({ agendaItemId: true, leaderName: true, text: true }).extend(NamedMeeting.shape);
export type TakeDownRemark = z.infer<typeof TakeDownRemark>;

/** Takes back a remark that was taken down wrongly, while its meeting is open. */
export const RemoveRemark = Remark.pick({ id: true, version: true });
export type RemoveRemark = z.infer<typeof RemoveRemark>;
