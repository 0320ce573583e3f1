import type { WorkCalendar } from '../calendar/workdays.ts';
import { type Day, dayOf, type Instant, yearOf } from '../kit/calendar.ts';
import type { Refusal } from '../kit/errors.ts';
import type { ProjectKind } from '../projects/schema.ts';
import type { OtherAgenda } from './agenda.ts';
import { meetingDay, type ReadMeeting } from './rules.ts';
import type { MeetingSeries } from './series.ts';

/** Why a series is not created, changed, closed or opened again. */
export type SeriesReason =
  | 'series-name-taken'
  | 'first-number-used'
  | 'series-is-default'
  | 'series-closed'
  | 'series-not-closed'
  | 'series-meets'
  | 'series-has-items'
  | 'series-has-requests'
  | 'moved-onto-other-agenda';
type Why = Refusal<SeriesReason> | null;

/**
 * Why a series cannot be called and counted as wanted. `used` is the highest number that it has given away this year: a
 * number is never given twice.
 */
export function whyNotSetSeries(
  wanted: Pick<MeetingSeries, 'name' | 'firstNumber'> & { id: MeetingSeries['id'] | null },
  before: Pick<MeetingSeries, 'firstNumber' | 'closedOn'> | null,
  others: readonly Pick<MeetingSeries, 'id' | 'name'>[],
  used: number,
): Why {
  if (before?.closedOn) return { reason: 'series-closed' };
  const same = others.find(({ id, name }) => id !== wanted.id && name === wanted.name);
  if (same) return { reason: 'series-name-taken', name: same.name };
  const isChanged = before !== null && wanted.firstNumber !== before.firstNumber;
  return isChanged && wanted.firstNumber <= used ? { reason: 'first-number-used', used } : null;
}

/** What stands against closing a series: a meeting under way, items on an agenda to come, requests that nobody has answered. */
export type SeriesLoad = { isMeeting: boolean; items: number; requests: number };

/** The district's own series is never closed: it freezes the weeks. Of another nothing may be lost with it. */
export function whyNotCloseSeries(series: Pick<MeetingSeries, 'isDefault' | 'closedOn'>, { isMeeting, items, requests }: SeriesLoad): Why {
  if (series.isDefault) return { reason: 'series-is-default' };
  if (series.closedOn) return { reason: 'series-closed' };
  if (isMeeting) return { reason: 'series-meets' };
  if (items > 0) return { reason: 'series-has-items', items };
  return requests > 0 ? { reason: 'series-has-requests', requests } : null;
}

/** Only what was closed is opened again. */
export function whyNotReopenSeries(series: Pick<MeetingSeries, 'closedOn'>): Why {
  return series.closedOn ? null : { reason: 'series-not-closed' };
}

/** A closed series plans nothing more and takes nothing on. */
export function whyNotPlanIn(series: Pick<MeetingSeries, 'closedOn'>): Refusal<'series-closed'> | null {
  return series.closedOn ? { reason: 'series-closed' } : null;
}

/** The number of the next meeting of a year; `last` is the highest one given away in it. */
export function nextNumber(series: Pick<MeetingSeries, 'firstNumber' | 'firstYear'>, year: number, last: number | null): number {
  return Math.max((last ?? 0) + 1, series.firstYear === year ? series.firstNumber : 1);
}

/** The numbers of a series begin as said in the year in which that is said. */
export function numberedFrom(
  wanted: Pick<MeetingSeries, 'firstNumber'>,
  before: Pick<MeetingSeries, 'firstNumber' | 'firstYear'> | null,
  today: Day,
): Pick<MeetingSeries, 'firstNumber' | 'firstYear'> {
  const isSame = before !== null && before.firstNumber === wanted.firstNumber;
  return { firstNumber: wanted.firstNumber, firstYear: isSame ? before.firstYear : yearOf(today) };
}

