import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Quarter } from '#shared/kit/calendar.ts';
import { wan } from '#shared/kit/money.ts';
import type { Project } from '#shared/projects/schema.ts';
import { cardIn, column, drag, hold, namesIn, pull, stands } from '#tests/support/cards.ts';
import { known } from '#tests/support/known.ts';
import { heldBack } from '#tests/support/line.ts';
import { counts, sees, seesNo } from '#tests/support/sight.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { openWorld, type World } from '#tests/support/world.ts';

const LAKE = '北湖片区雨污分流改造工程';
const PUMP = '东林街道排涝泵站修复工程';
const CLINIC = '区中医院综合能力提升项目';
const SCHOOL = '谷川镇中心小学恢复重建项目';
const FIELDS = '农田水利设施修复工程';

let world: World;
let site: Site;
let projects: Record<string, Project>;

beforeAll(async () => {
  site = await openSite(await openWorld());
});
beforeEach(async () => {
  world = await openWorld();
  projects = await seed();
  await site.show(world);
});
afterEach(async () => {
  await site.closeWindows();
  site.expectNoComplaints();
});
afterAll(() => site?.close());

/** Returned: lake and pump; owing: clinic; on the agenda, both returned: school, then fields. */
async function seed(): Promise<Record<string, Project>> {
  const { week } = (await world.as('office').board.snapshot()).header;
  const made: Record<string, Project> = {};
  for (const name of [LAKE, PUMP, CLINIC, SCHOOL, FIELDS]) {
    const project = await world.addProject({
      name,
      kind: name === SCHOOL || name === FIELDS ? 'reconstruction' : 'key',
      unitId: name === PUMP || name === FIELDS ? world.units.water.id : world.units.housing.id,
    });
    made[name] = project;
    if (name === CLINIC) continue;
    await world.as('office').returns.submit({
      ...{ projectId: project.id, week, doneThisWeek: wan(9_000), doneThisYear: wan(9_000), doneAtMonthEnd: wan(9_000) },
      ...{ progress: '按计划推进。', problem: null, nextStep: null, request: null, version: 0 },
    });
  }
  for (const name of [SCHOOL, FIELDS]) await world.as('office').agenda.add({ projectId: known(made[name]).id, after: null });
  await world.as('office').agenda.move({ ...(await itemOf(SCHOOL)), after: null });
  return made;
}

/** The agenda as the server has it. */
async function agendaNow(): Promise<string[]> {
  const { week } = (await world.as('office').board.snapshot()).header.meeting;
  return (await world.as('office').meetings.get({ week })).items.map(({ title }) => title);
}

async function itemOf(name: string) {
  const { cards } = await world.as('office').board.snapshot();
  const { id, version } = known(cards.find((card) => card.name === name)?.agenda);
  return { id, version };
}

/** The office's board and, in another browser, the leader's. */
async function twoBoards(): Promise<[Page, Page]> {
  const office = await site.pageOf(world.actors.office, '/');
  const leader = await site.pageOf(world.actors.leader, '/');
  for (const page of [office, leader]) {
    await stands(page, '周例会', [SCHOOL, FIELDS]);
    await sees(page.getByRole('status').filter({ hasText: '实时' }));
  }
  return [office, leader];
}

test('the board is drawn from what came beside the page, each thing asked for once, in the words it brings', async () => {
  const page = await site.pageOf(world.actors.office, '/screen');
  const board = new URL('/', page.url()).href;
  // What the first page still asks for on its way out is not counted.
  await page.goto('about:blank');
  // The words of the other pages never come: nothing on the board may wait for them.
  await page.route(/\/assets\/words-zh-pages-/, () => undefined);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(board);
  await stands(page, '周例会', [SCHOOL, FIELDS]);
  expect(asked.filter((path) => path === '/board/snapshot')).toHaveLength(1);
  expect(asked.filter((path) => path === '/trpc/auth.me')).toHaveLength(1);
  expect(asked.filter((path) => /^\/assets\/board-.*\.js$/.test(path))).toHaveLength(1);
});

