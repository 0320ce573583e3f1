import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Project } from '#shared/projects/schema.ts';
import { cardIn, column, drag, namesIn, stands } from '#tests/support/cards.ts';
import { dragByFinger, press, rest, swipe } from '#tests/support/fingers.ts';
import { known } from '#tests/support/known.ts';
import { heldBack } from '#tests/support/line.ts';
import { counts, sees, seesNo } from '#tests/support/sight.ts';
import { openSite, phone, type Site } from '#tests/support/site.ts';
import { openWorld, type World } from '#tests/support/world.ts';

const LAKE = '北湖片区雨污分流改造工程';
const PUMP = '东林街道排涝泵站修复工程';
const CLINIC = '区中医院综合能力提升项目';
const SCHOOL = '谷川镇中心小学恢复重建项目';

let world: World;
let site: Site;
let projects: Record<string, Project>;

beforeAll(async () => {
  site = await openSite(await openWorld());
});
beforeEach(async () => {
  world = await openWorld();
  projects = {};
  for (const name of [LAKE, PUMP, CLINIC, SCHOOL]) {
    const isRebuilt = name === PUMP || name === SCHOOL;
    const unitId = isRebuilt ? world.units.water.id : world.units.housing.id;
    projects[name] = await world.addProject({ name, unitId, kind: isRebuilt ? 'reconstruction' : 'key', stage: 'preparing' });
  }
  await site.show(world);
});
afterEach(async () => {
  await site.closeWindows();
  site.expectNoComplaints();
});
afterAll(() => site?.close());

const idOf = (name: string) => known(projects[name]).id;

async function boardOf(address = '/', size?: typeof phone): Promise<Page> {
  const page = await site.pageOf(world.actors.office, address, size);
  await sees(page.getByRole('article').first());
  await sees(page.getByRole('status').filter({ hasText: '同步' }));
  return page;
}

const said = (page: Page, text: string) => sees(page.getByRole('status').filter({ hasText: text }));
const isFocused = (page: Page, columnName: string, name: string) =>
  expect.poll(() => cardIn(page, columnName, name).evaluate((card) => card === document.activeElement)).toBe(true);

async function moveByMenu(page: Page, from: string, name: string, to: RegExp): Promise<void> {
  await cardIn(page, from, name)
    .getByRole('button', { name: `${name}的操作` })
    .click();
  await page.getByRole('menuitem', { name: to }).click();
}

test('cards picked by keys are carried together, each step is said, and one Ctrl Z takes all back', async () => {
  const page = await boardOf();
  const [first, second] = await namesIn(page, '待填报');
  await cardIn(page, '待填报', known(first)).focus();
  await page.keyboard.press('x');
  await said(page, '已选 1 个');
  await page.keyboard.press('Shift+ArrowDown');
  await said(page, '已选 2 个');
  await page.keyboard.press(' ');
  await said(page, '已拿起 2 个项目，在 待填报。用方向键移动，空格放下，Esc 放回。');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await said(page, '周例会 第 1 位，共 2 位');
  await page.keyboard.press(' ');
  await said(page, '2 个项目已移到 周例会 第 1 位，共 2 位');
  await stands(page, '周例会', [known(first), known(second)]);
  await isFocused(page, '周例会', known(second));
  await sees(page.getByText('已移动 2 个项目'));
  await page.keyboard.press('Control+z');
  await stands(page, '周例会', []);
  await counts(column(page, '待填报').getByRole('article'), 4);
});

test('of several cards those that may go, go, and each other says why', async () => {
  const page = await boardOf();
  await world.as('office').inspections.addStop({ projectId: idOf(LAKE) });
  await stands(page, '观摩路线', [LAKE]);
  for (const name of [LAKE, PUMP, SCHOOL]) await cardIn(page, '待填报', name).click({ modifiers: ['Control'], position: { x: 80, y: 8 } });
  await page.getByRole('toolbar', { name: '已选 3 个' }).getByRole('button', { name: '移动到…' }).click();
  await page.getByRole('menuitem', { name: '红旗提名（可移 1 / 3 个）' }).click();
  const words = page.getByRole('dialog', { name: '提名红旗' });
  await words.getByRole('textbox', { name: '依据' }).fill('形象进度居全区第一');
  await words.getByRole('button', { name: '确定' }).click();
  const report = page.getByRole('dialog', { name: '2 个项目没有移动' });
  for (const name of [PUMP, SCHOOL]) await sees(report.getByRole('listitem').filter({ hasText: name }).getByText('请先列入观摩'));
  await report.getByRole('button', { name: '知道了' }).click();
  await stands(page, '红旗提名', [LAKE]);
});