/** A series' name where people have to be told it; null is the district's own, which goes by the usual word. */
export function seriesNameOf({ name, isDefault }: Pick<MeetingSeries, 'name' | 'isDefault'>): string | null {
  return isDefault ? null : name;
}

const kept = ['time', 'length', 'place', 'host', 'attendees'] as const;
type Planned = Pick<ReadMeeting, 'day' | (typeof kept)[number]>;
type Plans = Pick<MeetingSeries, 'weekday' | (typeof kept)[number]>;

/**
 * What a meeting that is still ahead is planned as once its series has changed: what it had from the series it has from it
 * again, what was said of this meeting alone stays. It is not moved into the past, nor out of the year that it is numbered
 * in. Null where nothing changes with the series.
 */
export function plannedAnew(
  meeting: Planned & Pick<ReadMeeting, 'week'>,
  before: Plans,
  after: Plans,
  calendar: WorkCalendar,
  today: Day,
): Planned | null {
  const day = meetingDay(meeting.week, after, calendar);
  const isMoved = before.weekday !== after.weekday && day >= today && yearOf(day) === yearOf(meeting.day);
  const planned: Planned = {
    day: isMoved ? day : meeting.day,
    time: meeting.time === before.time ? after.time : meeting.time,
    length: meeting.length === before.length ? after.length : meeting.length,
    place: meeting.place === before.place ? after.place : meeting.place,
    host: meeting.host === before.host ? after.host : meeting.host,
    attendees: meeting.attendees === before.attendees ? after.attendees : meeting.attendees,
  };
  const isAsBefore = planned.day === meeting.day && kept.every((field) => planned[field] === meeting[field]);
  return isAsBefore ? null : planned;
}

/** A series is not moved onto a day on which another has one of its projects on the agenda. */
export function whyNotMoveOnto(other: OtherAgenda | null): Why {
  return other && { reason: 'moved-onto-other-agenda', ...other };
}

type Kinded = Pick<MeetingSeries, 'kind' | 'closedOn'>;

/** Whether a series is for projects of a kind: the one of that kind, or one of all kinds where no open series is of that kind. */
export function isFor(series: Kinded, kind: ProjectKind, all: readonly Kinded[]): boolean {
  if (series.kind !== null) return series.kind === kind;
  return !all.some((one) => one.kind === kind && one.closedOn === null);
}

/** The series that something about a project goes to unless somebody says otherwise; `all` begins with the district's own. */
export function seriesFor<Series extends Kinded>(kind: ProjectKind | null, all: readonly Series[]): Series | null {
  const open = all.filter(({ closedOn }) => closedOn === null);
  return open.find((one) => kind !== null && one.kind === kind) ?? open[0] ?? null;
}

type Shown = Pick<ReadMeeting, 'state' | 'openedAt' | 'closedAt' | 'day' | 'time'> & { isRehearsed: boolean };

/**
 * Which meeting a screen shows that is tied to no series: the one under way, the last opened where there are two; else
 * one that is rehearsed; else what was closed today; else the next to be held.
 */
export function shownOnScreen<Meeting extends Shown>(meetings: readonly Meeting[], now: Instant): Meeting | null {
  const today = dayOf(now);
  const rank = ({ state, isRehearsed, closedAt }: Meeting) => {
    if (state === 'open') return 0;
    if (isRehearsed) return 1;
    return closedAt !== null && dayOf(closedAt) === today ? 2 : 3;
  };
  // The latest of what has begun or ended, the earliest of what is to come.
  const latest = (one: Meeting) => one.closedAt ?? one.openedAt ?? '';
  const held = (one: Meeting) => `${one.day} ${one.time}`;
  const sorted = [...meetings].sort((a, b) => {
    const order = rank(a) - rank(b);
    if (order !== 0) return order;
    return rank(a) === 3 ? compare(held(a), held(b)) : compare(latest(b), latest(a));
  });
  return sorted[0] ?? null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
