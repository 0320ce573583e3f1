import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Day, Month, Week } from '#shared/kit/calendar.ts';
import { wan } from '#shared/kit/money.ts';
import type { Project } from '#shared/projects/schema.ts';
import { usualRemarks } from '#shared/remarks/wordings.ts';
import { known } from '#tests/support/known.ts';
import { sees, seesNo } from '#tests/support/sight.ts';
import { openSite, phone, type Site } from '#tests/support/site.ts';
import { admit, PASSWORD } from '#tests/support/visitor.ts';
import { openWorld, type World } from '#tests/support/world.ts';

const LAKE = '北湖片区雨污分流改造工程（一期）暨配套管网提升项目';
const week = '2026-W44' as Week;
const figures = { doneThisWeek: wan(300), doneThisYear: wan(9_000), doneAtMonthEnd: wan(9_000) };
const words = { progress: '主体结构完成，室外管网同步推进。', problem: null, nextStep: null, request: null };

let world: World;
let site: Site;
let lake: Project;

beforeAll(async () => {
  world = await openWorld();
  lake = await world.addProject({ name: LAKE });
  site = await openSite(world);
});
afterAll(() => site?.close());
beforeEach(() => site.closeWindows());

test('whoever signs in begins with what waits: an officer with the return that is owed, one press from its form', async () => {
  await world.addAccount('officer', world.units.housing.id, '罗新', 'luo');
  await admit(world, 'luo');
  const page = await site.pageOf(null, '/');
  await page.getByLabel('用户名').fill('luo');
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await sees(page.getByRole('heading', { name: '待办', exact: true }));
  expect(new URL(page.url()).pathname).toBe('/home');
  await sees(page.getByText('还差 1 个，共 1 个'));
  await page.getByRole('link', { name: `填报：${LAKE}` }).click();
  await sees(page.getByRole('region', { name: LAKE }));
  site.expectNoComplaints();
});

test('the office sees a return come in by itself and accepts it where it stands', async () => {
  const page = await site.pageOf(world.actors.office, '/home');
  await sees(page.getByText('未报 1 个，应报 1 个'));
  await sees(page.getByRole('status').filter({ hasText: '实时' }));
  await world.as('officer').returns.submit({ projectId: lake.id, week, ...figures, ...words, version: 0 });
  await page.getByRole('button', { name: `核定 ${LAKE}` }).click();
  await sees(page.getByText('没有待核的周填报'));
  await sees(page.getByText('各单位都已填报'));
  const [line] = (await world.as('office').returns.status({ week })).lines;
  expect(line?.current?.state).toBe('accepted');
  site.expectNoComplaints();
});

test('a leader writes a remark on a red project in two taps, and decides what waits for a signature', async () => {
  await world.as('office').lamps.override({ projectId: lake.id, month: '2026-10' as Month, lamp: 'red', reason: '进度严重滞后' });
  const start = await world.addProject({ name: '国际物流港综合枢纽工程', stage: 'preparing', leaderName: null });
  await world.as('office').approvals.create({
    ...{ projectId: start.id, name: '建筑工程施工许可证', group: 'construction', agencyUnitId: null, limitDays: 7 },
    ...{ limitUnit: 'workday', state: 'tolerant', acceptedOn: '2026-10-12' as Day, dueOn: null, doneOn: null },
    ...{ documentNumber: null, tolerantUntil: '2026-11-20' as Day },
  });
  await world.as('officer').signoffs.ask({ projectId: start.id, reason: '图审意见本月补齐', promisedOn: '2026-11-20' as Day });

  const page = await site.pageOf(world.actors.leader, '/home', phone);
  const own = page.getByRole('list', { name: '我的红黄灯' });
  await sees(own.getByRole('link', { name: LAKE }));
  await sees(own.getByRole('img', { name: /^红灯/ }));
  const wording = known(usualRemarks[0]);
  await own.getByRole('button', { name: `批示：${LAKE}` }).tap();
  await page.getByRole('menuitem', { name: wording }).tap();
  await sees(page.getByText('批示已送项目专员'));
  const remarks = await world.as('office').remarks.ofProject({ projectId: lake.id });
  expect(remarks).toMatchObject([{ text: wording, leaderName: '郑副区长' }]);

  await page.getByRole('button', { name: `签批：${start.name}` }).tap();
  await page.getByRole('dialog').getByRole('button', { name: '同意容缺开工' }).tap();
  await sees(page.getByText('没有待签批的文件'));
  await seesNo(page.getByText('图审意见本月补齐'));
  expect((await world.as('leader').signoffs.ofProject({ projectId: start.id }))[0]?.state).toBe('signed');
  // Nothing stands beyond the phone's edge.
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
  site.expectNoComplaints();
});