test('a card dropped between two items of the agenda stands there in another browser by itself', async () => {
  const [office, leader] = await twoBoards();
  await hold(office, cardIn(office, '已填报', LAKE), { on: cardIn(office, '周例会', FIELDS), half: 'upper' });
  await sees(office.getByText('第 2 项 · 9:08 起').or(office.getByText(/^第 2 项 · \d+:\d\d 起$/)));
  await office.mouse.up();
  await stands(office, '周例会', [SCHOOL, LAKE, FIELDS]);
  await stands(leader, '周例会', [SCHOOL, LAKE, FIELDS]);
  await stands(leader, '已填报', [PUMP]);

  await drag(office, cardIn(office, '周例会', FIELDS), { on: cardIn(office, '周例会', SCHOOL), half: 'upper' });
  await stands(office, '周例会', [FIELDS, SCHOOL, LAKE]);
  await stands(leader, '周例会', [FIELDS, SCHOOL, LAKE]);

  await drag(office, cardIn(office, '周例会', LAKE), { on: column(office, '已填报') });
  await stands(office, '周例会', [FIELDS, SCHOOL]);
  await stands(leader, '周例会', [FIELDS, SCHOOL]);
  await stands(leader, '已填报', [LAKE, PUMP]);
});

test('an agenda card that is dragged back while its return is owed stands among those that owe', async () => {
  const [office, leader] = await twoBoards();
  await drag(office, cardIn(office, '待填报', CLINIC), { on: cardIn(office, '周例会', SCHOOL), half: 'upper' });
  await stands(leader, '周例会', [CLINIC, SCHOOL, FIELDS]);
  await sees(cardIn(leader, '周例会', CLINIC).getByText('未报'));
  await drag(office, cardIn(office, '周例会', CLINIC), { on: column(office, '已填报') });
  await stands(leader, '待填报', [CLINIC]);
  await stands(leader, '已填报', [LAKE, PUMP]);
});

test('a project is nominated, put on the route and proposed for a flag, keeps its place in the week, and is taken back out', async () => {
  const [office, leader] = await twoBoards();
  await drag(office, cardIn(office, '已填报', LAKE), { on: column(office, '拟通报表扬') });
  await stands(leader, '拟通报表扬', [LAKE]);
  await sees(cardIn(leader, '已填报', LAKE).getByText('拟表扬'));
  await drag(office, cardIn(office, '拟通报表扬', LAKE), { on: column(office, '拟通报批评') });
  await stands(leader, '拟通报批评', [LAKE]);
  await stands(leader, '拟通报表扬', []);

  await drag(office, cardIn(office, '已填报', LAKE), { on: column(office, '观摩路线') });
  await stands(leader, '观摩路线', [LAKE]);
  await drag(office, cardIn(office, '已填报', PUMP), { on: cardIn(office, '观摩路线', LAKE), half: 'upper' });
  await stands(leader, '观摩路线', [PUMP, LAKE]);

  await drag(office, cardIn(office, '观摩路线', LAKE), { on: column(office, '红旗提名') });
  const dialog = office.getByRole('dialog', { name: '提名红旗' });
  await dialog.getByRole('textbox', { name: '依据' }).fill('形象进度居全区第一');
  await dialog.getByRole('button', { name: '确定' }).click();
  await stands(leader, '红旗提名', [LAKE]);
  await sees(cardIn(leader, '已填报', LAKE).getByText('拟批评 · 在观摩路线 · 拟红旗'));
  const { flags } = await world.as('leader').flags.list({ quarter: '2026-Q4' as Quarter });
  expect(flags.map((flag) => flag.basis)).toEqual(['形象进度居全区第一']);

  await drag(office, cardIn(office, '红旗提名', LAKE), { on: column(office, '已填报') });
  await stands(leader, '红旗提名', []);
  await drag(office, cardIn(office, '观摩路线', LAKE), { on: column(office, '已填报') });
  await stands(leader, '观摩路线', [PUMP]);
  await drag(office, cardIn(office, '拟通报批评', LAKE), { on: column(office, '已填报') });
  await stands(leader, '拟通报批评', []);
  await stands(leader, '已填报', [LAKE, PUMP]);
  await seesNo(cardIn(leader, '已填报', LAKE).getByText(/拟批评|在观摩路线|拟红旗/));
});

