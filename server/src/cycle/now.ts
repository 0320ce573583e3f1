import type { WorkCalendar } from '#shared/calendar/workdays.ts';
import { currentBulletinMonth, currentWeek } from '#shared/cycle/periods.ts';
import type { District } from '#shared/districts/schema.ts';
import { addWeeks, type Day, dayOf, type Instant, type Month, type Quarter, quarterOf, type Week, weekOf } from '#shared/kit/calendar.ts';
import { meetingDay } from '#shared/meetings/rules.ts';
import type { MeetingSeries } from '#shared/meetings/series.ts';
import { returnDays } from '#shared/returns/weeks.ts';
import * as calendars from '../calendar/store.ts';
import * as cuts from '../cuts/store.ts';
import { fixed } from '../db/fixed.ts';
import type { Reader } from '../db/tables.ts';
import * as allSeries from '../meetings/series-store.ts';

/** Where a district stands in its cycle at a moment. */
export type CycleNow = { week: Week; returnsDueOn: Day; bulletinMonth: Month; quarter: Quarter };

/** The week whose meeting a series has in hand: it opens by itself when the one before it was closed, or its day has passed. */
export async function weekInHand(db: Reader, series: MeetingSeries, now: Instant, calendar?: WorkCalendar): Promise<Week> {
  const today = dayOf(now);
  const own = db.selectFrom('meeting').where('seriesId', '=', series.id);
  const closed = await own.select('week').where('state', '=', 'closed').orderBy('week', 'desc').limit(1).executeTakeFirst();
  const previous = addWeeks(weekOf(today), -1);
  const planned = await own.select('day').where('week', '=', previous).executeTakeFirst();
  return currentWeek(today, closed?.week ?? null, planned?.day ?? meetingDay(previous, series, calendar ?? (await calendars.load(db))));
}

/** Works out the week, the bulletin's month and the quarter in hand from what was closed and issued. The district's own series sets the week. */
export async function cycleNow(db: Reader, district: District, now: Instant): Promise<CycleNow> {
  const today = dayOf(now);
  const calendar = await calendars.load(db);
  const week = await weekInHand(db, await allSeries.load(db, district.id), now, calendar);
  return {
    week,
    returnsDueOn: returnDays(week, district, calendar).dueOn,
    bulletinMonth: await bulletinMonthNow(db, district.id, now),
    quarter: quarterOf(today),
  };
}

const lastIssued = fixed(['districtId'], (db, { districtId }: { districtId: District['id'] }) =>
  db
    .selectFrom('bulletin')
    .select('month')
    .where('districtId', '=', districtId)
    // Also what was withdrawn: its correction does not bring the month back in hand.
    .where('issuedAt', 'is not', null)
    .orderBy('month', 'desc')
    .limit(1),
);

/** The month whose bulletin is in hand. */
export async function bulletinMonthNow(db: Reader, districtId: District['id'], now: Instant): Promise<Month> {
  const [issued] = await lastIssued(db, { districtId });
  return currentBulletinMonth(dayOf(now), issued?.month ?? null, await cuts.firstReported(db, districtId));
}
