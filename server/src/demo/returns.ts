import { monthEndIn } from '#shared/cycle/periods.ts';
import {
  addMs,
  type Day,
  dayOf,
  earlier,
  type Instant,
  lastDayOfWeek,
  later,
  type Week,
  weekNumber,
  yearOf,
} from '#shared/kit/calendar.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import { wan } from '#shared/kit/money.ts';
import { whyNotTake } from '#shared/returns/checks.ts';
import { noChange } from '#shared/returns/prefill.ts';
import type { WeeklyReturn } from '#shared/returns/schema.ts';
import { checkFactsOf } from '#shared/returns/sheet.ts';
import type { Caller, Town } from './doors.ts';
import type { Draw } from './draw.ts';
import { doneBy } from './profile.ts';
import type { Known } from './projects.ts';
import type { WeekTimes } from './schedule.ts';
import { nextSteps, requests, troubles, works } from './words.ts';

/** What each project has said so far, so that cumulatives are the sums of their weeks. */
export type Told = Map<Id<'project'>, { year: number; done: number }>;
type Sent = { id: Id<'weeklyReturn'>; version: number; project: Known };

/** Everything that returns of all weeks share. */
export type Telling = { town: Town; told: Told; projects: readonly Known[]; today: Day; draw: Draw; turnTo: (when: Instant) => void };

/** The returns of a week as they come in, one after the other; answers what the office can look at. */
export async function tellWeek(telling: Telling, times: WeekTimes): Promise<Sent[]> {
  const { town, projects, turnTo } = telling;
  const draw = telling.draw.fork(times.week);
  const owing = draw.shuffled(projects.filter((project) => project.yearClass !== 'reserve' && dayOf(times.to) >= project.createdOn));
  const missing = times.isInHand
    ? Math.max(1, Math.round(owing.length * 0.15))
    : owing.filter((one) => draw.chance(one.isTroubled ? 0.08 : 0.015)).length;
  const returning = owing.slice(missing);
  const pace = (Date.parse(times.to) - Date.parse(times.from)) / Math.max(1, returning.length);
  // Of a week that is over some come after the cut-off, whose evening is still before the office looks at the week.
  const tardy = draw.fork('late');
  const late = times.isInHand ? 0 : returning.filter((one) => tardy.chance(one.isTroubled ? 0.06 : 0.01)).length;
  const [unchanged, corrected] = [draw.fork('unchanged'), draw.fork('corrected')];
  const sent: Sent[] = [];
  for (const [at, project] of returning.entries()) {
    const isLate = at >= returning.length - late;
    turnTo(isLate ? later(times.lateFrom, town.walk.now) : addMs(times.from, Math.floor(pace * at)));
    const isFilledIn = draw.chance(0.03);
    const door = isFilledIn ? town.as('office') : town.officerOf(project.place);
    // A week that holds a month's end is looked at twice, and so is the one in hand: nobody leaves that as it was.
    const isQuiet = unchanged.chance(0.02) && !times.isInHand && monthEndIn(times.week) === null;
    let kept = await submit(telling, door, project, times.week, isQuiet, draw);
    if (corrected.chance(0.012) && !isFilledIn && !isQuiet) kept = await resend(telling, project, times.week, kept.version, corrected);
    sent.push({ id: kept.id, version: kept.version, project });
  }
  return sent;
}

/** One return; of a quiet week the unit says that nothing has changed, where a form may say so. */
async function submit(telling: Telling, door: Caller, project: Known, week: Week, isQuiet: boolean, draw: Draw) {
  const { told, today } = telling;
  const sunday = lastDayOfWeek(week);
  const last = told.get(project.id);
  const base = last?.year === yearOf(week) ? last.done : 0;
  const done = Math.max(base, doneBy(project, earlier(sunday, today), today));
  const end = monthEndIn(week);
  const spoken = {
    doneThisWeek: wan(done - base),
    doneThisYear: wan(done),
    doneAtMonthEnd: end === null ? null : wan(monthEndOf(project, end, week, { base, done, today, last: last?.done ?? 0 })),
    progress: progressOf(project, week, done, today),
    problem: project.lamp === 'red' && draw.chance(0.6) ? draw.pick(troubles)[0] : null,
    nextStep: draw.pick(nextSteps),
    request: draw.chance(project.lamp === 'green' ? 0.02 : 0.12) ? draw.pick(requests) : null,
  };
  const form = (isQuiet ? await silence(door, project, week) : null) ?? spoken;
  told.set(project.id, { year: yearOf(week), done: form.doneThisYear / wan(1) });
  return door.returns.submit({ projectId: project.id, week, ...form, version: 0 });
}

/** 同上周，无变化; null where the project has to say something of its own. */
async function silence(door: Caller, project: Known, week: Week) {
  const asked = await door.returns.form({ projectId: project.id });
  const form = noChange(week, asked.sheet.previous);
  const facts = checkFactsOf(asked.sheet, asked.week);
  return form.doneThisWeek !== null && facts.previous && whyNotTake(form, facts) === null
    ? { ...form, doneThisWeek: form.doneThisWeek }
    : null;
}

/** The figure as of the month's last day; in a week of the next year it closes the year before. */
function monthEndOf(project: Known, end: Day, week: Week, known: { base: number; done: number; today: Day; last: number }): number {
  const done = doneBy(project, end, known.today);
  if (yearOf(end) !== yearOf(week)) return Math.max(known.last, done);
  return Math.min(known.done, Math.max(known.base, done));
}

function progressOf(project: Known, week: Week, done: number, today: Day): string {
  const hasBegun = project.actualStart !== null && project.actualStart <= earlier(lastDayOfWeek(week), today);
  const share = Math.min(99, Math.round(((project.doneBefore + done) * 100) / project.total));
  const lines = !hasBegun ? works.preparing : share >= 95 ? works.finished : works.building;
  const line = lines[(weekNumber(week) + project.index) % lines.length] ?? lines[0];
  return line.replace('%', `约${share}%`);
}

/** The office looks at a week: accepts some, sends a few back, and most of those come again at once. */
export async function reviewWeek(telling: Telling, times: WeekTimes, sent: readonly Sent[], share: number): Promise<void> {
  const { town } = telling;
  const draw = telling.draw.fork(`review ${times.week}`);
  for (const { id, version, project } of draw.shuffled(sent)) {
    if (draw.chance(0.018)) {
      const back = await town.as('office').returns.sendBack({
        id,
        version,
        reason: draw.pick(['累计数与月报不一致，请核对', '形象进度与现场不符，请补充说明', '请补充本周完成投资的构成']),
      });
      if (times.isInHand || draw.chance(0.3)) continue;
      await resend(telling, project, times.week, back.version, draw);
    } else if (draw.chance(share)) {
      await town.as('office').returns.accept({ id, version });
    }
  }
}

/** The same week's figures once more, now with the words that were asked for, or that came to mind later. */
async function resend(telling: Telling, project: Known, week: Week, version: number, draw: Draw): Promise<WeeklyReturn> {
  const officer = telling.town.officerOf(project.place);
  const { sheet } = await officer.returns.form({ projectId: project.id });
  if (!sheet.current) throw new DomainError('NOT_FOUND', { entity: 'weeklyReturn' });
  const { doneThisWeek, doneThisYear, doneAtMonthEnd, progress, problem, nextStep, request } = sheet.current;
  return officer.returns.submit({
    ...{ projectId: project.id, week, doneThisWeek, doneThisYear, doneAtMonthEnd, problem, nextStep, request },
    progress: `${progress}${draw.pick(['已与监理核对。', '已附构成说明。'])}`,
    version,
  });
}