test('several cards go to a stage together: each is asked by its own gate, each that stays says why, and all that went come back', async () => {
  const page = await boardOf('/?view=stage');
  for (const name of [LAKE, PUMP, SCHOOL])
    await cardIn(page, '前期手续', name).click({ modifiers: ['Control'], position: { x: 80, y: 8 } });
  await page.getByRole('toolbar', { name: '已选 3 个' }).getByRole('button', { name: '移动到…' }).click();
  // Reconstruction knows no 签约, and goes back to 谋划 alone.
  await page.getByRole('menuitem', { name: /^签约（可移 1 \/ 3 个）/ }).click();
  const stages = page.getByRole('dialog', { name: /一起移动 3 个项目|签约/ });
  await stages.getByRole('textbox', { name: '原因' }).fill('合同重签');
  await stages.getByRole('button', { name: '确定' }).click();
  const report = page.getByRole('dialog', { name: '2 个项目没有移动' });
  for (const name of [PUMP, SCHOOL]) await sees(report.getByRole('listitem').filter({ hasText: name }));
  await report.getByRole('button', { name: '知道了' }).click();
  await stands(page, '签约', [LAKE]);

  // Those that stayed are still picked, for another try.
  await page.getByRole('toolbar', { name: '已选 2 个' }).getByRole('button', { name: '移动到…' }).click();
  await page.getByRole('menuitem', { name: /^谋划/ }).click();
  const back = page.getByRole('dialog');
  await back.getByRole('textbox', { name: '原因' }).fill('方案重做');
  await back.getByRole('button', { name: '确定' }).click();
  await sees(page.getByText('已移动 2 个项目'));
  await expect.poll(async () => (await namesIn(page, '谋划')).sort()).toEqual([PUMP, SCHOOL].sort());
  const { cards } = await world.as('office').board.snapshot();
  expect(
    cards
      .filter(({ stage }) => stage === 'planned')
      .map(({ name }) => name)
      .sort(),
  ).toEqual([PUMP, SCHOOL].sort());
  await page.keyboard.press('Control+z');
  await stands(page, '谋划', []);
  await expect.poll(async () => (await namesIn(page, '前期手续')).length).toBe(3);
});

test('what is dragged takes along what is picked with it', async () => {
  const page = await boardOf();
  await cardIn(page, '待填报', LAKE).click({ modifiers: ['Control'], position: { x: 80, y: 8 } });
  await cardIn(page, '待填报', CLINIC).click({ modifiers: ['Control'], position: { x: 80, y: 8 } });
  const picked = (await namesIn(page, '待填报')).filter((name) => name === LAKE || name === CLINIC);
  await drag(page, cardIn(page, '待填报', LAKE), { on: column(page, '周例会') });
  await stands(page, '周例会', picked);
});

test('Ctrl Z takes back the move that is still on its way, not what was done before it', async () => {
  const page = await boardOf();
  await moveByMenu(page, '待填报', LAKE, /^周例会/);
  await sees(page.getByRole('button', { name: '撤销' }));
  const letGo = await heldBack(page, '**/trpc/agenda.add');
  await moveByMenu(page, '待填报', PUMP, /^周例会/);
  await stands(page, '周例会', [LAKE, PUMP]);
  await page.keyboard.press('Control+z');
  letGo();
  await sees(page.getByText(/^已撤销/));
  await stands(page, '周例会', [LAKE]);
  const { cards } = await world.as('office').board.snapshot();
  expect(cards.filter((card) => card.agenda).map((card) => card.name)).toEqual([LAKE]);
});

test('a move is not undone over what somebody else has done since: it says who and what', async () => {
  const page = await boardOf();
  await moveByMenu(page, '待填报', LAKE, /^周例会/);
  await stands(page, '周例会', [LAKE]);
  await isFocused(page, '周例会', LAKE);
  const second = await world.addAccount('office', world.officeUnitId, '秦科员');
  const { cards } = await world.as('office').board.snapshot();
  const item = known(cards.find((card) => card.name === LAKE)?.agenda);
  await world.as(second).agenda.update({ id: item.id, version: item.version, reason: '请领导定', minutes: 20 });
  await page.keyboard.press('Control+z');
  await sees(page.getByRole('alert').filter({ hasText: /没有撤销：您移动之后，秦科员 于 15:20 又修改了这项议题/ }));
  await stands(page, '周例会', [LAKE]);
});

