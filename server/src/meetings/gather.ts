import type { District } from '#shared/districts/schema.ts';
import { type Day, dayOf, type Instant, lastDayOfWeek, type Week } from '#shared/kit/calendar.ts';
import { followUp } from '#shared/meetings/decisions.ts';
import type { NamedDecision } from '#shared/meetings/screen.ts';
import { cycleNow } from '../cycle/now.ts';
import type { Reader } from '../db/tables.ts';
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

/** What the meeting of a week follows up, as it stands on a day: the meeting before it, and whatever older is still open. */
export async function followed(db: Reader, district: District, week: Week, asOf: Day): Promise<NamedDecision[]> {
  const previous = await meetings.lastBefore(db, district.id, week);
  const earlier = await decisions.named(db, district.id, asOf, { beforeWeek: week, openOrOf: previous });
  return followUp(earlier, { week });
}

/** The week whose meeting the screen shows: the one under way, else the one closed today, else the one in hand. */
export async function weekOnScreen(db: Reader, district: District, now: Instant): Promise<Week> {
  const series = await allSeries.defaultOf(db, district.id);
  const open = await meetings.underWay(db, series.id);
  if (open) return open.week;
  const closed = await meetings.lastClosed(db, series.id);
  if (closed?.closedAt && dayOf(closed.closedAt) === dayOf(now)) return closed.week;
  return (await cycleNow(db, district, now)).week;
}
