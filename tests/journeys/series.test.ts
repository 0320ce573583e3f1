import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Day, instantAt } from '#shared/kit/calendar.ts';
import { wan } from '#shared/kit/money.ts';
import { known } from '#tests/support/known.ts';
import { sees, seesNo } from '#tests/support/sight.ts';
import { openSite, type Site, wall } from '#tests/support/site.ts';
import { openWorld, type World } from '#tests/support/world.ts';

const LAKE = '北湖片区雨污分流及道路提升改造工程（二期）';
const LEVEE = '东林河堤防水毁修复工程';
const SECOND = '灾后恢复重建调度会';

let world: World;
let site: Site;
beforeAll(async () => {
  world = await openWorld({ now: instantAt('2026-11-02' as Day, '08:00') });
  await world.addProject({ name: LAKE, annualPlan: wan(12_000), leaderName: '郑副区长' });
  await world.addProject({ name: LEVEE, annualPlan: wan(3_000), kind: 'reconstruction', unitId: world.units.water.id });
  site = await openSite(world);
});
afterEach(async () => {
  site.expectNoComplaints();
  await site.closeWindows();
});
afterAll(() => site?.close());

const menuOf = (page: Page, name: string) => page.getByRole('button', { name: `${name}的操作` });
const section = (page: Page, name: string) => page.locator('section').filter({ has: page.getByRole('heading', { name }) });

/** Opens the meeting of the page, and comes to its console. */
async function open(office: Page, console: RegExp): Promise<void> {
  await office.getByRole('button', { name: '开会' }).click();
  await office.getByRole('dialog').getByRole('button', { name: '开会' }).click();
  await office.waitForURL(console);
}

/** Puts a card on the agenda that the board shows, by its menu. */
async function putOn(board: Page, project: string, agenda: string): Promise<void> {
  await menuOf(board, project).first().click();
  await board.getByRole('menuitem', { name: agenda, exact: true }).click();
}

test('with one series no page speaks of series; the office adds a second, a wrong field says so, and nothing typed is lost', async () => {
  const office = await site.pageOf(world.actors.office, '/');
  await sees(office.getByRole('heading', { name: '周例会', level: 3 }));
  expect(await office.getByRole('button', { name: '周例会', exact: true }).count()).toBe(0);
  await office.goto('/meetings');
  await sees(office.getByRole('heading', { name: '周例会', level: 1 }));
  expect(await office.getByRole('radiogroup', { name: '会议系列' }).count()).toBe(0);
  await office.goto('/settings/meetings');
  await sees(office.getByRole('row', { name: /重点项目推进周例会 本级例会 全部项目 周一 09:00 一号会议室/ }));
  await office.getByRole('button', { name: '新增会议系列' }).click();
  const form = office.getByRole('dialog');
  await form.getByRole('textbox', { name: '名称' }).fill('重点项目推进周例会');
  await form.getByRole('combobox', { name: '面向项目' }).selectOption('灾后重建项目');
  await form.getByLabel('例会时间').fill('15:00');
  await form.getByRole('textbox', { name: '例会地点' }).fill('应急指挥中心二楼会商室');
  await form.getByRole('textbox', { name: '会议时长（分钟）' }).fill('5');
  await form.getByRole('textbox', { name: '本年首次编号' }).fill('38');
  await form.getByRole('button', { name: '新增' }).click();
  await sees(form.getByText('请填 10 至 480 的整数'));
  await form.getByRole('textbox', { name: '会议时长（分钟）' }).fill('60');
  await form.getByRole('button', { name: '新增' }).click();
  await sees(form.getByText('已有名为“重点项目推进周例会”的会议系列，没有保存。请换一个名称。'));
  await form.getByRole('textbox', { name: '名称' }).fill(SECOND);
  await office.keyboard.press('Enter');
  await sees(office.getByText(`已新增“${SECOND}”`));
  await sees(office.getByRole('row', { name: new RegExp(`${SECOND} 灾后重建项目 周一 15:00 应急指挥中心二楼会商室`) }));
});

