import { addDays, addMs, type Day, dayOf, type Instant } from '#shared/kit/calendar.ts';
import { usualRemarks } from '#shared/remarks/wordings.ts';
import { whyNotAsk } from '#shared/returns/rules.ts';
import type { Diary } from './diary.ts';
import type { Town } from './doors.ts';
import { places } from './places.ts';
import { answers } from './words.ts';

/** What has come up by now and waits for somebody: answers to close and one sent back, remarks, units that were asked. */
export function tellWaiting(diary: Diary, town: Town, present: Instant): void {
  diary.at(addMs(present, -120_000), async () => {
    await answerSome(town, dayOf(present));
    await remarkOnSome(town);
    await chaseSome(town);
  });
}

/**
 * Of the decisions that are open two are answered: one waits for its 销号, the other was not enough. Only of those that the
 * diary does not settle today, whose turn may still come.
 */
async function answerSome(town: Town, today: Day): Promise<void> {
  let answered = 0;
  for (const { key } of places) {
    const officer = town.officerOf(key);
    const open = (await officer.decisions.list()).find(
      ({ isOwn, state, dueOn }) => isOwn && state === 'open' && dueOn >= addDays(today, 5),
    );
    const text = answers[answered];
    if (!open || text === undefined) continue;
    const { id, version } = await officer.decisions.answer({ id: open.id, version: open.version, text, fileIds: [] });
    answered++;
    if (answered === answers.length) {
      await town.as('office').decisions.sendBack({ id, version, reason: '请写明完成时间，并附现场照片' });
      return;
    }
  }
}

async function remarkOnSome(town: Town): Promise<void> {
  const home = await town.as('leader').home.waiting();
  if (home.role !== 'leader') return;
  for (const [at, { id }] of home.own.first.slice(0, 2).entries()) {
    const text = usualRemarks[at];
    if (text) await town.as('leader').remarks.write({ projectId: id, text });
  }
}

async function chaseSome(town: Town): Promise<void> {
  const { week } = await town.as('office').returns.status({ week: null });
  const home = await town.as('office').home.waiting();
  if (home.role !== 'office' || home.units.total === 0 || whyNotAsk(week, { role: 'office' })) return;
  const unitIds = home.units.first.slice(0, 2).map(({ unitId }) => unitId);
  await town.as('office').returns.chase({ week: week.week, unitIds });
}
