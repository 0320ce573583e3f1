import type { ProjectFigures } from '#shared/cuts/figures.ts';
import type { District } from '#shared/districts/schema.ts';
import { plannedToDate } from '#shared/figures/plan.ts';
import {
  addMonths,
  addWeeks,
  type Day,
  dayOf,
  firstDayOfMonth,
  type Instant,
  lastDayOfMonth,
  monthOf,
  yearOf,
} from '#shared/kit/calendar.ts';
import { groupBy, keyBy } from '#shared/kit/collections.ts';
import type { Id } from '#shared/kit/ids.ts';
import { lampText } from '#shared/lamps/explain.ts';
import { isIdle } from '#shared/meetings/idle.ts';
import { meetingDay, type ReadMeeting } from '#shared/meetings/rules.ts';
import {
  type Curve,
  groupStandings,
  lastDecisionsOn,
  type NamedDecision,
  overviewOf,
  type Screen,
  type ScreenProblem,
  type ScreenProject,
} from '#shared/meetings/screen.ts';
import type { MeetingSeries } from '#shared/meetings/series.ts';
import type { YearPlan } from '#shared/projects/schema.ts';
import * as approvals from '../approvals/store.ts';
import * as attachments from '../attachments/store.ts';
import * as calendar from '../calendar/store.ts';
import { loadFigures } from '../cuts/figures.ts';
import * as cuts from '../cuts/store.ts';
import type { Reader } from '../db/tables.ts';
import * as projects from '../projects/store.ts';
import * as remarks from '../remarks/store.ts';
import * as agenda from './agenda-store.ts';
import * as decisions from './decision-store.ts';
import { figuresDay, followed } from './gather.ts';
import { idleOf } from './idle.ts';
import * as notes from './note-store.ts';
import * as meetings from './store.ts';

const MOST_LAST_DECISIONS = 3;
const MOST_PHOTOS = 8;

/** Everything that the screen draws for a meeting. Its figures are of the kind of projects that its series is for. */
export async function screenOf(
  db: Reader,
  district: District,
  { series, meeting }: { series: MeetingSeries; meeting: ReadMeeting },
  now: Instant,
): Promise<Screen> {
  const { week } = meeting;
  const asOf = figuresDay(week, now);
  const figures = await loadFigures(db, { districtId: district.id, asOf });
  const own = series.kind === null ? figures : figures.filter(({ kind }) => kind === series.kind);
  const items = meeting.id ? await agenda.ofMeeting(db, meeting.id) : [];
  const said = keyBy(meeting.id ? await notes.ofMeeting(db, meeting.id) : [], (note) => note.agendaItemId);
  const projectIds = items.flatMap((item) => (item.projectId ? [item.projectId] : []));
  const workdays = await calendar.load(db);
  const earlier = await decisions.named(db, district.id, dayOf(now), { beforeDay: meeting.day, calendar: workdays });
  const details = await detailsOf(db, district, asOf, figures, earlier, projectIds);
  const nextWeek = addWeeks(week, 1);
  return {
    now,
    districtName: district.name,
    series: { id: series.id, name: series.name, isDefault: series.isDefault, kind: series.kind },
    meeting,
    asOf,
    overview: overviewOf(own, await lampsBefore(db, district, asOf, series.kind)),
    items: items.map(({ id, title, reason, minutes, projectId }) => ({
      note: said.get(id)?.text ?? null,
      id,
      title,
      reason,
      minutes,
      projectId,
      project: (projectId && details.get(projectId)) || null,
    })),
    followUp: await followed(db, meeting, dayOf(now)),
    decisions: meeting.id ? await decisions.named(db, district.id, dayOf(now), { meetingId: meeting.id, calendar: workdays }) : [],
    remarks: meeting.id ? await remarks.ofMeeting(db, meeting.id) : [],
    idle: isIdle(meeting, now) ? await idleOf(db, district, week, own, now) : null,
    next: { day: meetingDay(nextWeek, series, workdays), time: series.time },
  };
}

async function lampsBefore(db: Reader, district: District, asOf: Day, kind: MeetingSeries['kind']) {
  const month = addMonths(monthOf(asOf), -1);
  const cut = await cuts.find(db, district.id, 'month', month);
  return cut ? { month, lamps: await cuts.lampCounts(db, cut.id, kind) } : null;
}

async function detailsOf(
  db: Reader,
  district: District,
  asOf: Day,
  figures: ProjectFigures[],
  earlier: readonly NamedDecision[],
  ids: Id<'project'>[],
): Promise<Map<string, ScreenProject>> {
  if (ids.length === 0) return new Map();
  const known = keyBy(figures, (row) => row.projectId);
  const plans = keyBy(await projects.yearPlans(db, district.id, yearOf(asOf), ids), (plan) => plan.projectId);
  const steps = groupBy(await approvals.list(db, district.id, ids), (step) => step.projectId);
  const problems = groupBy(await meetings.openProblems(db, ids), (problem) => problem.projectId);
  const done = groupBy(await meetings.doneByWeek(db, district.id, yearOf(asOf), ids), (point) => point.projectId);
  const photos = groupBy(await attachments.picturesOf(db, ids), (photo) => photo.projectId);
  const details = new Map<string, ScreenProject>();
  for (const id of ids) {
    const row = known.get(id);
    if (!row) continue;
    details.set(id, {
      figures: row,
      lampReason: lampText(row, 'zh'),
      curve: curveOf(plans.get(id) ?? null, done.get(id) ?? [], row, asOf),
      groups: groupStandings(steps.get(id) ?? []),
      problems: (problems.get(id) ?? []).map(({ projectId: _projectId, ...problem }): ScreenProblem => problem),
      photos: (photos.get(id) ?? []).slice(0, MOST_PHOTOS).map(({ projectId: _projectId, ...photo }) => photo),
      lastDecisions: lastDecisionsOn(id, earlier, MOST_LAST_DECISIONS),
    });
  }
  return details;
}

/** Plan at the month-ends, done at the weeks' cuts, and the day's own figure last. */
function curveOf(
  plan: YearPlan | null,
  cutPoints: { asOf: Day; done: ProjectFigures['doneThisYear'] }[],
  row: ProjectFigures,
  asOf: Day,
): Curve {
  const january = monthOf(firstDayOfMonth(addMonths(monthOf(asOf), 1 - Number(asOf.slice(5, 7)))));
  const ends = Array.from({ length: 12 }, (_, index) => lastDayOfMonth(addMonths(january, index)));
  const past = cutPoints.filter((point) => point.asOf < asOf).map((point) => ({ on: point.asOf, amount: point.done }));
  return {
    planned: plan ? ends.map((on) => ({ on, amount: plannedToDate(plan, on) })) : [],
    done: [...past, { on: asOf, amount: row.doneThisYear }],
  };
}
