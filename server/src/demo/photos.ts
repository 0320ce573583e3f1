import { addMs, dayOf, type Instant, timeOf, type Week } from '#shared/kit/calendar.ts';
import { keepReceived } from '../files/receive.ts';
import type { Diary } from './diary.ts';
import type { Town } from './doors.ts';
import type { Draw } from './draw.ts';
import type { Known } from './projects.ts';
import { siteScene } from './scenes.ts';

/** So many projects of the week in hand have photos. */
const WITH_PHOTOS = 12;
const HOUR = 3_600_000;

/** What officers photograph on site: two views of a project in the week in hand, taken that morning, for those a meeting looks at. */
export function tellPhotos(diary: Diary, town: Town, projects: readonly Known[], draw: Draw, present: Instant): void {
  const worst = [...projects.filter(({ lamp }) => lamp === 'red'), ...projects.filter(({ lamp }) => lamp === 'yellow')];
  const shown = worst.filter(({ yearClass }) => yearClass !== 'reserve').slice(0, WITH_PHOTOS);
  diary.at(addMs(present, -HOUR / 2), async () => {
    const { week } = await town.as('office').returns.status({ week: null });
    for (const [at, project] of shown.entries()) await photograph(town, project, week.week, draw.fork(`photos ${at}`));
  });
}

async function photograph(town: Town, project: Known, week: Week, draw: Draw): Promise<void> {
  for (const [at, title] of (['现场全景', '作业面近景'] as const).entries()) {
    const taken = addMs(town.walk.now, -draw.whole(2, 5) * HOUR);
    const bytes = siteScene(draw.fork(title), at);
    const { id } = await keepReceived(await town.askedOfficer(project.place), `${title}.png`, bytes);
    await town.officerOf(project.place).photos.add({
      ...{ projectId: project.id, fileId: id, title, week, visitId: null, originalSha256: null },
      ...{
        takenAt: `${dayOf(taken)}T${timeOf(taken)}`,
        latitude: 39_700_000 + draw.whole(0, 90_000),
        longitude: 115_900_000 + draw.whole(0, 90_000),
      },
    });
  }
}