test('a stage, a lamp and a flag are taken back as they were', async () => {
  const page = await boardOf('/?view=stage');
  await moveByMenu(page, '前期手续', LAKE, /^谋划/);
  const stage = page.getByRole('dialog');
  await stage.getByRole('textbox').last().fill('手续重办');
  await stage.getByRole('button', { name: '保存' }).click();
  await stands(page, '谋划', [LAKE]);
  await page.getByRole('button', { name: '撤销' }).click();
  await stands(page, '谋划', []);
  await sees(cardIn(page, '前期手续', LAKE));

  await page.goto('/?view=lamps');
  const { cards } = await world.as('office').board.snapshot();
  const { lamp } = known(cards.find((card) => card.name === LAKE));
  const [own, other] = lamp === 'red' ? ['红灯', '绿灯'] : [lamp === 'yellow' ? '黄灯' : lamp === 'green' ? '绿灯' : '未评灯', '红灯'];
  await moveByMenu(page, known(own), LAKE, new RegExp(`^${known(other)}`));
  await page.getByRole('textbox', { name: '原因' }).fill('征迁受阻，已书面说明');
  await page.getByRole('button', { name: '确定' }).click();
  await sees(cardIn(page, known(other), LAKE));
  await cardIn(page, known(other), LAKE).focus();
  await page.keyboard.press('z');
  await sees(cardIn(page, known(own), LAKE));

  await world.as('office').inspections.addStop({ projectId: idOf(LAKE) });
  const flag = await world.as('office').flags.propose({ projectId: idOf(LAKE), colour: 'black', basis: '进度滞后' });
  await page.goto('/?view=flags');
  await moveByMenu(page, '黑旗', LAKE, /^候选/);
  await stands(page, '黑旗', []);
  await page.keyboard.press('Control+z');
  await stands(page, '黑旗', [LAKE]);
  const { flags } = await world.as('office').flags.list();
  expect(flags.map(({ id, basis }) => ({ id, basis }))).toEqual([{ id: flag.id, basis: '进度滞后' }]);
});

test('no key acts while an input method has it, and single letters can be switched off for good', async () => {
  const page = await boardOf();
  const card = cardIn(page, '待填报', LAKE);
  await card.focus();
  for (const composing of [{ isComposing: true }, { keyCode: 229 }]) {
    for (const key of ['x', ' ', 'Enter', 'z']) await card.dispatchEvent('keydown', { key, bubbles: true, cancelable: true, ...composing });
  }
  await seesNo(page.getByText(/^已选 \d 个$|^已拿起/));
  expect(new URL(page.url()).pathname).toBe('/');

  // A word composed in the search: its letters are no commands, and undo nothing.
  await moveByMenu(page, '待填报', PUMP, /^周例会/);
  await stands(page, '周例会', [PUMP]);
  await page.getByRole('searchbox', { name: /拼音或首字母/ }).focus();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Input.imeSetComposition', { text: 'zx', selectionStart: 2, selectionEnd: 2 });
  await devtools.send('Input.insertText', { text: '中心' });
  expect(await page.getByRole('searchbox', { name: /拼音或首字母/ }).inputValue()).toBe('中心');
  await page.getByRole('searchbox', { name: /拼音或首字母/ }).fill('');
  await stands(page, '周例会', [PUMP]);

  await page.getByRole('button', { name: /宋科长/ }).click();
  await page.getByRole('menuitemcheckbox', { name: /单键快捷键/ }).click();
  await expect.poll(async () => (await world.as('office').auth.me()).preferences).toMatchObject({ letterKeys: false });
  await card.focus();
  await page.keyboard.press('x');
  await page.keyboard.press('z');
  await page.keyboard.press('/');
  await isFocused(page, '待填报', LAKE);
  await seesNo(page.getByText(/^已选 \d 个$/));
  await stands(page, '周例会', [PUMP]);
  const again = await boardOf();
  await cardIn(again, '待填报', LAKE).focus();
  await again.keyboard.press('x');
  await seesNo(again.getByText(/^已选 \d 个$/));
});

test('folded columns and density go with the person to another browser', async () => {
  const page = await boardOf();
  await page.getByRole('button', { name: '收起已填报' }).focus();
  await page.keyboard.press('Enter');
  await seesNo(column(page, '已填报'));
  await page.getByRole('button', { name: '显示' }).click();
  await page.getByRole('menuitemcheckbox', { name: '紧凑' }).click();
  await expect
    .poll(async () => (await world.as('office').auth.me()).preferences)
    .toMatchObject({ density: 'compact', collapsed: { cycle: ['returned'] } });
  const other = await boardOf();
  await sees(other.getByRole('button', { name: '展开已填报' }));
  await seesNo(column(other, '已填报'));
  const [full, compact] = [134, (await cardIn(other, '待填报', LAKE).boundingBox())?.height ?? 0];
  expect(compact).toBeLessThan(full / 2 + 10);
  await other.getByRole('button', { name: '展开已填报' }).click();
  await sees(column(other, '已填报'));
});

