import { nextWorkday, type WorkCalendar } from '../calendar/workdays.ts';
import { meetingDayOf } from '../cycle/periods.ts';
import { type Day, firstDayOfWeek, type Instant, lastDayOfWeek, type Week } from '../kit/calendar.ts';
import type { Refusal } from '../kit/errors.ts';
import type { Id } from '../kit/ids.ts';
import type { Meeting, MeetingState } from './schema.ts';
import type { MeetingSeries } from './series.ts';

/** A meeting as it is read. One that nobody has touched yet is only planned by its week: no id, no number, version 0. */
export type ReadMeeting = Omit<Meeting, 'id' | 'number' | 'version'> & {
  id: Meeting['id'] | null;
  number: number | null;
  version: number;
  /** The minutes, once they are issued. */
  documentId: Id<'document'> | null;
  /** The weekly report issued beside them. */
  reportId: Id<'document'> | null;
};

/** The day on which a series reviews a week: its weekday in the week after it, or the next day that people work on. */
export function meetingDay(week: Week, series: Pick<MeetingSeries, 'weekday'>, calendar: WorkCalendar): Day {
  return nextWorkday(calendar, meetingDayOf(week, series.weekday)).day;
}

type Planning = Pick<MeetingSeries, 'id' | 'districtId' | 'weekday' | 'time' | 'length' | 'place' | 'host' | 'attendees'>;

/** The meeting that a series will hold on a week if nothing else is said. */
export function plannedMeeting(week: Week, series: Planning, calendar: WorkCalendar): ReadMeeting {
  const { id: seriesId, districtId, time, length, place, host, attendees } = series;
  return {
    id: null,
    ...{ seriesId, districtId, week, number: null, day: meetingDay(week, series, calendar) },
    ...{ time, length, place, host, attendees },
    state: 'planned',
    openedAt: null,
    closedAt: null,
    documentId: null,
    reportId: null,
    version: 0,
  };
}

/** What may be done to a meeting in each state. */
const allowed: Record<MeetingState, { change: boolean; open: boolean; decide: boolean; show: boolean; close: boolean }> = {
  planned: { change: true, open: true, decide: false, show: false, close: false },
  open: { change: true, open: false, decide: true, show: true, close: true },
  closed: { change: false, open: false, decide: false, show: true, close: false },
};

/** Why a meeting is not changed, opened, shown, decided in or closed. */
export type MeetingReason =
  | 'meeting-closed'
  | 'meeting-not-open'
  | 'meeting-already-open'
  | 'notes-closed'
  | 'week-not-begun'
  | 'other-meeting-open'
  | 'meeting-not-closed'
  | 'series-closed'
  | 'later-meeting-closed';
type Why = Refusal<MeetingReason> | null;

function whyNot(state: MeetingState, act: keyof (typeof allowed)[MeetingState]): Why {
  if (allowed[state][act]) return null;
  if (state === 'closed') return { reason: 'meeting-closed' };
  return { reason: state === 'open' ? 'meeting-already-open' : 'meeting-not-open' };
}

/** Place, time, host, attendees and agenda stand until the meeting is closed. */
export function whyNotChangeMeeting(meeting: Pick<Meeting, 'state'>): Why {
  return whyNot(meeting.state, 'change');
}

/** A unit adds to its item until the meeting opens: what is read out there stands. */
export function whyNotNote(meeting: Pick<Meeting, 'state'>): Why {
  return meeting.state === 'planned' ? null : { reason: 'notes-closed' };
}

/**
 * A meeting may be opened from its week's Monday on: a series that meets on a Friday reviews a week that is not over.
 * One of a series at a time; another series may be meeting in another room.
 */
export function whyNotOpen(
  meeting: Pick<ReadMeeting, 'state' | 'week'>,
  today: Day,
  other: Pick<ReadMeeting, 'week' | 'number'> | null,
): Why {
  const refusal = whyNot(meeting.state, 'open');
  if (refusal) return refusal;
  const monday = firstDayOfWeek(meeting.week);
  if (today < monday) return { reason: 'week-not-begun', monday };
  return other ? { reason: 'other-meeting-open', week: other.week, number: other.number } : null;
}

/** Whether the week that the meeting reviews is not over yet: returns may still come in. */
export function isEarly(meeting: Pick<ReadMeeting, 'week'>, today: Day): boolean {
  return today <= lastDayOfWeek(meeting.week);
}

/** Decisions are made in the meeting, while it is open. */
export function whyNotDecide(meeting: Pick<Meeting, 'state'>): Why {
  return whyNot(meeting.state, 'decide');
}

/** The screen is driven while the meeting is open, and may be paged through after it. */
export function whyNotShow(meeting: Pick<Meeting, 'state'>): Why {
  return whyNot(meeting.state, 'show');
}

/** 预演: before the meeting opens console and screen may be tried; from then on they are in earnest. */
export function whyNotRehearse(meeting: Pick<Meeting, 'state'>): Why {
  return meeting.state === 'planned' ? null : whyNot(meeting.state, 'open');
}

/** Only an open meeting can be closed, and only once: its cut and its minutes are final. */
export function whyNotClose(meeting: Pick<Meeting, 'state'>): Why {
  return whyNot(meeting.state, 'close');
}

/** Only the last closed meeting is opened again: what came after it was cut against it. And not while another is open. */
export function whyNotReopenMeeting(
  meeting: Pick<ReadMeeting, 'state' | 'week'>,
  latest: Pick<ReadMeeting, 'week'> | null,
  other: Pick<ReadMeeting, 'week' | 'number'> | null,
): Why {
  if (meeting.state !== 'closed') return { reason: 'meeting-not-closed' };
  if (latest !== null && latest.week > meeting.week) return { reason: 'later-meeting-closed', week: latest.week };
  return other ? { reason: 'other-meeting-open', week: other.week, number: other.number } : null;
}

/** The meeting under way once more. */
export function reopenedMeeting<Held extends Pick<Meeting, 'state' | 'closedAt'>>(meeting: Held): Held {
  return { ...meeting, state: 'open', closedAt: null };
}

/** The meeting under way. */
export function opened(meeting: Meeting, now: Instant): Meeting {
  return { ...meeting, state: 'open', openedAt: now };
}

/** The meeting that is over. */
export function closed(meeting: Meeting, now: Instant): Meeting {
  return { ...meeting, state: 'closed', closedAt: now };
}
