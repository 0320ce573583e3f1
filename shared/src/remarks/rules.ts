import type { Refusal } from '../kit/errors.ts';
import { type MeetingReason, whyNotDecide } from '../meetings/rules.ts';
import type { Meeting } from '../meetings/schema.ts';

/** In a meeting remarks are taken down while it is open, as decisions are. */
export function whyNotTakeDown(meeting: Pick<Meeting, 'state'>): Refusal<MeetingReason> | null {
  return whyNotDecide(meeting);
}

/** What a leader wrote stands; what was taken down may be mended until the minutes have said it. */
export function whyNotRemoveRemark(meeting: Pick<Meeting, 'state'> | null): Refusal<MeetingReason | 'remark-stands'> | null {
  return meeting === null ? { reason: 'remark-stands' } : whyNotDecide(meeting);
}
