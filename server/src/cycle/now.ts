import { currentBulletinMonth, currentWeek } from '#shared/cycle/periods.ts';
import type { District } from '#shared/districts/schema.ts';
import { addWeeks, type Day, dayOf, type Instant, type Month, type Quarter, quarterOf, type Week, weekOf } from '#shared/kit/calendar.ts';
import { meetingDay } from '#shared/meetings/rules.ts';
import { returnDays } from '#shared/returns/weeks.ts';
import * as calendars from '../calendar/store.ts';
import * as cuts from '../cuts/store.ts';
import type { Reader } from '../db/tables.ts';

/** Where a district stands in its cycle at a moment. */
export type CycleNow = { week: Week; returnsDueOn: Day; meetingDay: Day; bulletinMonth: Month; quarter: Quarter };

/** Works out the week, the bulletin's month and the quarter in hand from what was closed and issued. */
export async function cycleNow(db: Reader, district: District, now: Instant): Promise<CycleNow> {
  const today = dayOf(now);
  const calendar = await calendars.load(db);
  const closed = await db
    .selectFrom('meeting')
    .innerJoin('meeting_series', 'meeting_series.id', 'meeting.seriesId')
    .select('meeting.week')
    .where('meeting.districtId', '=', district.id)
    .where('meeting_series.isDefault', '=', 1)
    .where('meeting.state', '=', 'closed')
    .orderBy('meeting.week', 'desc')
    .limit(1)
    .executeTakeFirst();
  const previous = addWeeks(weekOf(today), -1);
  const planned = await db
    .selectFrom('meeting')
    .innerJoin('meeting_series', 'meeting_series.id', 'meeting.seriesId')
    .select('meeting.day')
    .where('meeting.districtId', '=', district.id)
    .where('meeting_series.isDefault', '=', 1)
    .where('meeting.week', '=', previous)
    .executeTakeFirst();
  const week = currentWeek(today, closed?.week ?? null, planned?.day ?? meetingDay(previous, district, calendar));
  return {
    week,
    returnsDueOn: returnDays(week, district, calendar).dueOn,
    meetingDay: meetingDay(week, district, calendar),
    bulletinMonth: await bulletinMonthNow(db, district.id, now),
    quarter: quarterOf(today),
  };
}

/** The month whose bulletin is in hand. */
export async function bulletinMonthNow(db: Reader, districtId: District['id'], now: Instant): Promise<Month> {
  const issued = await db
    .selectFrom('bulletin')
    .select('month')
    .where('districtId', '=', districtId)
    // Also what was withdrawn: its correction does not bring the month back in hand.
    .where('issuedAt', 'is not', null)
    .orderBy('month', 'desc')
    .limit(1)
    .executeTakeFirst();
  return currentBulletinMonth(dayOf(now), issued?.month ?? null, await cuts.firstReported(db, districtId));
}
