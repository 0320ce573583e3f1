import { type Day, dayOf, type Instant, lastDayOfWeek, type Week } from '#shared/kit/calendar.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import { followUp } from '#shared/meetings/decisions.ts';
import type { ReadMeeting } from '#shared/meetings/rules.ts';
import type { NamedDecision } from '#shared/meetings/screen.ts';
import type { MeetingSeries } from '#shared/meetings/series.ts';
import { shownOnScreen } from '#shared/meetings/series-rules.ts';
import { weekInHand } from '../cycle/now.ts';
import type { Database, Reader } from '../db/tables.ts';
import { readScreenState } from '../live/screen.ts';
import * as decisions from './decision-store.ts';
import * as allSeries from './series-store.ts';
import * as meetings from './store.ts';

/** The day that a meeting's figures stand for: the end of its week, or today while the week is not over. */
export function figuresDay(week: Week, now: Instant): Day {
  const sunday = lastDayOfWeek(week);
  const today = dayOf(now);
  const isOver = today > sunday;
  return isOver ? sunday : today;
}

/** What a meeting follows up, as it stands on a day: the meeting of its series before it, and whatever older of the series is still open. */
export async function followed(
  db: Reader,
  { districtId, seriesId, week }: Pick<ReadMeeting, 'districtId' | 'seriesId' | 'week'>,
  asOf: Day,
): Promise<NamedDecision[]> {
  const previous = await meetings.lastBefore(db, seriesId, week);
  const earlier = await decisions.named(db, districtId, asOf, { seriesId, beforeWeek: week, openOrOf: previous });
  return followUp(earlier, { week });
}

/** The meeting that a series has in hand: the one of the week that is next. */
export async function inHand(db: Reader, series: MeetingSeries, now: Instant): Promise<ReadMeeting> {
  return meetings.inSeries(db, series, await weekInHand(db, series, now));
}

/** The meeting that a screen shows of a series: the one under way, else the one closed today, else the one in hand. */
async function shownOf(db: Reader, series: MeetingSeries, now: Instant): Promise<ReadMeeting> {
  const open = await meetings.underWay(db, series.id);
  if (open) return open;
  const closed = await meetings.lastClosed(db, series.id);
  return closed?.closedAt && dayOf(closed.closedAt) === dayOf(now) ? closed : inHand(db, series, now);
}

/** The meeting on a screen with its series: of the one that is named, else of whichever is live. */
export async function onScreen(db: Database, districtId: Id<'unit'>, seriesId: Id<'meetingSeries'> | null, now: Instant) {
  const open = await allSeries.open(db, districtId);
  // A screen that is tied to a closed series follows the others.
  const wanted = open.filter(({ id }) => id === seriesId);
  const shown = [];
  for (const series of wanted.length > 0 ? wanted : open) {
    const meeting = await shownOf(db, series, now);
    const state = await readScreenState(db, districtId, series.id);
    shown.push({ ...meeting, series, isRehearsed: state?.isRehearsal === true && state.meetingId === meeting.id });
  }
  const first = shownOnScreen(shown, now);
  if (!first) throw new DomainError('NOT_FOUND', { entity: 'meetingSeries' });
  const { series, isRehearsed: _isRehearsed, ...meeting } = first;
  return { series, meeting };
}