test('a card is carried by the keyboard, and each step is said', async () => {
  const [office, leader] = await twoBoards();
  const said = office.getByRole('status');
  await cardIn(office, '已填报', LAKE).focus();
  await office.keyboard.press(' ');
  await sees(said.filter({ hasText: `已拿起 ${LAKE}，在 已填报。用方向键移动，空格放下，Esc 放回。` }));
  await office.keyboard.press('ArrowRight');
  await sees(said.filter({ hasText: '周例会 第 3 位，共 3 位' }));
  await office.keyboard.press('ArrowUp');
  await sees(said.filter({ hasText: '周例会 第 2 位，共 3 位' }));
  await office.keyboard.press(' ');
  await sees(said.filter({ hasText: `${LAKE} 已移到 周例会` }));
  await stands(office, '周例会', [SCHOOL, LAKE, FIELDS]);
  await stands(leader, '周例会', [SCHOOL, LAKE, FIELDS]);
  // Whoever carries by keys goes on from where the card now stands.
  await expect.poll(() => cardIn(office, '周例会', LAKE).evaluate((card) => card === document.activeElement)).toBe(true);

  await cardIn(office, '已填报', PUMP).focus();
  await office.keyboard.press(' ');
  await office.keyboard.press('ArrowRight');
  await office.keyboard.press('Escape');
  await sees(said.filter({ hasText: `${PUMP} 已放回原处` }));
  await stands(office, '周例会', [SCHOOL, LAKE, FIELDS]);
  await stands(office, '已填报', [PUMP]);
});

test('a move is undone from its toast, and by the key Z', async () => {
  const [office, leader] = await twoBoards();
  await drag(office, cardIn(office, '已填报', PUMP), { on: cardIn(office, '周例会', SCHOOL), half: 'upper' });
  await stands(leader, '周例会', [PUMP, SCHOOL, FIELDS]);
  await office.getByRole('button', { name: '撤销' }).click();
  await stands(leader, '周例会', [SCHOOL, FIELDS]);
  await stands(office, '已填报', [LAKE, PUMP]);

  await drag(office, cardIn(office, '周例会', FIELDS), { on: cardIn(office, '周例会', SCHOOL), half: 'upper' });
  await stands(leader, '周例会', [FIELDS, SCHOOL]);
  await sees(office.getByText('议程次序已改'));
  await office.keyboard.press('z');
  await stands(leader, '周例会', [SCHOOL, FIELDS]);
});

test('filters stand in the address and survive a reload', async () => {
  const [office] = await twoBoards();
  await office.getByRole('searchbox', { name: /拼音或首字母/ }).fill('dljd');
  await stands(office, '已填报', [PUMP]);
  await stands(office, '周例会', []);
  await office.reload();
  await stands(office, '已填报', [PUMP]);
  expect(await office.getByRole('searchbox', { name: /拼音或首字母/ }).inputValue()).toBe('dljd');

  await office.getByRole('searchbox', { name: /拼音或首字母/ }).fill('');
  await office.getByRole('radio', { name: /^重建/ }).check();
  await office.getByRole('combobox', { name: '责任单位' }).selectOption({ label: '水利局' });
  await stands(office, '周例会', [FIELDS]);
  await stands(office, '已填报', []);
  await office.reload();
  await stands(office, '周例会', [FIELDS]);
  const sent = await site.pageOf(world.actors.leader, office.url());
  await stands(sent, '周例会', [FIELDS]);
  expect(await sent.getByRole('radio', { name: /^重建/ }).isChecked()).toBe(true);
});

test('a refused drop says why and leaves everything where it was', async () => {
  const [office, leader] = await twoBoards();
  await drag(office, cardIn(office, '已填报', LAKE), { on: column(office, '待填报') });
  await sees(office.getByRole('alert').filter({ hasText: '本周已填报，不能拖回待填报' }));
  await drag(office, cardIn(office, '已填报', LAKE), { on: column(office, '黑旗提名') });
  await sees(office.getByRole('alert').filter({ hasText: '只有本季观摩的参评项目可以评旗，请先列入观摩。' }));
  await stands(office, '已填报', [LAKE, PUMP]);
  await stands(leader, '黑旗提名', []);

  await cardIn(office, '已填报', LAKE)
    .getByRole('button', { name: `${LAKE}的操作` })
    .click();
  const refused = office.getByRole('menuitem', { name: /^黑旗提名/ });
  expect(await refused.getAttribute('aria-disabled')).toBe('true');
  await sees(refused.getByText('请先列入观摩'));
});

