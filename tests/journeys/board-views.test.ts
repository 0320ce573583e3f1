import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Day } from '#shared/kit/calendar.ts';
import type { Project } from '#shared/projects/schema.ts';
import { cardIn, column, drag, stands } from '#tests/support/cards.ts';
import { known } from '#tests/support/known.ts';
import { sees, seesNo } from '#tests/support/sight.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { openWorld, type World } from '#tests/support/world.ts';

const HARBOUR = '国际物流港综合枢纽工程（一期）';
const LAKE = '北湖片区雨污分流改造工程';
const SCHOOL = '谷川镇中心小学恢复重建项目';

let world: World;
let site: Site;
let projects: Record<string, Project>;

beforeAll(async () => {
  site = await openSite(await openWorld());
});
beforeEach(async () => {
  world = await openWorld();
  projects = {
    [HARBOUR]: await world.addProject({ name: HARBOUR, stage: 'preparing' }),
    [LAKE]: await world.addProject({ name: LAKE }),
    [SCHOOL]: await world.addProject({ name: SCHOOL, kind: 'reconstruction', unitId: world.units.water.id }),
  };
  await site.show(world);
});
afterEach(async () => {
  await site.closeWindows();
  site.expectNoComplaints();
});
afterAll(() => site?.close());

async function boards(view: string): Promise<[Page, Page]> {
  const pages: [Page, Page] = [
    await site.pageOf(world.actors.office, `/?view=${view}`),
    await site.pageOf(world.actors.leader, `/?view=${view}`),
  ];
  for (const page of pages) await sees(page.getByRole('status').filter({ hasText: '实时' }));
  return pages;
}

function stepOf(name: string, group: 'engineering' | 'construction') {
  return {
    ...{ projectId: known(projects[HARBOUR]).id, name, group, agencyUnitId: null, limitDays: 7, limitUnit: 'workday' as const },
    ...{ acceptedOn: null, dueOn: null, doneOn: null, documentNumber: null, tolerantUntil: null },
  };
}

async function openMenu(page: Page, card: Locator): Promise<Locator> {
  await card.getByRole('button').click();
  return page.getByRole('menu');
}

test('开工 is refused without the permit, and a project with it is moved with its day', async () => {
  const [office, leader] = await boards('stage');
  await world
    .as('office')
    .approvals.create({ ...stepOf('环境影响评价', 'engineering'), state: 'accepted', acceptedOn: '2026-10-12' as Day });
  const menu = await openMenu(office, cardIn(office, '前期手续', HARBOUR));
  await sees(menu.getByRole('menuitem', { name: /^开工/, disabled: true }));
  await office.keyboard.press('Escape');
  await drag(office, cardIn(office, '前期手续', HARBOUR), { on: column(office, '开工') });
  const panel = office.getByRole('dialog', { name: '不能进入“开工”' });
  await sees(panel.getByText('手续里没有“施工许可”一项'));
  await sees(panel.getByText('待：环境影响评价'));
  await panel.getByRole('button', { name: '放回原列' }).click();
  await stands(office, '前期手续', [HARBOUR]);

  await world
    .as('office')
    .approvals.create({ ...stepOf('建筑工程施工许可证', 'construction'), state: 'done', doneOn: '2026-10-20' as Day });
  await drag(office, cardIn(office, '前期手续', HARBOUR), { on: column(office, '开工') });
  const dialog = office.getByRole('dialog');
  await sees(dialog.getByText(HARBOUR));
  await dialog.getByRole('button', { name: '保存' }).click();
  await stands(leader, '开工', [HARBOUR]);
  const { project } = await world.as('office').projects.get({ id: known(projects[HARBOUR]).id });
  expect(project).toMatchObject({ stage: 'started', actualStart: '2026-10-29' });
});

test('what 达效 rests on is asked when the card is dropped, and stands on the project’s page', async () => {
  const plant = await world.addProject({ name: '智能装备产业园（一期）', stage: 'producing' });
  const office = await site.pageOf(world.actors.office, '/?view=stage');
  await drag(office, cardIn(office, '投产', plant.name), { on: column(office, '达效') });
  const dialog = office.getByRole('dialog');
  await sees(dialog.getByText('还不能变更：缺达效依据'));
  await dialog.getByRole('textbox', { name: '达效依据' }).fill('连续三个月达到设计产能，产值 2.4 亿元');
  await dialog.getByRole('button', { name: '保存' }).click();
  await stands(office, '达效', [plant.name]);
  await office.goto(`/projects/${plant.id}`);
  await sees(office.getByText('达效依据：连续三个月达到设计产能，产值 2.4 亿元'));
});

test('竣工 follows a visit on site, recorded where the refusal leads', async () => {
  const office = await site.pageOf(world.actors.office, '/?view=stage');
  await drag(office, cardIn(office, '在建', LAKE), { on: column(office, '竣工') });
  const panel = office.getByRole('dialog', { name: '不能进入“竣工”' });
  await sees(panel.getByText('缺实地核查'));
  await panel.getByRole('button', { name: '去记录实地核查' }).click();
  await office.getByRole('button', { name: '记录核查' }).click();
  const visit = office.getByRole('dialog', { name: '记录核查' });
  await visit.getByRole('combobox', { name: '核查结论' }).selectOption({ label: '已竣工' });
  await visit.getByRole('textbox', { name: '核查人' }).fill('项目办 宋科长、住建局');
  await visit.getByRole('button', { name: '保存' }).click();
  await sees(office.getByRole('cell', { name: '已竣工' }));
  await office.goto('/?view=stage');
  await drag(office, cardIn(office, '在建', LAKE), { on: column(office, '竣工') });
  await office.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await stands(office, '竣工', [LAKE]);
});

