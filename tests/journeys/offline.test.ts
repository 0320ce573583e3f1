import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { day, instantAt, Week } from '#shared/kit/calendar.ts';
import { wan } from '#shared/kit/money.ts';
import type { Project } from '#shared/projects/schema.ts';
import { known } from '#tests/support/known.ts';
import { sees, seesNo } from '#tests/support/sight.ts';
import { desk, openSite, type Site } from '#tests/support/site.ts';
import { openWorld, type World } from '#tests/support/world.ts';

const HUB = '国际陆港片区综合物流枢纽（一期）';
const CREEK = '北沟河山洪沟治理工程';
const FARM = '农田水利修复三标';
const ANSWER = '审图机构已出具先行审查意见，今日容缺受理。';
const week = Week.parse('2026-W44');

let world: World;
let site: Site;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'tuijin-offline-'));
  world = await openWorld({ now: instantAt(day('2026-10-26'), '09:00'), store: { kind: 'sqlite', file: path.join(folder, 'tuijin.db') } });
  site = await openSite(world);
});
afterEach(async () => {
  site.expectNoComplaints();
  await site.closeWindows();
});
afterAll(async () => {
  await site?.close();
  await rm(folder, { recursive: true, force: true });
});

const line = (page: Page, name: string) => page.getByRole('navigation', { name: '本周要填的项目' }).getByRole('button', { name });
const band = (page: Page) => page.getByRole('region', { name: '当前离线' });

/** A window that holds the build, on the officer's returns. */
async function fillingPage(): Promise<Page> {
  const context = await site.windowOf(world.actors.officer, desk, { keepsBuild: true });
  const page = await context.newPage();
  await page.goto('/returns');
  await sees(page.getByRole('heading', { name: /本周还差/ }));
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  return page;
}

const fill = async (page: Page, name: string, amount: string) => {
  await line(page, name).click();
  await page.getByRole('textbox', { name: '本周完成投资' }).fill(amount);
  await page.getByRole('textbox', { name: '形象进度' }).fill(`${name}按计划推进。`);
  await page.keyboard.press('Control+Enter');
};

/** Monday's meeting asks a project's unit for something; then it is Thursday, and the week's returns are open. */
async function decidedOnMonday(project: Project) {
  const office = world.as('office');
  const held = { week: Week.parse('2026-W43') };
  const item = await office.agenda.add({ ...held, projectId: project.id });
  await office.meetings.open({ ...held, version: (await office.meetings.get(held)).meeting.version });
  await office.decisions.make({
    ...{ ...held, agendaItemId: item.id, text: '施工图先行审查，按容缺受理', ownerUnitId: world.units.housing.id },
    ...{ helperUnitIds: [], supervisor: null, dueOn: day('2026-11-06') },
  });
  await office.meetings.close({ ...held, version: (await office.meetings.get(held)).meeting.version });
  world.clock.now = instantAt(day('2026-10-29'), '15:20');
}

async function onRecord() {
  const rows = await world.db.selectFrom('weekly_return').selectAll().orderBy('submittedAt').execute();
  const events = await world.db.selectFrom('event').select('entityId').where('action', '=', 'return.submitted').execute();
  return { rows, events: events.length };
}

test('without a network the page opens, returns and answers wait in sight and go out once, in order; a conflict is shown', {
  timeout: 90_000,
}, async () => {
  const hub = await world.addProject({ name: HUB });
  for (const name of [CREEK, FARM]) await world.addProject({ name });
  await decidedOnMonday(hub);
  const page = await fillingPage();
  await page.context().setOffline(true);
  await site.stop();

  // Opened anew, with neither network nor server: the page and the forms are there.
  await page.reload();
  await sees(page.getByRole('heading', { name: '本周还差 3 个' }));
  await sees(band(page).getByText('可继续填报，内容先存本机，联网后自动上报'));
  await line(page, HUB).click();
  await page.getByText('已办', { exact: true }).click();
  await page.getByRole('textbox', { name: '办理情况' }).fill(ANSWER);
  await fill(page, HUB, '350');
  await sees(line(page, HUB).getByText('已填 · 待联网上报'));
  await fill(page, CREEK, '80');
  await sees(band(page).getByText('2 条待传，联网后自动上报，不需重填'));
  await sees(page.getByRole('heading', { name: '本周还差 1 个' }));
  // A change of what waits is a second act on top of the first, and does not answer the decision once more.
  await fill(page, HUB, '360');
  await sees(band(page).getByText('3 条待传，联网后自动上报，不需重填'));

  // Signing out would leave them behind.
  await page.getByRole('button', { name: '罗科员' }).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await sees(page.getByRole('dialog').getByText('3 条填报、照片等待上报'));
  await page.getByRole('button', { name: '先不退出' }).click();

  // Meanwhile the office has filled in one of them.
  await world.reopen();
  const creek = known((await world.as('office').returns.status({ week: null })).lines.find((each) => each.name === CREEK));
  await world.as('office').returns.submit({
    ...{ projectId: creek.id, week, doneThisWeek: wan(75), doneThisYear: wan(75), doneAtMonthEnd: wan(75) },
    ...{ progress: '电话核实：清淤完成七成。', problem: null, nextStep: null, request: null, version: 0 },
  });
  const before = await onRecord();
  await site.show(world);
  await page.context().setOffline(false);

  // Back on the line: the first one and its change arrive, in this order; the other one does not overwrite the office's.
  await sees(band(page).getByText('1 条没有报上去，已填内容还在本机'), 40_000);
  const after = await onRecord();
  expect(after.events).toBe(before.events + 2);
  expect(after.rows).toHaveLength(2);
  expect(after.rows.find((row) => row.projectId === hub.id)).toMatchObject({ doneThisWeek: wan(360), version: 2 });
  expect(after.rows.find((row) => row.projectId === creek.id)).toMatchObject({ doneThisWeek: wan(75), version: 1 });
  await sees(line(page, HUB).getByText('已报 15:20'));
  expect(await world.as('office').decisions.list()).toMatchObject([{ state: 'answered', answers: [{ text: ANSWER }] }]);
  // Nothing of it is left to be sent.
  await line(page, HUB).click();
  await seesNo(page.getByRole('textbox', { name: '办理情况' }));
  await page.getByRole('link', { name: `处理“${CREEK}”` }).click();
  await sees(page.getByText('宋科长刚改过这份填报，您的改动没有覆盖它'));
  await page.getByRole('button', { name: '留我填的，改好再交' }).click();
  await page.keyboard.press('Control+Enter');
  const kept = async () => (await onRecord()).rows.find((row) => row.projectId === creek.id);
  await expect.poll(kept).toMatchObject({ doneThisWeek: wan(80), version: 2 });
  await seesNo(band(page));
});

