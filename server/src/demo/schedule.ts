import type { WorkCalendar } from '#shared/calendar/workdays.ts';
import { currentWeek } from '#shared/cycle/periods.ts';
import type { District } from '#shared/districts/schema.ts';
import {
  addDays,
  addMonths,
  addMs,
  addWeeks,
  type Day,
  dayOf,
  earlier,
  firstDayOfWeek,
  type Instant,
  instantAt,
  lastDayOfMonth,
  later,
  type Month,
  monthOf,
  type Week,
  weekOf,
} from '#shared/kit/calendar.ts';
import { meetingDay } from '#shared/meetings/rules.ts';
import type { MeetingSeries } from '#shared/meetings/series.ts';
import { dueAt } from '#shared/returns/course.ts';
import { asksForReturns, returnDays } from '#shared/returns/weeks.ts';

const HOUR = 3_600_000;

/** When a week's returns come in, when the office looks at them, and when the meeting is. */
export type WeekTimes = {
  week: Week;
  isAsked: boolean;
  from: Instant;
  to: Instant;
  /** When what is late comes: past the cut-off, the same evening. */
  lateFrom: Instant;
  reviewAt: Instant;
  agendaAt: Instant;
  meetingAt: Instant;
  isInHand: boolean;
};

type Meets = Pick<MeetingSeries, 'weekday' | 'time'>;

/** The weeks of the demo up to the one in hand, each with its times. The last one ends now. */
export function weekTimes(series: Meets, district: District, calendar: WorkCalendar, first: Week, present: Instant): WeekTimes[] {
  const today = dayOf(present);
  const inHand = weekInHandOn(series, calendar, today);
  const times: WeekTimes[] = [];
  let freeFrom = dayAfterMeeting(series, calendar, addWeeks(first, -1));
  for (let week = first; week <= inHand; week = addWeeks(week, 1)) {
    const monday = firstDayOfWeek(week);
    const isInHand = week === inHand;
    const meetingAt = instantAt(meetingDay(week, series, calendar), series.time);
    let from = later(instantAt(addDays(monday, 2), '09:10'), addMs(freeFrom, HOUR));
    let to =
      from < instantAt(addDays(monday, 4), '16:50') ? instantAt(addDays(monday, 4), '16:50') : instantAt(addDays(monday, 6), '17:00');
    if (isInHand && to > addMs(present, -HOUR)) {
      to = addMs(present, -HOUR);
      // Early in a week there is less time than usual; what came in, came in since the last meeting.
      if (from >= to) from = later(addMs(freeFrom, HOUR / 4), addMs(to, -8 * HOUR));
      if (from >= to) from = addMs(to, -HOUR / 4);
    }
    const isAsked = asksForReturns(calendar, week);
    const { dueOn } = returnDays(week, district, calendar);
    const lateFrom = addMs(dueAt({ dueOn, dueTime: district.returnTime }), HOUR / 12);
    times.push({
      ...{ week, isAsked, from, to, lateFrom, reviewAt: addMs(to, HOUR / 3), agendaAt: addMs(to, (HOUR * 2) / 3), meetingAt, isInHand },
    });
    freeFrom = isAsked ? addMs(meetingAt, 2 * HOUR) : dayAfterMeeting(series, calendar, week);
  }
  return times;
}

/** A week whose meeting nobody holds stays in hand until that day is over. */
function dayAfterMeeting(series: Meets, calendar: WorkCalendar, week: Week): Instant {
  return instantAt(addDays(meetingDay(week, series, calendar), 1), '08:00');
}

/** The week in hand once every meeting whose day has passed was held. */
export function weekInHandOn(series: Meets, calendar: WorkCalendar, today: Day): Week {
  const thisWeek = weekOf(today);
  const previous = addWeeks(thisWeek, -1);
  const day = meetingDay(previous, series, calendar);
  return currentWeek(today, asksForReturns(calendar, previous) && day < today ? previous : null, day);
}

/** When a month is cut: after the returns of the week that holds its last day. */
export function cutTime(month: Month, present: Instant): Instant {
  const last = lastDayOfMonth(month);
  const saturday = addDays(firstDayOfWeek(weekOf(last)), 5);
  const usual = instantAt(later(saturday, last), '20:00');
  return later(instantAt(last, '00:30'), earlier(usual, addMs(present, -30 * HOUR)));
}

/** The last month that is over. */
export function lastMonthBefore(today: Day): Month {
  return addMonths(monthOf(today), -1);
}
