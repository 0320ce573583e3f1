import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Day, instantAt, type Week } from '#shared/kit/calendar.ts';
import { wan } from '#shared/kit/money.ts';
import { known } from '#tests/support/known.ts';
import { reads, sees, seesNo } from '#tests/support/sight.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { openWorld, type World } from '#tests/support/world.ts';

const LAKE = '北湖片区雨污分流及道路提升改造工程（二期）';
const PUMP = '东林街道排涝泵站修复工程';
const MATTER = '研究冬季施工安全工作';
const week = '2026-W44' as Week;

let world: World;
let site: Site;
let lake: { id: string };
beforeAll(async () => {
  world = await openWorld({ now: instantAt('2026-11-02' as Day, '08:00') });
  const made = await world.addProject({ name: LAKE, annualPlan: wan(12_000), leaderName: '郑副区长' });
  await world.as('officer').problems.raise({
    ...{ projectId: made.id, title: '电力迁改方案两次被退回，尚未定线', category: 'construction', raisedOn: '2026-09-12' as Day },
  });
  await world.addProject({ name: PUMP, annualPlan: wan(3_000), unitId: world.units.water.id });
  lake = made;
  site = await openSite(world);
});
afterEach(async () => {
  site.expectNoComplaints();
  await site.closeWindows();
});
afterAll(() => site?.close());

const section = (page: Page, name: string) => page.locator('section').filter({ has: page.getByRole('heading', { name, exact: true }) });
const titles = (page: Page) => section(page, '议程').getByRole('listitem').locator('b');

test('who needs the meeting asks for it; the office accepts with a press, or says why not', async () => {
  const officer = await site.pageOf(world.actors.officer, `/projects/${lake.id}/overview`);
  await officer.getByRole('button', { name: '提请上会' }).click();
  await officer.getByRole('textbox', { name: '提请事项' }).fill('请协调供电公司明确迁改路由');
  await officer.getByRole('dialog').getByRole('button', { name: '提请上会' }).click();
  await sees(officer.getByText('已提请，项目办会答复'));

  const leader = await site.pageOf(world.actors.leader, '/meetings');
  await leader.getByRole('button', { name: '提请议题' }).click();
  await leader.getByRole('textbox', { name: '提请事项' }).fill(MATTER);
  await leader.keyboard.press('Enter');
  await sees(leader.getByText('已提请，项目办会答复'));

  const office = await site.pageOf(world.actors.office, '/meetings');
  const proposals = section(office, '建议上会');
  const asked = proposals.getByRole('listitem').filter({ hasText: LAKE });
  await sees(asked.getByText(/问题 51 日未解决.*单位提请：请协调供电公司明确迁改路由/));
  await sees(proposals.getByRole('listitem').filter({ hasText: MATTER }).getByText('郑副区长提请'));
  await proposals.getByRole('listitem').filter({ hasText: MATTER }).getByRole('button', { name: '不列入' }).click();
  await office.getByRole('textbox', { name: '原因' }).fill('已安排专题会研究');
  await office.keyboard.press('Enter');
  await sees(office.getByText('已答复提请人'));
  await seesNo(proposals.getByText(MATTER));
  await leader.goto('/notices');
  await sees(leader.getByText('提请没有列入例会：已安排专题会研究'));

  await proposals.getByRole('button', { name: '全部采纳（2 项）' }).click();
  await reads(titles(office), [LAKE, PUMP]);
  await officer.goto('/notices');
  await sees(officer.getByText(/提请已列入例会议程.*请协调供电公司明确迁改路由/));
});

test('a rule that is switched off proposes nothing more', async () => {
  const { items } = await world.as('office').meetings.get({ week });
  const { id, version } = known(items.find((item) => item.title === PUMP));
  await world.as('office').agenda.remove({ id, version });
  const office = await site.pageOf(world.actors.office, '/meetings');
  const proposals = section(office, '建议上会');
  await sees(proposals.getByText(PUMP));
  await proposals.getByRole('button', { name: '提示规则' }).click();
  await office.getByRole('checkbox', { name: '仍为红灯' }).uncheck();
  await office.getByRole('checkbox', { name: '到期未填报' }).uncheck();
  await office.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await sees(proposals.getByText('没有需要提示的项目或事项'));
  expect((await world.as('office').series.list())[0]?.rules.off).toEqual(['red-lamp', 'no-return']);
});
