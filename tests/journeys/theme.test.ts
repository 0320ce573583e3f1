import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { sees } from '#tests/support/sight.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { openWorld, type World } from '#tests/support/world.ts';

const LAKE = '北湖片区雨污分流改造工程';

let world: World;
let site: Site;
beforeAll(async () => {
  world = await openWorld();
  await world.addProject({ name: LAKE });
  site = await openSite(world);
});
afterEach(async () => {
  await site.closeWindows();
  site.expectNoComplaints();
});
afterAll(() => site?.close());

const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const LIGHT = 'rgb(250, 248, 243)';
const DARK = 'rgb(23, 21, 18)';

test('whoever chooses the dark has it before anything is drawn, and in every other browser; paper stays light', async () => {
  const page = await site.pageOf(world.actors.office, '/');
  await sees(page.getByRole('article', { name: LAKE }));
  expect(await paper(page)).toBe(LIGHT);
  await page.getByRole('button', { name: /宋科长/ }).click();
  await page.getByRole('menuitemcheckbox', { name: '深色' }).click();
  await expect.poll(() => paper(page)).toBe(DARK);
  await expect.poll(async () => (await world.as('office').auth.me()).preferences.theme).toBe('dark');
  await page.emulateMedia({ media: 'print' });
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--ink').trim())).toBe('#1e1c19');

  // As the page stands before its own program runs.
  const start = await page.context().newPage();
  await start.route(/assets\/index-.*\.js/, () => undefined);
  await start.goto('/', { waitUntil: 'commit' });
  await start.locator('#still').waitFor({ state: 'attached' });
  expect(await paper(start)).toBe(DARK);

  const other = await site.pageOf(world.actors.office, '/');
  await sees(other.getByRole('article', { name: LAKE }));
  await expect.poll(() => paper(other)).toBe(DARK);
  const leader = await site.pageOf(world.actors.leader, '/');
  await sees(leader.getByRole('article', { name: LAKE }));
  expect(await paper(leader)).toBe(LIGHT);
});

test('who leaves it to the device turns with it, while the page is open', async () => {
  const page = await site.pageOf(world.actors.leader, '/');
  await sees(page.getByRole('article', { name: LAKE }));
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => paper(page)).toBe(DARK);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(() => paper(page)).toBe(LIGHT);
});
