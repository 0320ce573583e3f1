import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Project } from '#shared/projects/schema.ts';
import { cardIn, drag, stands } from '#tests/support/cards.ts';
import { known } from '#tests/support/known.ts';
import { sees, seesNo } from '#tests/support/sight.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { admit, PASSWORD } from '#tests/support/visitor.ts';
import { openWorld, type World } from '#tests/support/world.ts';

const LAKE = '北湖片区雨污分流改造工程';
const PUMP = '东林街道排涝泵站修复工程';
const CLINIC = '区中医院综合能力提升项目';

let folder: string;
let world: World;
let site: Site;
let lake: Project;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'tuijin-live-'));
  site = await openSite(await openWorld());
});
beforeEach(async ({ task }) => {
  world = await openWorld({ store: { kind: 'sqlite', file: path.join(folder, `${task.id}.db`) } });
  lake = await world.addProject({ name: LAKE });
  await world.addProject({ name: PUMP });
  await site.show(world);
});
afterEach(async () => {
  await site.closeWindows();
  site.expectNoComplaints();
});
afterAll(async () => {
  await site?.close();
  await rm(folder, { recursive: true });
});

const isLive = (page: Page) => page.getByRole('status').filter({ hasText: /^实时/ });

async function openBoard(page: Page): Promise<void> {
  await stands(page, '待填报', [LAKE, PUMP]);
  await sees(isLive(page));
}

test('an open board outlives its server: it says so, and catches up with what was missed without loading anew', async () => {
  const page = await site.pageOf(world.actors.office, '/');
  await openBoard(page);
  await page.evaluate(() => {
    document.body.dataset.since = 'before';
  });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));

  await site.stop();
  await sees(page.getByRole('status').filter({ hasText: '离线' }));
  await sees(page.getByText(/连接中断/));
  await stands(page, '待填报', [LAKE, PUMP]);

  await world.reopen();
  await world.addProject({ name: CLINIC });
  await site.show(world);
  await stands(page, '待填报', [LAKE, PUMP, CLINIC]);
  await sees(isLive(page));
  expect(await page.evaluate(() => document.body.dataset.since)).toBe('before');
  expect(asked.filter((url) => url.includes('/board/snapshot'))).toEqual([]);
  expect(asked.some((url) => url.includes('board.since'))).toBe(true);

  // From here on it is live as before, both ways.
  await drag(page, cardIn(page, '待填报', PUMP), { on: page.getByRole('region', { name: '周例会', exact: true }) });
  await stands(page, '周例会', [PUMP]);
  const { cards } = await world.as('office').board.snapshot();
  expect(cards.filter((card) => card.agenda).map((card) => card.name)).toEqual([PUMP]);
  await world.as('office').agenda.add({ projectId: lake.id });
  await stands(page, '周例会', [PUMP, LAKE]);
});

test('a card whose form somebody has open says who, until they close it; to themselves it says nothing', async () => {
  const leader = await site.pageOf(world.actors.leader, '/');
  await openBoard(leader);
  const office = await site.pageOf(world.actors.office, '/');
  await openBoard(office);
  const desk = await site.pageOf(world.actors.office, `/projects/${lake.id}/overview`);
  await desk.getByRole('button', { name: '项目的更多操作' }).click();
  await desk.getByRole('menuitem', { name: '编辑' }).click();
  const line = cardIn(leader, '待填报', LAKE).getByText('宋科长 正在修改 · 15:20 起');
  await sees(line);
  await seesNo(cardIn(office, '待填报', LAKE).getByText('正在修改'));
  await desk.getByRole('dialog').getByRole('button', { name: '取消' }).click();
  await seesNo(line);

  // A tab that is closed with the form open says so as it goes.
  await desk.getByRole('button', { name: '项目的更多操作' }).click();
  await desk.getByRole('menuitem', { name: '编辑' }).click();
  await sees(line);
  await desk.close({ runBeforeUnload: true });
  await seesNo(line);
});

/** How the cards of a page have travelled since it was asked to remember. */
async function travels(page: Page): Promise<{ name: string; ways: string[]; ms: number }[]> {
  return page.evaluate(() => JSON.parse(document.body.dataset['travels'] ?? '[]'));
}

async function rememberTravels(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { animate } = Element.prototype;
    const seen: unknown[] = [];
    Element.prototype.animate = function (frames, timing) {
      const ways = Array.isArray(frames) ? frames.flatMap((frame) => Object.keys(frame)) : [];
      const ms = typeof timing === 'object' ? timing.duration : timing;
      seen.push({ name: this.querySelector('h3, b')?.textContent ?? '', ways: [...new Set(ways)], ms });
      document.body.dataset['travels'] = JSON.stringify(seen);
      return animate.call(this, frames, timing);
    };
  });
}

