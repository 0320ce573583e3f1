import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSession } from '#server/auth/store.ts';
import { hashToken } from '#server/kit/random.ts';
import { addDays, dayOf, Instant, instantAt } from '#shared/kit/calendar.ts';
import { idOf } from '#shared/kit/ids.ts';
import { wan } from '#shared/kit/money.ts';
import { launchBrowser } from '#tests/support/browser.ts';
import { type ChildServer, childServer } from '#tests/support/child-server.ts';
import { sees } from '#tests/support/sight.ts';
import { openWorld, type World } from '#tests/support/world.ts';

const PROJECTS = 8;
const TOKEN = 'a'.repeat(64);
const AUDIT_KEY = 'a key for tests';

let folder: string;
let world: World;
let server: ChildServer;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'tuijin-killed-'));
  browser = await launchBrowser();
  server = await childServer({ folder, auditKey: AUDIT_KEY });
  await makeDistrict();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** A district of today, because the server that is killed has the machine's clock: last week's returns are in. */
async function makeDistrict(): Promise<void> {
  const now = Instant.parse(new Date().toISOString());
  world = await openWorld({
    now: instantAt(addDays(dayOf(now), -7), '12:00'),
    store: { kind: 'sqlite', file: path.join(folder, 'tuijin.db') },
  });
  // Whatever day the test runs on: a week has five working days.
  await world.db.deleteFrom('calendar_day').execute();
  for (let at = 1; at <= PROJECTS; at++) await world.addProject({ name: `第${at}标段`, totalInvestment: wan(5_000_000) });
  const { week, sheets } = await world.as('officer').returns.mine();
  for (const { project } of sheets) {
    await world.as('officer').returns.submit({
      ...{ projectId: project.id, week: week.week, doneThisWeek: wan(9_900), doneThisYear: wan(9_900), doneAtMonthEnd: null },
      ...{ progress: '按计划推进。', problem: null, nextStep: null, request: null, version: 0 },
    });
  }
  world.clock.now = now;
  const officer = idOf('account').parse(world.actors.officer.id);
  await world.db.transaction().execute((tx) => startSession(tx, officer, hashToken(TOKEN), now));
  await world.services.hub.close();
  await world.services.store.close();
}

async function returnsPage(): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', baseURL: server.url });
  await context.addCookies([{ name: 'tuijin-session', value: TOKEN, url: server.url, httpOnly: true, sameSite: 'Lax' }]);
  const page = await context.newPage();
  await page.goto('/returns');
  await sees(page.getByRole('heading', { name: `本周还差 ${PROJECTS} 个` }));
  return page;
}

test('the server is killed while returns come in: every acknowledged one exists once, and none is lost', { timeout: 120_000 }, async () => {
  await server.start();
  const page = await returnsPage();
  const acknowledged = new Set<string>();
  let asked = 0;
  let isBack = false;
  let killing: Promise<void> | null = null;
  page.on('request', (request) => {
    if (!request.url().includes('returns.submit')) return;
    asked++;
    // On its way to the server, or already written and not yet answered: nobody can tell.
    if (asked === 3) killing = server.kill('SIGKILL');
  });
  // The line is bad before the server is gone: the list cannot be asked for again, and yet what was acknowledged is not owed.
  await page.route(/returns\.mine/, (route) => (asked > 0 && !isBack ? route.abort() : route.continue()));
  page.on('response', (response) => {
    if (!response.url().includes('returns.submit') || response.status() !== 200) return;
    const sent: { projectId: string } = JSON.parse(response.request().postData() ?? '{}');
    acknowledged.add(sent.projectId);
  });

  for (let left = PROJECTS - 1; left >= 0; left--) {
    // The next form is open and waits for its figure.
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('doneThisWeek');
    await expect.poll(() => page.getByRole('textbox', { name: '本周完成投资' }).inputValue()).toBe('');
    await page.keyboard.press('F2');
    await sees(page.getByRole('heading', { name: left > 0 ? `本周还差 ${left} 个` : '本周已报齐' }));
  }
  expect(killing).not.toBeNull();
  await killing;
  await sees(page.getByText(/条待传，联网后自动上报/));
  isBack = true;
  await server.start();
  await expect.poll(() => page.getByText('已填 · 待联网上报').count(), { timeout: 60_000 }).toBe(0);
  await server.kill('SIGTERM');

  await world.reopen();
  const { week } = await world.as('officer').returns.mine();
  const rows = await world.db.selectFrom('weekly_return').selectAll().where('week', '=', week.week).execute();
  const events = await world.db.selectFrom('event').select(['after']).where('action', '=', 'return.submitted').execute();
  expect(rows).toHaveLength(PROJECTS);
  expect(rows.every((row) => row.version === 1)).toBe(true);
  expect(new Set(rows.map((row) => row.projectId)).size).toBe(PROJECTS);
  for (const projectId of acknowledged) expect(rows.some((row) => row.projectId === projectId)).toBe(true);
  // Last week's and this week's, each once.
  expect(events).toHaveLength(PROJECTS * 2);
  await world.close();
});
