import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#shared/accounts/schema.ts';
import { type Day, instantAt, type Month, type Week } from '#shared/kit/calendar.ts';
import { wan } from '#shared/kit/money.ts';
import { cardIn, stands } from '#tests/support/cards.ts';
import { counts, reads, sees, seesNo } from '#tests/support/sight.ts';
import { openSite, phone, type Site } from '#tests/support/site.ts';
import { openWorld, type World } from '#tests/support/world.ts';

const BEST = '北湖片区雨污分流改造工程';
const MIDDLE = '东林街道排涝泵站修复工程';
const LAST = '区中医院综合能力提升项目';
const STOPS = [BEST, MIDDLE, LAST] as const;
const CRITERIA = ['投资进度', '形象进度', '手续办理', '现场管理', '问题整改'] as const;

/** Points by stop and criterion; each inspector gives so much less on the first criterion. */
const POINTS = { [BEST]: [28, 23, 18, 14, 9], [MIDDLE]: [24, 20, 16, 12, 8], [LAST]: [15, 12, 10, 8, 4] } as const;

let world: World;
let site: Site;
let inspectors: Actor[];

beforeAll(async () => {
  world = await openWorld();
  for (const name of STOPS) {
    const project = await world.addProject({ name });
    const done = wan(name === LAST ? 1_000 : 11_000);
    await world.as('officer').returns.submit({
      ...{ projectId: project.id, week: '2026-W44' as Week, doneThisWeek: done, doneThisYear: done, doneAtMonthEnd: done },
      ...{ progress: '按计划推进。', problem: null, nextStep: null, request: null, version: 0 },
    });
    await world.as('office').inspections.addStop({ projectId: project.id });
  }
  world.clock.now = instantAt('2026-11-03' as Day, '09:00');
  await world.as('office').lamps.cut({ month: '2026-10' as Month });
  world.clock.now = instantAt('2026-11-26' as Day, '08:40');
  const inspector = (name: string) => world.addAccount('inspector', world.officeUnitId, name);
  inspectors = [world.actors.inspector, await inspector('评委二'), await inspector('评委三')];
  site = await openSite(world);
});
afterEach(() => site.expectNoComplaints());
afterAll(() => site?.close());

async function confirm(page: Page, act: string): Promise<void> {
  await page.getByRole('button', { name: act, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: act, exact: true }).click();
  await seesNo(page.getByRole('dialog'));
}

/** Marks the stop that is open, as one inspector sees it. */
async function mark(page: Page, name: (typeof STOPS)[number], severity: number): Promise<void> {
  await sees(page.getByRole('heading', { name: new RegExp(name) }));
  for (const [at, criterion] of CRITERIA.entries()) {
    const points = POINTS[name][at] ?? 0;
    await page.getByRole('slider', { name: `${criterion}得分` }).fill(String((points - (at === 0 ? severity : 0)) * 10));
  }
}