test('what somebody else moves travels to its new place, and what stood below it moves up; one’s own stands there at once', async () => {
  const page = await site.pageOf(world.actors.leader, '/');
  await openBoard(page);
  await rememberTravels(page);
  await world.as('office').agenda.add({ projectId: lake.id });
  await stands(page, '周例会', [LAKE]);
  await expect.poll(async () => (await travels(page)).map(({ name }) => name)).toContain(LAKE);
  const seen = await travels(page);
  expect(seen.filter(({ ways }) => ways.join() === 'transform').map(({ name }) => name)).toEqual(expect.arrayContaining([LAKE, PUMP]));
  for (const { ms } of seen) expect(ms).toBeLessThanOrEqual(200);
  // Its likeness is gone when it has arrived.
  await expect.poll(() => page.locator('body > article').count()).toBe(0);

  const office = await site.pageOf(world.actors.office, '/');
  await stands(office, '周例会', [LAKE]);
  await rememberTravels(office);
  await drag(office, cardIn(office, '待填报', PUMP), { on: office.getByRole('region', { name: '周例会', exact: true }) });
  await stands(page, '周例会', [LAKE, PUMP]);
  expect((await travels(office)).filter(({ name }) => name === PUMP)).toEqual([]);
});

test('who wants less motion sees what others move stand at its place at once', async () => {
  const page = await site.pageOf(world.actors.leader, '/');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openBoard(page);
  await rememberTravels(page);
  await world.as('office').agenda.add({ projectId: lake.id });
  await stands(page, '周例会', [LAKE]);
  expect(await travels(page)).toEqual([]);
});

test('a page that one comes back to shows what happened while another was open', async () => {
  const page = await site.pageOf(world.actors.office, '/');
  await openBoard(page);
  await page.getByRole('link', { name: '例会', exact: true }).click();
  await sees(page.getByText('议程还是空的'));
  await world.as('office').agenda.add({ projectId: lake.id });
  await seesNo(page.getByText('议程还是空的'));
  await page.getByRole('link', { name: '看板', exact: true }).click();
  await stands(page, '周例会', [LAKE]);

  await world.addProject({ name: CLINIC });
  await sees(cardIn(page, '待填报', CLINIC));
  const { id, version } = known((await world.as('office').meetings.current()).items[0]);
  await world.as('office').agenda.remove({ id, version });
  await stands(page, '周例会', []);
  await page.getByRole('link', { name: '例会', exact: true }).click();
  await sees(page.getByText('议程还是空的'));
});

test('a screen of seven tabs stays usable: they share one stream', async () => {
  const context = await site.windowOf(world.actors.office);
  const tabs: Page[] = [];
  for (let at = 0; at < 7; at++) {
    const tab = await context.newPage();
    await tab.goto('/');
    tabs.push(tab);
  }
  for (const tab of tabs) await openBoard(tab);
  const last = known(tabs.at(-1));
  await drag(last, cardIn(last, '待填报', PUMP), { on: last.getByRole('region', { name: '周例会', exact: true }) });
  for (const tab of tabs) await stands(tab, '周例会', [PUMP]);
  await world.as('office').agenda.add({ projectId: lake.id });
  for (const tab of tabs) await stands(tab, '周例会', [PUMP, LAKE]);

  // A tab that goes takes nothing with it.
  await tabs[0]?.close();
  await world.addProject({ name: CLINIC });
  for (const tab of tabs.slice(1)) await sees(cardIn(tab, '待填报', CLINIC));
});

test('a browser opens one stream when it starts, one when somebody signs in, and keeps it', async () => {
  await admit(world, 'office');
  let opened = 0;
  const { on } = world.services.hub;
  world.services.hub.on = (listener) => {
    opened++;
    return on(listener);
  };
  const page = await site.pageOf(null, '/');
  await page.getByLabel('用户名').fill('office');
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  // Whoever signs in begins with what waits for them.
  await page.getByRole('link', { name: '看板', exact: true }).click();
  await openBoard(page);
  const before = opened;
  expect(before).toBeLessThanOrEqual(2);
  // As long as it would take to open a few more.
  await page.waitForTimeout(2_000);
  expect(opened).toBe(before);
  await sees(isLive(page));
});

test('signing out in one tab ends the other tabs of that browser, and nobody else’s', async () => {
  await admit(world, 'office');
  const context = await site.windowOf(world.actors.office);
  const [one, two] = [await context.newPage(), await context.newPage()];
  for (const tab of [one, two]) await tab.goto('/');
  for (const tab of [one, two]) await openBoard(tab);
  const leader = await site.pageOf(world.actors.leader, '/');
  await openBoard(leader);

  await one.getByRole('button', { name: /宋科长/ }).click();
  await one.getByRole('menuitem', { name: '退出登录' }).click();
  await sees(one.getByRole('form', { name: '登录' }));
  await sees(two.getByRole('form', { name: '登录' }));
  await seesNo(two.getByRole('article'));
  await sees(isLive(leader));

  // Whoever signs in again there goes on as before.
  await two.getByLabel('用户名').fill('office');
  await two.getByLabel('密码').fill(PASSWORD);
  await two.getByRole('button', { name: '登录' }).click();
  await openBoard(two);
  await world.as('office').agenda.add({ projectId: lake.id });
  await stands(two, '周例会', [LAKE]);
  await stands(leader, '周例会', [LAKE]);
});
