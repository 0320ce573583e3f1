import { addDays, addMs, addWeeks, dayOf, firstDayOfWeek, type Instant, instantAt, weekOf } from '#shared/kit/calendar.ts';
import * as calendars from '../calendar/store.ts';
import type { Services } from '../services.ts';
import { openDiary } from './diary.ts';
import { tellDispatch } from './dispatch.ts';
import type { Walk } from './doors.ts';
import { drawFrom } from './draw.ts';
import { foundTown } from './found.ts';
import { tellApprovals } from './ledgers.ts';
import { tellProblems, tellRegistration, tellVisits } from './matters.ts';
import { holdMeeting, keepAhead, prepareMeeting, type Weight } from './meetings.ts';
import { tellMonths } from './months.ts';
import { tellPapers } from './papers.ts';
import { tellContacts, tellOfficers, tellReading } from './people.ts';
import { tellPhotos } from './photos.ts';
import { hasPlan, keepTemplates, tellPlan } from './plans.ts';
import { profilesOf } from './profile.ts';
import { enter, type Known, planYearsAndStarts } from './projects.ts';
import { tellQuarters } from './quarters.ts';
import { tellRatings } from './ratings.ts';
import { tellReports } from './reports.ts';
import { reviewWeek, type Telling, tellWeek } from './returns.ts';
import { type WeekTimes, weekTimes } from './schedule.ts';
import { keepViews } from './views.ts';
import { tellWaiting } from './waiting.ts';

export type DemoOptions = {
  projects: number;
  /** How many weeks of history lie before this one. */
  weeks: number;
  seed: number;
  present: Instant;
  /** What is being made, and how far it is. */
  progress?: (part: string, share: number) => void;
};

/** What was made, to be printed. */
export type DemoReport = {
  projects: number;
  weeks: number;
  returns: number;
  months: number;
  inspections: number;
  /** The token of the meeting room's device link. */
  displayToken: string;
};

const FULL_WEEKS = 12;
/** From here on a project has two steps instead of seven, and no past problems. */
const THIN_FROM = 400;

/** Makes a district and its past through the procedures that people use, in the order in which it happened. */
export async function makeDemo(services: Services, options: DemoOptions): Promise<DemoReport> {
  const { present } = options;
  const progress = options.progress ?? (() => undefined);
  const draw = drawFrom(options.seed);
  const today = dayOf(present);
  const firstWeek = addWeeks(weekOf(today), -options.weeks);
  const founded = instantAt(addDays(firstDayOfWeek(firstWeek), -3), '06:00');
  const walk: Walk = { now: founded };
  const turnTo = (when: Instant): void => {
    if (when > walk.now) walk.now = when;
  };
  const walking: Services = { ...services, clock: () => walk.now };

  progress('单位和账户 units and accounts', 0);
  const town = await foundTown(walking, walk);
  await tellContacts(town);
  const diary = openDiary(founded, present);
  const span = { start: dayOf(founded), today };
  const ledger = { diary, town, calendar: await calendars.load(services.store.db), today, isThin: options.projects >= THIN_FROM };

  const projects: Known[] = [];
  let plans = 0;
  await keepTemplates(ledger);
  for (const profile of profilesOf(draw, options.projects, span)) {
    progress('项目和手续 projects and approvals', projects.length / options.projects);
    const project = await enter(town, profile, today);
    projects.push(project);
    planYearsAndStarts(diary, town, project, today);
    if (!ledger.isThin && hasPlan(project)) tellPlan(ledger, project, plans++);
    else await tellApprovals(ledger, project);
    tellProblems(ledger, project);
    if (!ledger.isThin) tellVisits(ledger, project);
    await tellRegistration(ledger, project);
  }

  await tellOfficers(town, projects);
  tellReading(diary, town, today);

  const telling: Telling = { town, told: new Map(), projects, today, draw: draw.fork('returns'), turnTo };
  const meeting = { diary, town, projects, draw: draw.fork('meetings') };
  let returns = 0;
  const [own] = await town.as('office').series.list();
  if (!own) throw new Error('The demo has no series of meetings.');
  const weeks = weekTimes(own, town.district, ledger.calendar, firstWeek, present);
  for (const [at, times] of weeks.entries()) {
    const fromEnd = weeks.length - 1 - at;
    const weight: Weight = times.isInHand ? 'ahead' : fromEnd <= FULL_WEEKS ? 'full' : 'light';
    if (times.isAsked) {
      diary.at(times.from, async () => {
        const sent = await tellWeek(telling, times);
        returns += sent.length;
        turnTo(times.reviewAt);
        await reviewWeek(telling, times, sent, times.isInHand ? 0.4 : fromEnd <= 4 ? 0.7 : 0.3);
      });
    }
    if (times.isInHand) diary.at(addMs(present, -60_000), () => keepAhead(meeting, times));
    if (times.isAsked || times.isInHand) tellMeeting(meeting, diary, times, weight, fromEnd === 3);
  }
  tellDispatch(meeting, ledger.calendar, present);
  if (!ledger.isThin) tellRatings({ diary, town, projects, draw: draw.fork('ratings'), from: founded, present });
  const months = tellMonths(diary, town, draw.fork('months'), instantAt(firstDayOfWeek(firstWeek), '00:00'), present);
  const inspections = tellQuarters({ diary, town, projects, draw: draw.fork('quarters'), from: founded, present });
  const { token: displayToken } = await town.as('office').displays.create({ name: '一号会议室大屏', seriesId: own.id });
  await keepViews(town);
  tellPapers(diary, town, projects, present);
  tellPhotos(diary, town, projects, draw.fork('photos'), present);
  tellReports(diary, town, projects, present);
  tellWaiting(diary, town, present);
  await diary.run(turnTo, (share) => progress('十二个月的历史 the past, week by week', share));
  progress('完成 done', 1);
  return { projects: projects.length, weeks: weeks.length, returns, months: months.length, inspections, displayToken };
}

function tellMeeting(
  meeting: Parameters<typeof prepareMeeting>[0],
  diary: ReturnType<typeof openDiary>,
  times: WeekTimes,
  weight: Weight,
  isOneForgotten: boolean,
): void {
  diary.at(times.agendaAt, () => prepareMeeting(meeting, times, weight));
  if (!times.isInHand) diary.at(times.meetingAt, () => holdMeeting(meeting, times, weight, isOneForgotten));
}