test('dropping an owing card on 已填报 opens its return', async () => {
  const [office] = await twoBoards();
  await drag(office, cardIn(office, '待填报', CLINIC), { on: column(office, '已填报') });
  await office.waitForURL(new RegExp(`/returns\\?project=${known(projects[CLINIC]).id}$`));
  await sees(office.getByRole('heading', { name: CLINIC, level: 2 }));
});

test('an officer sees the own unit’s cards alone and cannot move them', async () => {
  const officer = await site.pageOf(world.actors.officer, '/');
  await stands(officer, '待填报', [CLINIC]);
  await stands(officer, '已填报', [LAKE]);
  await stands(officer, '周例会', [SCHOOL]);
  await counts(officer.getByText(PUMP), 0);
  await counts(officer.getByText(FIELDS), 0);
  await pull(officer, cardIn(officer, '已填报', LAKE), { on: column(officer, '周例会') });
  await officer.mouse.up();
  await cardIn(officer, '已填报', LAKE).focus();
  await officer.keyboard.press(' ');
  await cardIn(officer, '已填报', LAKE)
    .getByRole('button', { name: `${LAKE}的操作` })
    .click();
  await sees(officer.getByRole('menuitem', { name: '打开项目页' }));
  await counts(officer.getByRole('menuitem', { name: '周例会', exact: true }), 0);
  await stands(officer, '已填报', [LAKE]);
  await stands(officer, '周例会', [SCHOOL]);
});

test('two people who move one card are told, and both see what stands', async () => {
  const [office] = await twoBoards();
  const second = await world.addAccount('office', world.officeUnitId, '秦科员');
  const other = await site.pageOf(second, '/');
  await stands(other, '周例会', [SCHOOL, FIELDS]);

  // The first one's move is on its way for a moment too long.
  const letGo = await heldBack(office, '**/trpc/agenda.move');
  const asked = office.waitForRequest('**/trpc/agenda.move');
  await drag(office, cardIn(office, '周例会', FIELDS), { on: cardIn(office, '周例会', SCHOOL), half: 'upper' });
  await asked;
  await stands(office, '周例会', [FIELDS, SCHOOL]);
  await drag(other, cardIn(other, '周例会', FIELDS), { on: column(other, '已填报') });
  await stands(other, '周例会', [SCHOOL]);
  letGo();
  await sees(office.getByRole('alert'));
  await stands(office, '周例会', [SCHOOL]);
  await stands(office, '已填报', await namesIn(other, '已填报'));
  expect(await namesIn(office, '周例会')).toEqual(await namesIn(other, '周例会'));
});

test('one person who is faster than the line is not taken for two: a card goes where its last move puts it', async () => {
  const [office] = await twoBoards();
  const letGo = await heldBack(office, '**/trpc/agenda.add');
  const asked = office.waitForRequest('**/trpc/agenda.add');
  await drag(office, cardIn(office, '已填报', PUMP), { on: cardIn(office, '周例会', FIELDS), half: 'lower' });
  await asked;
  await stands(office, '周例会', [SCHOOL, FIELDS, PUMP]);
  await drag(office, cardIn(office, '周例会', PUMP), { on: cardIn(office, '周例会', SCHOOL), half: 'upper' });
  await stands(office, '周例会', [PUMP, SCHOOL, FIELDS]);
  await drag(office, cardIn(office, '周例会', PUMP), { on: cardIn(office, '周例会', FIELDS), half: 'upper' });
  await stands(office, '周例会', [SCHOOL, PUMP, FIELDS]);
  const moved = office.waitForResponse('**/trpc/agenda.move');
  letGo();
  await moved;
  await stands(office, '周例会', [SCHOOL, PUMP, FIELDS]);
  await expect.poll(agendaNow).toEqual([SCHOOL, PUMP, FIELDS]);
  await stands(office, '周例会', [SCHOOL, PUMP, FIELDS]);
});

