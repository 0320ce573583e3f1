import { addMs, type Instant } from '#shared/kit/calendar.ts';
import type { Diary } from './diary.ts';
import type { Town } from './doors.ts';
import type { Known } from './projects.ts';

const DAY_MS = 24 * 3_600_000;

/** A 专报 on the project that is worst off, a 简报 on reconstruction, both issued, and a theme that is still in hand. */
export function tellReports(diary: Diary, town: Town, projects: readonly Known[], present: Instant): void {
  const behind = projects.filter(({ kind, lamp }) => kind === 'key' && lamp !== 'green');
  const [worst] = behind.filter(({ lamp }) => lamp === 'red');
  if (worst) diary.at(addMs(present, -6 * DAY_MS), () => tellWorst(town, worst));
  diary.at(addMs(present, -5 * DAY_MS), () => tellBriefing(town));
  if (behind.length > 1) diary.at(addMs(present, -0.2 * DAY_MS), () => tellTheme(town, behind));
}

async function tellWorst(town: Town, project: Known): Promise<void> {
  const office = town.as('office').reports;
  const { id, version } = await office.begin({ subject: { about: 'project', projectId: project.id } });
  const last = (await office.view({ id })).paragraphs.at(-1);
  const edits = last ? [{ was: last.was, now: `${last.was}\n建议由包保领导每周到现场调度一次，十日内拿出赶工方案。` }] : [];
  const changed = await office.compose({ id, version, edits });
  await town.as('leader').reports.issue({ id, version: changed.version });
}

async function tellBriefing(town: Town): Promise<void> {
  const { id, version } = await town.as('office').reports.begin({ subject: { about: 'reconstruction' } });
  await town.as('office').reports.issue({ id, version });
}

async function tellTheme(town: Town, projects: readonly Known[]): Promise<void> {
  const projectIds = projects.slice(0, 12).map(({ id }) => id);
  await town.as('office').reports.begin({ subject: { about: 'theme', title: '年底前须赶上序时进度的重点项目', projectIds } });
}
