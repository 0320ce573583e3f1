import { addDays, addMs, dayOf, earlier, type Instant, instantAt, later, monthOf, yearOf } from '#shared/kit/calendar.ts';
import { type Money, wan } from '#shared/kit/money.ts';
import { ouhai2020 } from '#shared/lamps/presets/ouhai-2020.ts';
import { sanya2022Units } from '#shared/lamps/presets/sanya-2022.ts';
import type { Diary } from './diary.ts';
import type { Town } from './doors.ts';
import type { Draw } from './draw.ts';
import { overrideOne } from './months.ts';
import { doneBy } from './profile.ts';
import type { Known } from './projects.ts';

const DAY = 24 * 3_600_000;

type Ratings = { diary: Diary; town: Town; projects: readonly Known[]; draw: Draw; from: Instant; present: Instant };

/**
 * What the office says beside the rules, and what it has the rules go by: sets for units and months' tasks, a justified
 * reason, a lamp set by hand, a visit that found less than was reported, what was paid.
 */
export function tellRatings({ diary, town, projects, draw, from, present }: Ratings): void {
  const today = dayOf(present);
  diary.at(addMs(from, 3_600_000), async () => {
    await town.as('office').lamps.adopt({ ruleSet: sanya2022Units });
    await town.as('office').lamps.adopt({ ruleSet: ouhai2020 });
  });
  const slow = projects.filter(({ lamp, cause, isTroubled }) => lamp === 'yellow' && cause === 'progress' && !isTroubled);
  const [excused, doubted] = draw.shuffled(slow);
  if (excused) diary.at(addMs(present, -9 * DAY), () => excuse(town, excused, dayOf(addMs(present, -9 * DAY))));
  if (doubted) diary.at(addMs(present, -5 * DAY), () => doubt(town, doubted, { on: dayOf(addMs(present, -5 * DAY)), today }));
  diary.at(addMs(present, -DAY), () => overrideOne(town, monthOf(dayOf(addMs(present, -DAY))), draw));
  for (const project of projects) tellPayments({ diary, town, from, present }, project);
}

async function excuse(town: Town, { id }: Known, on: ReturnType<typeof dayOf>): Promise<void> {
  await town.as('office').lamps.exempt({
    ...{ projectId: id, dimension: 'progress', kind: 'justified', approvedBy: '区重点项目推进指挥部会议' },
    ...{ reason: '高压线路迁改方案经上级供电部门调整，待批复后复工', approvedOn: on, until: addDays(on, 45) },
  });
}

/** A site where less was found than had been reported: from then on the lamp goes by what was found. */
async function doubt(
  town: Town,
  project: Known,
  { on, today }: { on: ReturnType<typeof dayOf>; today: ReturnType<typeof dayOf> },
): Promise<void> {
  await town.as('office').visits.record({
    ...{ projectId: project.id, visitedOn: on, visitors: '项目办、区统计局联合核查组', finding: 'incomplete' },
    verifiedDone: wan(Math.round(doneBy(project, on, today) * 0.82)),
    note: '已完成未计量的管网工程计入了当期投资，按现场实物工程量核减。',
  });
}

/** The government's own projects are paid as their work goes on; of every third one less than the rules of the money ask. */
function tellPayments({ diary, town, from, present }: Pick<Ratings, 'diary' | 'town' | 'from' | 'present'>, project: Known): void {
  const { actualStart, index, track, actualFinish } = project;
  if (track !== 'approval' || actualStart === null || actualFinish !== null || index % 4 !== 1) return;
  const today = dayOf(present);
  for (const back of [38, 8]) {
    const on = later(addDays(today, -back), dayOf(from));
    const at = earlier(instantAt(on, '17:30'), addMs(present, -DAY));
    if (on >= today || yearOf(on) !== yearOf(today) || on < actualStart) continue;
    const due = Math.round(doneBy(project, on, today) * 0.8);
    const paid = Math.round(due * (index % 3 === 0 ? 0.86 : 1.02));
    diary.at(at, async () => {
      const given = { projectId: project.id, asOf: on, paid: amount(paid), required: amount(due), version: 0 };
      await town.as('office').payments.set({ ...given, basis: '中央预算内投资计划执行进度要求' });
    });
  }
}

function amount(inWan: number): Money {
  return wan(Math.max(1, inWan));
}