test('with papers missing a project starts when a leader has signed', async () => {
  const { id } = known(projects[HARBOUR]);
  await world.as('office').approvals.create({
    ...{ ...stepOf('建筑工程施工许可证', 'construction'), state: 'tolerant' },
    ...{ acceptedOn: '2026-10-12' as Day, tolerantUntil: '2026-11-20' as Day },
  });
  const office = await site.pageOf(world.actors.office, '/?view=stage');
  await drag(office, cardIn(office, '前期手续', HARBOUR), { on: column(office, '开工') });
  const panel = office.getByRole('dialog', { name: '不能进入“开工”' });
  await sees(panel.getByText('容缺开工缺领导签批'));
  await panel.getByRole('button', { name: '看手续' }).click();
  await office.getByRole('button', { name: '发起容缺开工' }).click();
  const asking = office.getByRole('dialog', { name: '发起容缺开工' });
  await asking.getByLabel('补齐时限').fill('2026-11-20');
  await asking.getByRole('textbox', { name: '开工理由' }).fill('施工队伍已进场，图审意见本月补齐');
  await asking.getByRole('button', { name: '提交签批' }).click();
  await sees(office.getByText('待领导签批'));

  const leader = await site.pageOf(world.actors.leader, `/projects/${id}/steps`);
  await leader.getByRole('button', { name: '签批' }).click();
  await leader.getByRole('dialog', { name: '容缺开工' }).getByRole('button', { name: '同意容缺开工' }).click();
  await sees(office.getByText('已签批'));
  await office.goto('/?view=stage');
  await drag(office, cardIn(office, '前期手续', HARBOUR), { on: column(office, '开工') });
  await office.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await stands(office, '开工', [HARBOUR]);
});

test('in lanes each project stands under its own, and what reconstruction does not have is shaded', async () => {
  const office = await site.pageOf(world.actors.office, '/?view=stage');
  await office.getByRole('button', { name: '显示' }).click();
  await office.getByRole('menuitemcheckbox', { name: '按重点 / 重建' }).click();
  const lane = office.getByRole('region', { name: '重建', exact: true });
  await sees(lane.getByRole('article', { name: new RegExp(`^${SCHOOL}，`) }));
  await sees(lane.getByText('重建项目不设此阶段'));
  await seesNo(lane.getByRole('article', { name: new RegExp(`^${LAKE}，`) }));
  expect(new URL(office.url()).searchParams.get('lanes')).toBe('kind');
  await office.reload();
  await sees(office.getByRole('region', { name: '重建', exact: true }));
});

test('a lamp is set by hand with a reason, keeps the rule’s own beside it, and is given back', async () => {
  const [office, leader] = await boards('lamps');
  await sees(office.getByRole('article').filter({ hasText: LAKE }));
  const [from] = await Promise.all(
    ['绿灯', '黄灯', '红灯', '未评灯'].map(async (name) => ((await cardIn(office, name, LAKE).count()) ? [name] : [])),
  ).then((found) => found.flat());
  await drag(office, cardIn(office, known(from), LAKE), { on: column(office, from === '黄灯' ? '红灯' : '黄灯') });
  const to = from === '黄灯' ? '红灯' : '黄灯';
  const dialog = office.getByRole('dialog', { name: `改为${to}` });
  await dialog.getByRole('textbox', { name: '原因' }).fill('征迁受阻，已书面说明');
  await dialog.getByRole('button', { name: '确定' }).click();
  await sees(cardIn(leader, to, LAKE).getByText(/^规则 /));

  const menu = await openMenu(office, cardIn(office, to, LAKE));
  await menu.getByRole('menuitem', { name: new RegExp(`^${known(from)}`) }).click();
  await sees(cardIn(leader, known(from), LAKE));
  await seesNo(cardIn(leader, known(from), LAKE).getByText(/^规则 /));
});

test('a candidate goes on the route by keyboard, and a flag is for entries alone', async () => {
  const [office, leader] = await boards('flags');
  await drag(office, cardIn(office, '候选', LAKE), { on: column(office, '黑旗') });
  await sees(office.getByRole('alert').filter({ hasText: '参评项目' }));
  await cardIn(office, '候选', LAKE).focus();
  for (const key of ['Space', 'ArrowRight', 'Space']) await office.keyboard.press(key);
  await stands(leader, '观摩路线', [LAKE]);
  await sees(cardIn(office, '观摩路线', LAKE).and(office.locator(':focus')));
  await drag(office, cardIn(office, '观摩路线', LAKE), { on: column(office, '红旗') });
  const dialog = office.getByRole('dialog', { name: '提名红旗' });
  await dialog.getByRole('textbox', { name: '依据' }).fill('形象进度居全区第一');
  await dialog.getByRole('button', { name: '确定' }).click();
  await stands(leader, '红旗', [LAKE]);
});

test('a unit sees its stages, and moves there only what is its own to move', async () => {
  const officer = await site.pageOf(world.actors.officer, '/?view=stage');
  await stands(officer, '在建', [LAKE]);
  const menu = await openMenu(officer, cardIn(officer, '在建', LAKE));
  await sees(menu.getByRole('menuitem', { name: /^竣工/, disabled: true }));
});