test('photos are read, made small, wait on the device and go by themselves; the same one twice is pointed out', {
  timeout: 90_000,
}, async () => {
  const project = await world.addProject({ name: '区中医院综合能力提升项目' });
  const photo = path.resolve(import.meta.dirname, '../fixtures/photos/site.jpg');
  const page = await fillingPage();
  await line(page, project.name).click();
  const photos = page.getByRole('region', { name: '现场照片' });
  await photos.getByLabel('拍照或选图').setInputFiles(photo);
  await sees(photos.getByRole('button', { name: '看第 1 张照片' }).getByText('10-29 14:36'));

  // Without a line the next one waits in sight, through a reload.
  await page.context().setOffline(true);
  await site.stop();
  await page.reload();
  await line(page, project.name).click();
  await photos.getByLabel('拍照或选图').setInputFiles(photo);
  await sees(photos.getByText(/^待传 \d+ KB$/));
  await sees(band(page).getByText('1 条待传，联网后自动上报，不需重填'));
  await world.reopen();
  await site.show(world);
  await page.context().setOffline(false);
  await sees(photos.getByRole('button', { name: '看第 2 张照片' }).getByText('重复'), 40_000);
  await seesNo(band(page));

  // The light box by keyboard: time, place, where else it hangs.
  await photos.getByRole('button', { name: '看第 1 张照片' }).focus();
  await page.keyboard.press('Enter');
  const box = page.getByRole('dialog', { name: '照片 1 / 2' });
  await sees(box.getByText('拍摄 10-29 14:36 · 北纬 39.7340°，东经 115.9878°'));
  await sees(box.getByText(`同一张照片已用于${project.name} 2026-W44 周填报`, { exact: false }));
  await page.keyboard.press('ArrowRight');
  await sees(page.getByRole('dialog', { name: '照片 2 / 2' }));
  await page.keyboard.press('ArrowRight');
  await sees(box);
  await page.keyboard.press('Escape');
  await seesNo(page.getByRole('dialog'));

  // Served as a picture and as nothing else.
  const src = (await photos.locator('img').first().getAttribute('src')) ?? '';
  const answer = await page.evaluate(async (address) => {
    const response = await fetch(address);
    return Object.fromEntries(
      ['content-type', 'x-content-type-options', 'content-security-policy'].map((name) => [name, response.headers.get(name)]),
    );
  }, src);
  expect(answer).toMatchObject({ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff' });
  expect(answer['content-security-policy']).toContain('sandbox');
  const kept = await world.db.selectFrom('photo').selectAll().execute();
  expect(kept).toMatchObject([{ takenAt: '2026-10-29T14:36' }, { takenAt: '2026-10-29T14:36' }]);
});

test('a session that ends costs nothing that was typed: it is sent after the next sign-in', { timeout: 60_000 }, async () => {
  const project = await world.addProject({ name: '谷川镇中心小学恢复重建项目' });
  const page = await fillingPage();
  await line(page, project.name).click();
  await page.getByRole('textbox', { name: '本周完成投资' }).fill('66');
  await page.getByRole('textbox', { name: '形象进度' }).fill('主体封顶。');
  await world.db.deleteFrom('session').execute();
  await page.keyboard.press('Control+Enter');
  // The server asks for a sign-in; what was sent waits.
  await sees(page.getByLabel('密码'));
  const next = await site.windowOf(world.actors.officer);
  await page.context().addCookies(await next.cookies());
  await page.reload();
  // What does not get through at once is tried again within a quarter of a minute.
  await sees(line(page, project.name).getByText('已报'), 40_000);
  expect((await onRecord()).rows.filter((row) => row.projectId === project.id)).toMatchObject([{ doneThisWeek: wan(66), version: 1 }]);
});
