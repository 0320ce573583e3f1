import type { WorkCalendar } from '#shared/calendar/workdays.ts';
import { addDays, addMs, addWeeks, dayOf, firstDayOfWeek, type Instant, instantAt } from '#shared/kit/calendar.ts';
import { meetingDay } from '#shared/meetings/rules.ts';
import { asksForReturns } from '#shared/returns/weeks.ts';
import { holdMeeting, keepAhead, type MeetingTelling, prepareMeeting } from './meetings.ts';
import { weekInHandOn } from './schedule.ts';
import { dispatchAttendees } from './words.ts';

const meets = { weekday: 4, time: '15:00' } as const;

/**
 * 灾后重建调度会: a fortnight ago the office gave reconstruction a series of its own, with its day, place and count. It has
 * met once since, and the next agenda is open.
 */
export function tellDispatch(telling: MeetingTelling, calendar: WorkCalendar, present: Instant): void {
  const { diary, town, projects, draw } = telling;
  const ahead = weekInHandOn(meets, calendar, dayOf(present));
  const held = addWeeks(ahead, -1);
  const heldOn = meetingDay(held, meets, calendar);
  diary.at(instantAt(addDays(firstDayOfWeek(held), 2), '10:30'), async () => {
    const { id: seriesId } = await town.as('office').series.create({
      ...{ name: '灾后重建调度会', kind: 'reconstruction', ...meets, length: 60, place: '区应急指挥中心二楼会商室' },
      ...{ host: '冯副区长', attendees: dispatchAttendees, firstNumber: 26 },
    });
    const own = { ...telling, seriesId, projects: projects.filter(({ kind }) => kind === 'reconstruction'), draw: draw.fork('dispatch') };
    if (asksForReturns(calendar, held)) {
      const meetingAt = instantAt(heldOn, meets.time);
      diary.at(instantAt(addDays(heldOn, -1), '16:00'), () => prepareMeeting(own, { week: held }, 'full'));
      diary.at(meetingAt, () => holdMeeting(own, { week: held, meetingAt }, 'full', false));
    }
    diary.at(addMs(present, -90_000), () => prepareMeeting(own, { week: ahead }, 'ahead'));
    diary.at(addMs(present, -60_000), () => keepAhead(own, { week: ahead }));
  });
}