/** Takes a flag one step further, with the words that stand with it. */
async function carryOn(page: Page, act: string, name: string): Promise<void> {
  await page.getByRole('button', { name: `${act}：${name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: act, exact: true }).click();
  await seesNo(page.getByRole('dialog'));
}

test('three inspectors score the stops on phones, and the ranking ends in flags on the cards', { timeout: 90_000 }, async () => {
  const office = await site.pageOf(world.actors.office, '/');
  await office.getByRole('link', { name: '观摩', exact: true }).click();
  await sees(office.getByRole('heading', { name: '2026年四季度观摩' }));
  await confirm(office, '开始打分');

  const phones: Page[] = [];
  for (const inspector of inspectors) phones.push(await site.pageOf(inspector, '/', phone));
  const [first, second, third] = phones;
  if (!first || !second || !third) throw new Error('three phones');

  // The first hands in stop after stop, pressing twice where once is enough, and puts one sheet right.
  for (const [at, name] of STOPS.entries()) {
    await mark(first, name, 0);
    await first.getByRole('button', { name: at < 2 ? `交分，去第 ${at + 2} 站` : '交分', exact: true }).dblclick();
  }
  await sees(first.getByText('全部站点已交分'));
  await first.getByRole('button', { name: '上一站' }).click();
  await sees(first.getByRole('heading', { name: new RegExp(MIDDLE) }));
  await first.getByRole('button', { name: '问题整改减 1 分' }).tap();
  await first.getByRole('button', { name: '改分，去第 3 站' }).click();
  await sees(first.getByText('全部站点已交分'));

  // To the second the answer is lost once: the sheet waits on the phone and is sent again.
  await second.route(
    '**/trpc/scoresheets.submit',
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  for (const [at, name] of STOPS.entries()) {
    await mark(second, name, 1);
    await second.getByRole('button', { name: at < 2 ? `交分，去第 ${at + 2} 站` : '交分', exact: true }).tap();
  }
  await sees(second.getByText('全部站点已交分'));
  await seesNo(second.getByText('待报'));

  // The third's browser is restarted in the middle of a sheet, and has no line at the last stop.
  for (const [at, name] of STOPS.entries()) {
    await mark(third, name, 2);
    if (at === 1) {
      await third.reload();
      await expect.poll(() => third.getByRole('slider', { name: '问题整改得分' }).inputValue()).toBe('80');
    }
    if (at === 2) await third.context().setOffline(true);
    await third.getByRole('button', { name: at < 2 ? `交分，去第 ${at + 2} 站` : '交分', exact: true }).tap();
  }
  await sees(third.getByText('1 张待报'));
  await third.context().setOffline(false);
  await sees(third.getByText('全部站点已交分'));

  // One sheet a stop and inspector, whatever happened on the way.
  await sees(office.getByText('评委 3 人已交齐'));
  const kept = await world.db.selectFrom('scoresheet').select(['entryId', 'inspectorId']).execute();
  expect(kept.length).toBe(9);
  expect(new Set(kept.map((sheet) => `${sheet.entryId} ${sheet.inspectorId}`)).size).toBe(9);

  await confirm(office, '结束打分');
  await office.getByRole('radio', { name: '成绩' }).check();
  const rows = office.getByRole('row').filter({ has: office.getByRole('button', { name: /拟评旗/ }) });
  await reads(rows.getByRole('cell', { name: /^\d$/ }), ['1', '2', '3']);
  await reads(rows.getByRole('cell', { name: /工程$|项目$/ }), [...STOPS]);
  // 92, 91, 90 · 80, 79, 78 and one point less for the sheet that was put right · 49, 48, 47.
  await reads(rows.getByRole('cell', { name: /^\d+\.\d+$/ }), ['91.0', '78.7', '48.0']);
  await sees(third.getByText('打分已结束，评分表不能再改。'));

  // By rule the first of its group is proposed red; the last black, because October's lamp was red too.
  await office.getByRole('button', { name: '按规则拟评' }).click();
  await sees(office.getByText('已按规则拟评 2 面'));
  const red = office.getByRole('region', { name: '红旗', exact: true });
  const black = office.getByRole('region', { name: '黑旗', exact: true });
  await sees(red.getByText(BEST));
  await sees(black.getByText(LAST));
  await sees(black.getByText(/末位（第3名，共3个），得分 48\.0；10月红灯/));

  const officer = await site.pageOf(world.actors.officer, '/inspections');
  await sees(officer.getByRole('heading', { name: '2026年四季度观摩' }));
  await sees(officer.getByText('还没有拟评黑旗'));
  for (const name of [BEST, LAST]) await carryOn(office, '评定通过', name);
  const leader = await site.pageOf(world.actors.leader, '/inspections');
  for (const name of [BEST, LAST]) await carryOn(leader, '签批', name);
  for (const name of [BEST, LAST]) {
    await sees(office.getByRole('button', { name: `公布：${name}` }));
    await carryOn(office, '公布', name);
  }
  await sees(officer.getByRole('region', { name: '黑旗', exact: true }).getByText(LAST));
  await sees(officer.getByRole('region', { name: '黑旗', exact: true }).getByText('已公布'));

  // On the board the flags stand with their cards, and in the next quarter the cards still bear them.
  await office.getByRole('link', { name: '看板', exact: true }).click();
  await stands(office, '红旗提名', [BEST]);
  await stands(office, '黑旗提名', [LAST]);
  await sees(cardIn(office, '黑旗提名', LAST).getByText('已公布'));
  await site.closeWindows();
  world.clock.now = instantAt('2027-01-07' as Day, '09:00');
  const nextQuarter = await site.pageOf(world.actors.office, '/');
  await sees(cardIn(nextQuarter, '待填报', BEST).getByRole('img', { name: '红旗' }));
  await sees(cardIn(nextQuarter, '待填报', LAST).getByRole('img', { name: '黑旗' }));
  await counts(cardIn(nextQuarter, '待填报', MIDDLE).getByRole('img', { name: /旗$/ }), 0);
});
