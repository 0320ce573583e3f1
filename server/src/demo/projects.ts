import { addDays, type Day, firstDayOfYear, instantAt, lastDayOfYear, yearOf } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import { wan } from '#shared/kit/money.ts';
import type { Diary } from './diary.ts';
import type { Town } from './doors.ts';
import { doneBy, type Profile, planOf } from './profile.ts';

/** A project on the list, with what its history is told from. */
export type Known = Profile & { id: Id<'project'> };

/** Enters a project into the list with its first year's plan, as the office does. */
export async function enter(town: Town, profile: Profile, today: Day): Promise<Known> {
  const { createdOn, actualStart } = profile;
  const hasBegun = actualStart !== null && actualStart <= createdOn;
  const year = yearOf(createdOn);
  const { annual, byMonth } = planOf(profile, year, today);
  // What was there when the list was begun counts as done before the year; this year's part comes by the first return.
  const project = await town.as('office').projects.create({
    unitId: town.unitOf(profile.place),
    code: profile.code,
    name: profile.name,
    kind: profile.kind,
    level: profile.level,
    track: profile.track,
    yearClass: profile.yearClass,
    category: profile.category,
    location: `示例区${profile.location}`,
    content: `建设${profile.category}相关设施及配套工程，总投资${profile.total}万元。`,
    leaderName: profile.leaderName,
    totalInvestment: wan(profile.total),
    plannedStart: profile.plannedStart,
    plannedFinish: profile.plannedFinish,
    actualStart: hasBegun ? actualStart : null,
    actualFinish: profile.actualFinish,
    stage: profile.stage === 'preparing' && hasBegun ? 'building' : profile.stage,
    annualPlan: wan(annual),
    doneBeforeYear: wan(profile.doneBefore),
  });
  const known = { ...profile, id: project.id };
  if (byMonth) await setPlan(town, known, year, 1, today, profile.doneBefore);
  return known;
}

async function setPlan(town: Town, project: Known, year: number, version: number, today: Day, doneBefore: number): Promise<void> {
  const { annual, byMonth } = planOf(project, year, today);
  await town.as('office').projects.setYearPlan({
    projectId: project.id,
    year,
    annual: wan(annual),
    byMonth: byMonth?.map((amount) => wan(amount)) ?? null,
    doneBeforeYear: wan(doneBefore),
    version,
  });
}

/** Plans each year that begins within the demo, and moves those that start to their stages. */
export function planYearsAndStarts(diary: Diary, town: Town, project: Known, today: Day): void {
  const first = yearOf(project.createdOn);
  let doneBefore = project.doneBefore;
  for (let year = first + 1; year <= yearOf(today); year++) {
    doneBefore += doneBy(project, lastDayOfYear(year - 1), today);
    const sum = doneBefore;
    diary.at(instantAt(firstDayOfYear(year), '09:00'), () => setPlan(town, project, year, 0, today, sum));
  }
  const { actualStart, createdOn } = project;
  if (actualStart === null || actualStart <= createdOn) return;
  const version = async () => (await town.as('office').projects.get({ id: project.id })).project.version;
  diary.at(instantAt(actualStart, '15:30'), async () => {
    await town.officerOf(project.place).projects.moveStage({ id: project.id, version: await version(), to: 'started', on: actualStart });
  });
  diary.at(instantAt(addDays(actualStart, 45), '10:10'), async () => {
    await town.as('office').projects.moveStage({ id: project.id, version: await version(), to: 'building' });
  });
}
