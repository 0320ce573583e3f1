import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Day, instantAt, type Week } from '#shared/kit/calendar.ts';
import { wan } from '#shared/kit/money.ts';
import type { Project } from '#shared/projects/schema.ts';
import { known } from '#tests/support/known.ts';
import { heldBack } from '#tests/support/line.ts';
import { reads, sees, seesNo } from '#tests/support/sight.ts';
import { openSite, type Site, wall } from '#tests/support/site.ts';
import { openWorld, type World } from '#tests/support/world.ts';

const LAKE = '北湖片区雨污分流及道路提升改造工程（二期）';
const PUMP = '东林街道排涝泵站修复工程';
const MATTER = '研究冬季施工安全工作';
const week = '2026-W44' as Week;

let world: World;
let site: Site;
let lake: Pick<Project, 'id'>;
let pump: Pick<Project, 'id'>;
beforeAll(async () => {
  world = await openWorld({ now: instantAt('2026-11-02' as Day, '08:00') });
  const made = await world.addProject({ name: LAKE, annualPlan: wan(12_000), leaderName: '郑副区长' });
  await world.as('officer').problems.raise({
    ...{ projectId: made.id, title: '电力迁改方案两次被退回，尚未定线', category: 'construction', raisedOn: '2026-09-12' as Day },
  });
  pump = await world.addProject({ name: PUMP, annualPlan: wan(3_000), unitId: world.units.water.id });
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

/** The agenda that later journeys begin with: the lake, the pump, a matter of its own. */
async function three(): Promise<void> {
  const { items } = await world.as('office').meetings.get({ week });
  for (const { id, version } of items) await world.as('office').agenda.remove({ id, version });
  for (const projectId of [lake.id, pump.id]) await world.as('office').agenda.add({ week, projectId });
  await world.as('office').agenda.add({ week, projectId: null, title: MATTER, minutes: 15 });
}

test('the order is dragged, carried by keys and chosen from a menu, and each move can be taken back', async () => {
  await three();
  const office = await site.pageOf(world.actors.office, '/meetings');
  await reads(titles(office), [LAKE, PUMP, MATTER]);
  const grip = (title: string) => office.getByRole('button', { name: `${title}：移动次序` });
  const from = known(await grip(MATTER).boundingBox());
  const to = known(await grip(LAKE).boundingBox());
  await grip(MATTER).hover();
  await office.mouse.down();
  // The hand is fetched when it is first needed: what is held follows from the next move on.
  let shake = 0;
  const held = async () => {
    shake = 4 - shake;
    await office.mouse.move(from.x + 8 + shake, from.y - 10, { steps: 2 });
    return office.locator('[data-held]').count();
  };
  await expect.poll(held).toBe(1);
  await office.mouse.move(to.x + 8, to.y - 4, { steps: 8 });
  await reads(titles(office), [MATTER, LAKE, PUMP]);
  // What follows is done before the line has carried this.
  const letGo = await heldBack(office, '**/trpc/agenda.move');
  const asked = office.waitForRequest('**/trpc/agenda.move');
  await office.mouse.up();
  await sees(office.getByText(`${MATTER}已移到第 1 项，共 3 项`));
  await reads(titles(office), [MATTER, LAKE, PUMP]);
  await sees(section(office, '议程').getByText(/9:15 起/));

  await grip(MATTER).focus();
  for (const key of ['Space', 'ArrowDown', 'Space']) await office.keyboard.press(key);
  await reads(titles(office), [LAKE, MATTER, PUMP]);
  await asked;
  const carried = office.waitForResponse('**/trpc/agenda.move');
  letGo();
  await carried;
  await reads(titles(office), [LAKE, MATTER, PUMP]);
  for (const key of ['Space', 'ArrowDown', 'Escape']) await office.keyboard.press(key);
  await reads(titles(office), [LAKE, MATTER, PUMP]);

  await office.getByRole('button', { name: `${PUMP}：排序和移出` }).click();
  await office.getByRole('menuitem', { name: '移到最前' }).click();
  await reads(titles(office), [PUMP, LAKE, MATTER]);
  await office.keyboard.press('Control+z');
  await reads(titles(office), [LAKE, MATTER, PUMP]);
  await expect
    .poll(async () => (await world.as('office').meetings.get({ week })).items.map(({ title }) => title))
    .toEqual([LAKE, MATTER, PUMP]);
});

test('the minutes of the items are added up against the time that there is', async () => {
  await three();
  const office = await site.pageOf(world.actors.office, '/meetings');
  const agenda = section(office, '议程');
  await sees(agenda.getByText('安排 31 分钟，会议 90 分钟，约 9:31 结束 余 59 分钟'));
  await agenda.getByRole('spinbutton', { name: `${LAKE}：分钟` }).fill('80');
  await office.keyboard.press('Tab');
  await sees(agenda.getByText('安排 103 分钟，会议 90 分钟，约 10:43 结束 超出 13 分钟'));
  await office.getByRole('button', { name: '修改会务' }).click();
  await office.getByRole('textbox', { name: '会议时长（分钟）' }).fill('120');
  await office.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await sees(agenda.getByText('余 17 分钟'));
});

test('a unit hears that its project comes to the meeting, and what it adds is read there', async () => {
  await three();
  const officer = await site.pageOf(world.actors.officer, '/notices');
  await officer
    .getByRole('link', { name: new RegExp(`“${LAKE}”已列入例会议程.*开会前可补充说明`) })
    .first()
    .click();
  const own = section(officer, '即将上会');
  await sees(own.getByText(/11月2日 周一 09:00/));
  await own.getByRole('button', { name: '补充说明' }).click();
  await officer.getByRole('textbox', { name: '单位说明' }).fill('供电公司已现场踏勘，请会议明确迁改路由');
  await officer.getByRole('button', { name: '保存说明' }).click();
  await sees(officer.getByText('说明已保存，项目办能看到'));
  const office = await site.pageOf(world.actors.office, '/meetings');
  await sees(section(office, '议程').getByText('单位说明：供电公司已现场踏勘，请会议明确迁改路由'));
});

test('a rehearsal shows all on the console and the screen, and keeps nothing', async () => {
  await three();
  const { token } = await world.as('office').displays.create({ name: '预演屏' });
  const screen = await site.pageOf(null, `/screen#${token}`, wall);
  const office = await site.pageOf(world.actors.office, '/meetings');
  await office.getByRole('button', { name: '预演' }).click();
  await sees(office.getByText(/什么都不保存/));
  await office.getByRole('navigation', { name: '大屏页面' }).getByRole('button', { name: MATTER }).click();
  await sees(screen.getByRole('heading', { name: MATTER }));
  await sees(screen.getByText('预演', { exact: true }));
  await office.getByRole('button', { name: '记录议定' }).click();
  await office.getByRole('textbox', { name: '议定事项' }).fill('本月底前完成冬季施工方案');
  await sees(screen.getByText('本月底前完成冬季施工方案'));
  await office.getByRole('button', { name: '放弃' }).click();
  await office.getByRole('button', { name: '结束预演' }).click();
  await seesNo(screen.getByText('预演', { exact: true }));
  expect((await world.as('office').decisions.list()).length).toBe(0);
});