test('a card is put on each agenda; the board keeps the choice, and both meetings are held with minutes of their own', {
  timeout: 120_000,
}, async () => {
  const board = await site.pageOf(world.actors.office, '/');
  await putOn(board, LAKE, '周例会');
  await sees(board.getByText('已列入例会议程'));
  await board.getByRole('button', { name: '周例会', exact: true }).click();
  await board.getByRole('menuitemcheckbox', { name: SECOND }).click();
  await board.waitForURL(/series=ser_/);
  await sees(board.getByRole('button', { name: SECOND }));
  await putOn(board, LEVEE, SECOND);
  await expect.poll(async () => (await seriesMeeting()).items.map(({ title }) => title), { timeout: 20_000 }).toEqual([LEVEE]);
  expect((await world.as('office').meetings.current()).items.map(({ title }) => title)).toEqual([LAKE]);
  await board.goto('/');
  await sees(board.getByRole('button', { name: SECOND }));

  const { token } = await world.as('office').displays.create({ name: '一号会议室' });
  const screen = await site.pageOf(null, `/screen#${token}`, wall);
  const office = await site.pageOf(world.actors.office, '/meetings');
  await office.getByRole('radio', { name: SECOND }).check();
  await sees(office.getByRole('heading', { name: `第38次${SECOND}`, level: 1 }));
  await open(office, /console\?series=/);
  await office.getByRole('navigation', { name: '大屏页面' }).getByRole('button', { name: LEVEE }).click();
  await sees(screen.getByRole('heading', { name: LEVEE, level: 1 }));
  await office.getByRole('button', { name: '闭会' }).click();
  await sees(office.getByText('闭会将印发会议纪要。', { exact: false }));
  await office.getByRole('dialog').getByRole('button', { name: '闭会' }).click();
  await sees(office.getByText('已闭会，纪要已印发'));

  await office.goto('/meetings');
  await open(office, /console$/);
  await sees(screen.getByRole('heading', { name: '第1次周例会' }));
  await office.getByRole('button', { name: '闭会' }).click();
  await office.getByRole('dialog').getByRole('button', { name: '闭会' }).click();
  await sees(office.getByText('已闭会，纪要和周报已印发'));
  await office.goto('/documents');
  await sees(office.getByText(`2026年第38次${SECOND}纪要`));
  await sees(office.getByText('2026年第1次重点项目推进周例会纪要'));
});

test('a request goes to the series of the project’s kind, unless another is chosen', async () => {
  const levee = known((await world.as('office').board.snapshot()).cards.find(({ name }) => name === LEVEE));
  const officer = await site.pageOf(await world.addAccount('officer', world.units.water.id, '钱科员'), `/projects/${levee.id}/overview`);
  await officer.getByRole('button', { name: '提请上会' }).click();
  const form = officer.getByRole('dialog');
  const chosen = form.getByRole('combobox', { name: '会议系列' }).locator('option:checked');
  await expect.poll(() => chosen.textContent(), { timeout: 20_000 }).toBe(SECOND);
  await form.getByRole('textbox', { name: '提请事项' }).fill('请协调料场');
  await officer.keyboard.press('Enter');
  await sees(officer.getByText('已提请，项目办会答复'));
  const office = await site.pageOf(world.actors.office, '/home');
  await sees(section(office, `${SECOND}议程`).getByText(/请协调料场/));
});

test('a series that is waited for is not closed; closed, no page offers it any more', async () => {
  const office = await site.pageOf(world.actors.office, '/settings/meetings');
  await office.getByRole('button', { name: `停开 ${SECOND}` }).click();
  await office.getByRole('dialog').getByRole('button', { name: '停开' }).click();
  await sees(office.getByText('还有 1 件提请等待答复，没有停开。请先答复。'));
  const { requests } = await seriesMeeting();
  const { id, version } = known(requests[0]);
  await world.as('office').agenda.decline({ id, version, reason: '现场已协调' });
  await office.getByRole('dialog').getByRole('button', { name: '停开' }).click();
  await sees(office.getByText(`“${SECOND}”已停开`));
  await sees(office.getByRole('row', { name: /停开/ }));
  await office.goto('/');
  await sees(office.getByRole('heading', { name: '周例会', level: 3 }));
  expect(await office.getByRole('button', { name: '周例会', exact: true }).count()).toBe(0);
  await office.goto('/meetings');
  await sees(office.getByRole('heading', { name: '周例会', level: 1 }));
  await seesNo(office.getByRole('radiogroup', { name: '会议系列' }));
});

async function seriesMeeting() {
  const series = known((await world.as('office').series.list()).find(({ name }) => name === SECOND));
  return world.as('office').meetings.current({ seriesId: series.id });
}