test('a card that goes behind one whose own move is still on its way stands behind it in the end', async () => {
  const [office] = await twoBoards();
  const letGo = await heldBack(office, '**/trpc/agenda.add');
  const asked = office.waitForRequest('**/trpc/agenda.add');
  await drag(office, cardIn(office, '已填报', LAKE), { on: cardIn(office, '周例会', SCHOOL), half: 'upper' });
  await asked;
  await stands(office, '周例会', [LAKE, SCHOOL, FIELDS]);
  await drag(office, cardIn(office, '已填报', PUMP), { on: cardIn(office, '周例会', LAKE), half: 'lower' });
  await stands(office, '周例会', [LAKE, PUMP, SCHOOL, FIELDS]);
  letGo();
  await expect.poll(agendaNow).toEqual([LAKE, PUMP, SCHOOL, FIELDS]);
  await stands(office, '周例会', [LAKE, PUMP, SCHOOL, FIELDS]);
});

test('a card put on the route, off it and on it again before the line has answered is on it', async () => {
  const [office] = await twoBoards();
  const answers: string[] = [];
  office.on('response', (response) => {
    const act = /inspections\.(addStop|removeStop|moveStop)$/.exec(response.url())?.[1];
    if (act) answers.push(`${act} ${response.status()}`);
  });
  const letGo = await heldBack(office, '**/trpc/inspections.addStop');
  const asked = office.waitForRequest('**/trpc/inspections.addStop');
  await drag(office, cardIn(office, '已填报', PUMP), { on: column(office, '观摩路线') });
  await asked;
  await stands(office, '观摩路线', [PUMP]);
  await drag(office, cardIn(office, '观摩路线', PUMP), { on: column(office, '已填报') });
  await stands(office, '观摩路线', []);
  await drag(office, cardIn(office, '已填报', PUMP), { on: column(office, '观摩路线') });
  await stands(office, '观摩路线', [PUMP]);
  letGo();
  await expect.poll(() => answers).toEqual(['addStop 200', 'removeStop 200', 'addStop 200']);
  await stands(office, '观摩路线', [PUMP]);
  await seesNo(office.getByRole('alert'));
});

test('what is moved again while it is being put back follows that, and is nobody else’s change', async () => {
  const [office] = await twoBoards();
  await drag(office, cardIn(office, '周例会', FIELDS), { on: cardIn(office, '周例会', SCHOOL), half: 'upper' });
  await sees(office.getByText('议程次序已改'));
  await expect.poll(agendaNow).toEqual([FIELDS, SCHOOL]);
  const letGo = await heldBack(office, '**/trpc/board.undo');
  const asked = office.waitForRequest('**/trpc/board.undo');
  await office.getByRole('button', { name: '撤销' }).click();
  await asked;
  await stands(office, '周例会', [SCHOOL, FIELDS]);
  await drag(office, cardIn(office, '周例会', FIELDS), { on: cardIn(office, '周例会', SCHOOL), half: 'upper' });
  await stands(office, '周例会', [FIELDS, SCHOOL]);
  const moved = office.waitForResponse('**/trpc/agenda.move');
  letGo();
  expect((await moved).ok()).toBe(true);
  await expect.poll(agendaNow).toEqual([FIELDS, SCHOOL]);
  await stands(office, '周例会', [FIELDS, SCHOOL]);
  await seesNo(office.getByRole('alert'));
});

test('of two orders for one agenda the second is refused by name, not written over the first', async () => {
  const [office] = await twoBoards();
  const second = await world.addAccount('office', world.officeUnitId, '秦科员');
  const other = await site.pageOf(second, '/');
  await stands(other, '周例会', [SCHOOL, FIELDS]);
  await drag(other, cardIn(other, '已填报', LAKE), { on: cardIn(other, '周例会', SCHOOL), half: 'upper' });
  await stands(office, '周例会', [LAKE, SCHOOL, FIELDS]);

  const letGo = await heldBack(office, '**/trpc/agenda.move');
  const asked = office.waitForRequest('**/trpc/agenda.move');
  await drag(office, cardIn(office, '周例会', FIELDS), { on: cardIn(office, '周例会', LAKE), half: 'upper' });
  await asked;
  await drag(other, cardIn(other, '周例会', FIELDS), { on: cardIn(other, '周例会', SCHOOL), half: 'upper' });
  await stands(other, '周例会', [LAKE, FIELDS, SCHOOL]);
  letGo();
  await sees(office.getByRole('alert').filter({ hasText: /刚改过这一项，您的改动没有覆盖它/ }));
  await stands(office, '周例会', [LAKE, FIELDS, SCHOOL]);
  await stands(other, '周例会', [LAKE, FIELDS, SCHOOL]);
});