test('in lanes of the cycle a card keeps its place on the whole agenda', async () => {
  for (const name of [LAKE, PUMP, CLINIC]) await world.as('office').agenda.add({ projectId: idOf(name) });
  await world.as('office').agenda.add({ projectId: null, title: '研究冬季施工安全工作', after: null });
  const page = await boardOf('/?lanes=kind');
  const rebuilt = page.getByRole('region', { name: '重建', exact: true });
  await sees(rebuilt.getByRole('article', { name: new RegExp(`^${PUMP}，`) }).getByText('3', { exact: true }));
  const school = rebuilt.getByRole('article', { name: new RegExp(`^${SCHOOL}，`) });
  await drag(page, school, { on: rebuilt.getByRole('article', { name: new RegExp(`^${PUMP}，`) }), half: 'upper' });
  await expect
    .poll(async () => (await world.as('office').meetings.current()).items.map((item) => item.title))
    .toEqual(['研究冬季施工安全工作', LAKE, SCHOOL, PUMP, CLINIC]);
});

test('a full agenda asks for a reason, on the board and on a project’s page', async () => {
  for (let at = 1; at <= 11; at++) await world.as('office').agenda.add({ projectId: null, title: `议题${at}` });
  await world.as('office').agenda.add({ projectId: idOf(PUMP) });
  const page = await boardOf();
  await sees(page.getByText('12 / 上限 12'));
  await drag(page, cardIn(page, '待填报', LAKE), { on: column(page, '周例会') });
  const dialog = page.getByRole('dialog', { name: '议程已满' });
  await dialog.getByRole('button', { name: '确定' }).click();
  await sees(dialog.getByText('请至少写两个字'));
  await dialog.getByRole('textbox', { name: '原因' }).fill('汛期急办');
  await dialog.getByRole('button', { name: '确定' }).click();
  await sees(page.getByText('13 / 上限 12'));

  await page.goto(`/projects/${idOf(SCHOOL)}`);
  await page.getByRole('button', { name: '列入例会' }).click();
  const full = page.getByRole('dialog');
  await full.getByRole('textbox').fill('区领导要求');
  await full.getByRole('button', { name: '加入议程' }).click();
  await expect.poll(async () => (await world.as('office').meetings.current()).items.length).toBe(14);
});

/** Waits until this fills the phone and the board has come to rest. */
async function fillsThePhone(what: Locator): Promise<void> {
  const left = async () => (await what.boundingBox())?.x ?? -1;
  await expect.poll(left).toBeCloseTo(12, 0);
}

test('on a phone a finger scrolls, the handle carries, a rest picks, and columns are swiped', async () => {
  for (const name of [LAKE, PUMP, CLINIC]) await world.as('office').agenda.add({ projectId: idOf(name) });
  const page = await boardOf('/', phone);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
  const tabs = page.getByRole('navigation', { name: '列' });
  await sees(tabs.getByRole('button', { name: '待填报 1', exact: true }).and(page.locator('[aria-current="true"]')));
  await swipe(page, cardIn(page, '待填报', SCHOOL), { x: -280, y: 0 });
  await sees(tabs.getByRole('button', { name: '已填报 0', exact: true }).and(page.locator('[aria-current="true"]')));
  // The page is still gliding into place when the tab changes: a finger would stop it, the mouse of the next press does not.
  await fillsThePhone(column(page, '已填报'));
  await tabs.getByRole('button', { name: '周例会 3', exact: true }).click();
  await fillsThePhone(cardIn(page, '周例会', LAKE));
  expect((await cardIn(page, '周例会', LAKE).boundingBox())?.width).toBeGreaterThan(330);

  // A finger on the card itself moves nothing.
  await dragByFinger(page, cardIn(page, '周例会', CLINIC), cardIn(page, '周例会', LAKE));
  await stands(page, '周例会', [LAKE, PUMP, CLINIC]);
  await dragByFinger(page, cardIn(page, '周例会', CLINIC).locator('[data-handle]'), cardIn(page, '周例会', LAKE));
  await stands(page, '周例会', [CLINIC, LAKE, PUMP]);

  await rest(page, cardIn(page, '周例会', LAKE));
  await sees(page.getByRole('toolbar', { name: '已选 1 个' }));
  await press(page, cardIn(page, '周例会', PUMP));
  await page.getByRole('toolbar', { name: '已选 2 个' }).getByRole('button', { name: '移动到…' }).tap();
  await page.getByRole('menuitem', { name: /^待填报/ }).tap();
  await stands(page, '周例会', [CLINIC]);
  expect((await cardIn(page, '周例会', CLINIC).locator('[data-handle]').boundingBox())?.width).toBeGreaterThanOrEqual(40);
});
