import { publishedCalendar } from '#shared/calendar/notices.ts';
import { nextWorkday } from '#shared/calendar/workdays.ts';
import { groupFor, presetGroups, presetInspection } from '#shared/inspections/presets.ts';
import type { Criterion } from '#shared/inspections/schema.ts';
import {
  addDays,
  addMs,
  addQuarters,
  dayOf,
  earlier,
  type Instant,
  instantAt,
  lastDayOfQuarter,
  later,
  monthOf,
  type Quarter,
  quarterOf,
} from '#shared/kit/calendar.ts';
import { groupBy } from '#shared/kit/collections.ts';
import type { Lamp } from '#shared/lamps/schema.ts';
import type { Diary } from './diary.ts';
import type { Role, Town } from './doors.ts';
import type { Draw } from './draw.ts';
import type { Known } from './projects.ts';
import { cutTime } from './schedule.ts';

const HOUR = 3_600_000;
const inspectors = ['inspector1', 'inspector2', 'inspector3'] as const satisfies readonly Role[];

export type QuarterTelling = { diary: Diary; town: Town; projects: readonly Known[]; draw: Draw; from: Instant; present: Instant };

/** The inspections of the three quarters that are over, and the plan of this one; answers how many were held. */
export function tellQuarters(telling: QuarterTelling): number {
  const { diary, from, present } = telling;
  const current = quarterOf(dayOf(present));
  let held = 0;
  for (const back of [3, 2, 1]) {
    const quarter = addQuarters(current, -back);
    const day = presetInspection(telling.town.district.id, quarter, publishedCalendar).day;
    if (instantAt(addDays(day, -12), '09:00') < from) continue;
    held++;
    diary.at(instantAt(addDays(day, -10), '15:20'), () => plan(telling, quarter, false));
    diary.at(instantAt(day, '08:40'), () => score(telling, quarter));
    // Flags count the lamps of the quarter's last month, so they wait for its cut.
    const cutAt = cutTime(monthOf(lastDayOfQuarter(quarter)), present);
    diary.at(later(addMs(cutAt, HOUR), earlier(instantAt(addDays(lastDayOfQuarter(quarter), 9), '15:00'), addMs(present, -HOUR))), () =>
      flag(telling, quarter),
    );
  }
  diary.at(addMs(present, -0.75 * HOUR), () => plan(telling, current, true));
  return held;
}

function dayAhead(planned: ReturnType<typeof dayOf>, today: ReturnType<typeof dayOf>): ReturnType<typeof dayOf> {
  const day = planned > today ? planned : addDays(today, 3);
  return nextWorkday(publishedCalendar, day).day;
}

/** The office names the day, the stops and what is rated beside them. */
async function plan({ town, projects, draw, present }: QuarterTelling, quarter: Quarter, isAhead: boolean): Promise<void> {
  const own = draw.fork(`route ${quarter}`);
  const { day, criteria, groups, redPerGroup, blackPerGroup } = presetInspection(town.district.id, quarter, publishedCalendar);
  const when = isAhead ? dayAhead(day, dayOf(present)) : day;
  await town.as('office').inspections.plan({ quarter, day: when, criteria, groups, redPerGroup, blackPerGroup, version: null });
  const built = projects.filter(
    (project) => project.actualStart !== null && project.actualStart <= day && dayOf(town.walk.now) >= project.createdOn,
  );
  const chosen = chosenOf(built, own, isAhead ? 4 : 5);
  for (const [at, project] of chosen.entries()) {
    const entry = await town.as('office').inspections.addStop({ projectId: project.id, quarter });
    // Some are rated without a stop: the day is short.
    if (at >= 10) await town.as('office').inspections.removeStop({ id: entry.id, version: entry.version, keepRated: true });
  }
}

/** So many of each group, in turn, whoever is in trouble first: a group of one would be first and last at once. */
function chosenOf(built: readonly Known[], own: Draw, perGroup: number): Known[] {
  const shuffled = own.shuffled(built).sort((a, b) => Number(b.isTroubled) - Number(a.isTroubled));
  const groups = [...groupBy(shuffled, (project) => groupFor(project, presetGroups)).values()];
  return Array.from({ length: perGroup }, (_, at) => groups.flatMap((group) => group[at] ?? [])).flat();
}

const quality: Record<Lamp, readonly [number, number]> = { green: [0.84, 0.95], yellow: [0.76, 0.86], red: [0.64, 0.76] };

/** The day itself: opened in the morning, one sheet per entry and inspector, closed in the evening. */
async function score({ town, projects, draw }: QuarterTelling, quarter: Quarter): Promise<void> {
  const own = draw.fork(`scores ${quarter}`);
  const { inspection, entries } = await town.as('office').inspections.current({ quarter });
  if (inspection.id === null || inspection.version === null) return;
  const open = await town.as('office').inspections.open({ id: inspection.id, version: inspection.version });
  for (const entry of entries) {
    const project = projects.find((one) => one.id === entry.projectId);
    const [low, high] = project?.isTroubled ? [0.5, 0.58] : quality[project?.lamp ?? 'green'];
    const shown = own.between(low, high);
    town.walk.now = addMs(town.walk.now, 25 * 60_000);
    for (const inspector of inspectors) {
      const marks = marksOf(open.criteria, shown, own);
      await town
        .as(inspector)
        .scoresheets.submit({ entryId: entry.id, marks, remark: own.chance(0.2) ? '现场资料齐备，进度与填报一致。' : null, version: null });
    }
  }
  await town.as('office').inspections.close({ id: open.id, version: open.version });
}

function marksOf(criteria: readonly Criterion[], shown: number, own: Draw): Record<string, number> {
  return Object.fromEntries(
    criteria.map(({ id, weight }) => [id, Math.round(Math.min(1, Math.max(0, shown + own.between(-0.05, 0.05))) * weight * 2) * 5]),
  );
}

/** 拟评 by rule, 联席评定, 签批, 公布; who stays in trouble for long gets its black flag in any case. */
async function flag({ town, projects }: QuarterTelling, quarter: Quarter): Promise<void> {
  const { flags: before } = await town.as('office').flags.list({ quarter });
  if (before.length === 0) await town.as('office').flags.proposeByRule({ quarter }).catch(passOver);
  const troubled = projects.find((one) => one.isTroubled);
  const { flags: proposed } = await town.as('office').flags.list({ quarter });
  if (troubled && !proposed.some((one) => one.projectId === troubled.id)) {
    await town
      .as('office')
      .flags.propose({ projectId: troubled.id, quarter, colour: 'black', basis: '投资进度连续滞后，观摩得分居组末位。' });
  }
  const { flags } = await town.as('office').flags.list({ quarter });
  for (const { id, version } of flags) {
    const reviewed = await town.as('office').flags.review({ id, version });
    const signed = await town.as('leader').flags.sign({ id, version: reviewed.version });
    await town.as('office').flags.announce({ id, version: signed.version });
  }
}

/** A rule that has nothing to propose says so by refusing; anything else is an error of the demo. */
function passOver(error: unknown): void {
  const cause = error instanceof Error ? error.cause : null;
  const reason = cause instanceof Error && 'details' in cause ? JSON.stringify(cause.details) : '';
  if (!reason.includes('nothing-to-propose')) throw error;
}
