import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { noLimit } from '#shared/approvals/schema.ts';
import { day, instantAt, Week } from '#shared/kit/calendar.ts';
import { wan } from '#shared/kit/money.ts';
import { sees } from '#tests/support/sight.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { openWorld, type World } from '#tests/support/world.ts';

const NAME = '国际陆港片区综合物流枢纽（一期）';
const OTHER = '北沟河山洪沟治理工程';

let world: World;
let site: Site;

beforeAll(async () => {
  world = await openWorld({ now: instantAt(day('2026-10-22'), '10:00') });
  site = await openSite(world);
});
afterEach(async () => {
  site.expectNoComplaints();
  await site.closeWindows();
});
afterAll(() => site?.close());

/** Projects with last week's return behind them, in the week that holds October's end. */
async function withLastWeek(...names: string[]) {
  world.clock.now = instantAt(day('2026-10-22'), '10:00');
  const projects = [];
  for (const name of names) {
    const project = await world.addProject({ name, annualPlan: wan(15_000) });
    await world.as('officer').returns.submit({
      ...{ projectId: project.id, week: Week.parse('2026-W43'), doneThisWeek: wan(420), doneThisYear: wan(12_100), doneAtMonthEnd: null },
      ...{ progress: '土方回填完成 86%，临建围挡合龙过半。', problem: null, nextStep: '接轨协议会签', request: null, version: 0 },
    });
    projects.push(project);
  }
  world.clock.now = instantAt(day('2026-10-29'), '15:20');
  return projects;
}

/** Counts every key that goes down and types nothing; holding Ctrl counts, and so does each Tab. */
async function countKeys(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    window.addEventListener('keydown', (event) => {
      if (event.key.length > 1 || event.ctrlKey) document.body.dataset.keys = String(Number(document.body.dataset.keys ?? 0) + 1);
    });
  });
  return async () => Number(await page.evaluate(() => document.body.dataset.keys ?? 0));
}

async function focused(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('name') ?? null);
}

test('two figures and a sentence take at most twelve keys besides what is typed, and no pointer', { timeout: 60_000 }, async () => {
  const [first, second] = await withLastWeek(NAME, OTHER);
  const page = await site.pageOf(world.actors.officer, '/returns');
  await sees(page.getByRole('heading', { name: '本周还差 2 个' }));
  const keys = await countKeys(page);
  const opened = await page.getByRole('heading', { level: 2 }).first().textContent();

  await expect.poll(() => focused(page)).toBe('doneThisWeek');
  await page.keyboard.type('350');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('monthEnd');
  await page.keyboard.type('12400');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('土方回填完成 92%，临建围挡全部合龙。');
  await page.keyboard.press('Control+Enter');

  // The next form is open, and its first figure waits to be typed.
  await sees(page.getByRole('heading', { name: '本周还差 1 个' }));
  await expect.poll(() => page.getByRole('heading', { level: 2 }).first().textContent()).not.toBe(opened);
  await expect.poll(() => focused(page)).toBe('doneThisWeek');
  const pressed = await keys();
  expect(pressed).toBeGreaterThan(4);
  expect(pressed).toBeLessThanOrEqual(12);

  const sent = opened === NAME ? first : second;
  const kept = (await world.as('office').returns.status({ week: null })).lines.find((line) => line.id === sent?.id)?.current;
  expect(kept).toMatchObject({
    ...{ doneThisWeek: wan(350), doneThisYear: wan(12_450), doneAtMonthEnd: wan(12_400) },
    progress: '土方回填完成 92%，临建围挡全部合龙。',
  });

  // “Same as last week” is one key.
  const before = await keys();
  await page.keyboard.press('F2');
  await sees(page.getByRole('heading', { name: '本周已报齐' }));
  expect((await keys()) - before).toBe(1);
});

test('steps and problems are ticked off in the form and go with the return', { timeout: 60_000 }, async () => {
  const [project] = await withLastWeek('谷川镇中心小学恢复重建项目');
  if (!project) throw new Error('no project');
  await world.as('office').approvals.create({
    ...{ projectId: project.id, name: '环评批复', group: 'land', agencyUnitId: world.units.water.id, ...noLimit, limitDays: 3 },
    ...{ state: 'accepted', acceptedOn: day('2026-10-12'), doneOn: null, documentNumber: null, tolerantUntil: null },
  });
  const title = '场平余土消纳场未落实，乡镇提供的两处场地均不符合水土保持要求';
  await world.as('officer').problems.raise({ projectId: project.id, title, category: 'land', raisedOn: day('2026-10-20') });
  const page = await site.pageOf(world.actors.officer, `/returns?project=${project.id}`);
  await page.getByRole('textbox', { name: '本周完成投资' }).fill('80');
  await sees(page.getByText('超期 10 日'));
  await page.getByRole('radiogroup', { name: '环评批复' }).getByText('已办结').click();
  await page.getByRole('radiogroup', { name: title }).getByText('已解决').click();
  await page.keyboard.press('Control+Enter');
  await sees(page.getByText(`${project.name} 已报`));
  expect(await world.as('office').approvals.ofProject({ projectId: project.id })).toMatchObject([{ state: 'done' }]);
  expect(await world.as('office').problems.ofProject({ projectId: project.id })).toMatchObject([
    { state: 'solved', solvedOn: '2026-10-29' },
  ]);
});

test('a decision is answered in the form and goes with the return, not without its words', { timeout: 60_000 }, async () => {
  const [project] = await withLastWeek('东林排涝泵站修复工程');
  if (!project) throw new Error('no project');
  world.clock.now = instantAt(day('2026-11-02'), '09:00');
  const week = Week.parse('2026-W44');
  const item = await world.as('office').agenda.add({ week, projectId: project.id });
  const { meeting } = await world.as('office').meetings.get({ week });
  await world.as('office').meetings.open({ week, version: meeting.version });
  const decided = '施工图先行审查，按容缺受理；住建局会同审图机构三日内出具先行审查意见';
  await world.as('office').decisions.make({
    ...{ week, agendaItemId: item.id, text: decided, ownerUnitId: world.units.housing.id, helperUnitIds: [] },
    ...{ supervisor: null, dueOn: day('2026-11-20') },
  });
  const page = await site.pageOf(world.actors.officer, `/returns?project=${project.id}`);
  await page.getByRole('textbox', { name: '本周完成投资' }).fill('80');
  await page.getByRole('radiogroup', { name: decided }).getByText('已办').click();
  await page.keyboard.press('Control+Enter');
  await sees(page.getByText('请写明怎么办的'));
  await expect.poll(() => focused(page)).toContain('answer-');
  await page.keyboard.type('审图机构已出具先行审查意见，已按容缺受理。');
  await page.keyboard.press('Control+Enter');
  await sees(page.getByText(`${project.name} 已报`));
  expect(await world.as('office').decisions.list()).toMatchObject([
    { state: 'answered', answers: [{ text: '审图机构已出具先行审查意见，已按容缺受理。' }] },
  ]);
});
