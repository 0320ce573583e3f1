import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { day, instantAt, Month, Week } from '#shared/kit/calendar.ts';
import { wan } from '#shared/kit/money.ts';
import { ouhai2020 } from '#shared/lamps/presets/ouhai-2020.ts';
import type { Project } from '#shared/projects/schema.ts';
import { sees, seesNo } from '#tests/support/sight.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { openWorld, type World } from '#tests/support/world.ts';

const LAKE = '北湖片区雨污分流及道路提升改造工程';
const PUMP = '东林街道排涝泵站修复工程';
const september = Month.parse('2026-09');
const october = Month.parse('2026-10');

let world: World;
let site: Site;
let pump: Project;
beforeAll(async () => {
  world = await openWorld({ now: instantAt(day('2026-09-30'), '16:00') });
  const lake = await world.addProject({ name: LAKE });
  pump = await world.addProject({ name: PUMP, kind: 'reconstruction', unitId: world.units.water.id });
  const report = async (project: Project, week: string, done: number) => {
    const words = { progress: '主体施工，按计划推进。', problem: null, nextStep: null, request: null };
    const amounts = { doneThisWeek: wan(100), doneThisYear: wan(done), doneAtMonthEnd: wan(done) };
    await world.as('office').returns.submit({ projectId: project.id, week: Week.parse(week), ...amounts, ...words, version: 0 });
  };
  await report(lake, '2026-W40', 9_000);
  await report(pump, '2026-W40', 8_000);
  await world.as('office').lamps.cut({ month: september });
  world.clock.now = instantAt(day('2026-10-31'), '16:00');
  await report(lake, '2026-W44', 10_000);
  await report(pump, '2026-W44', 8_900);
  await world.as('office').lamps.cut({ month: october });
  world.clock.now = instantAt(day('2026-11-03'), '10:00');
  site = await openSite(world);
});
afterEach(() => site.expectNoComplaints());
afterAll(() => site?.close());

test('a past month is looked at with every reason, and works out again', async () => {
  const page = await site.pageOf(world.actors.leader, '/?view=lamps');
  await page.getByRole('link', { name: '历月评灯和理由' }).click();
  await sees(page.getByRole('heading', { name: '2026年11月评灯', level: 1 }));
  await page.getByRole('combobox', { name: '月份' }).selectOption('2026-10');
  await sees(page.getByRole('heading', { name: '2026年10月评灯', level: 1 }));
  const pumpRow = page.getByRole('listitem').filter({ hasText: PUMP });
  await sees(pumpRow.getByText(/今年完成投资 8,900 万元.*规则：滞后超过 5%、不足 15%为黄灯。自2026年9月起黄灯，第 2 个月。/));
  await sees(page.getByRole('heading', { name: '2026-09 定格后的更正' }));
  await sees(page.getByText('定格以后没有更正过该月末的数据。'));
  await page.getByRole('button', { name: '按当时规则复算' }).click();
  await sees(page.getByText('复算一致：按当时的规则和依据重评 2 个项目，灯全部相同。'));
});

test('the office exempts a dimension with who and why, and takes it back', async () => {
  const page = await site.pageOf(world.actors.office, `/projects/${pump.id}`);
  await page.getByRole('button', { name: '登记免评：投资进度' }).click();
  await page.getByRole('textbox', { name: '批准人或会议' }).fill('区防汛指挥部');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await sees(page.getByRole('alert').filter({ hasText: '请填写，内容不能太短。' }));
  await page.getByRole('textbox', { name: '理由' }).fill('汛期停工两个月');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await sees(page.getByText(/经区防汛指挥部同意以正当理由免评：汛期停工两个月。/));
  await page.getByRole('button', { name: '撤销“投资进度”免评' }).click();
  await sees(page.getByText('宋科长 2026-11-03 撤销'));
  await seesNo(page.getByText(/经区防汛指挥部同意以正当理由免评/));
});

test('rules are tried before they are adopted, and earlier ones stay to be taken up again', async () => {
  const page = await site.pageOf(world.actors.office, '/settings/rules');
  await page.getByRole('button', { name: '试算并采用“银川市 2025”' }).click();
  const dialog = page.getByRole('dialog', { name: '采用“银川市 2025”？' });
  await sees(dialog.getByText(/^试算结果：/));
  await sees(dialog.getByRole('row', { name: new RegExp(`${PUMP}.*黄灯.*绿灯`) }).first());
  await dialog.getByRole('button', { name: '采用', exact: true }).click();
  await sees(page.getByRole('heading', { name: '现行规则（评项目）：银川市 2025' }));
  await page.getByRole('button', { name: '试算并采用“推进通用规则”' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '采用', exact: true }).click();
  const history = page.getByRole('table', { name: '历次采用的规则' });
  await expect.poll(() => history.getByRole('row').count()).toBe(3);
  await sees(history.getByRole('row', { name: /宋科长.*银川市 2025.*已被替换/ }));
});

/** What the device holds of words being typed: the last letter may be on its way there still. */
function keptDrafts(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const asked = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((done) => request.addEventListener('success', () => done(request.result)));
    const database = await asked(indexedDB.open('tuijin-drafts'));
    const found: unknown[] = await asked(database.transaction('drafts').objectStore('drafts').getAll());
    database.close();
    return JSON.stringify(found);
  });
}

test('a set that nobody foresaw is entered by the form alone, kept meanwhile, tried and adopted', async () => {
  const page = await site.pageOf(world.actors.office, '/settings/rules');
  await page.getByRole('button', { name: '新建规则' }).click();
  await sees(page.getByRole('heading', { name: '新建评灯规则', level: 1 }));
  await page.getByRole('textbox', { name: '规则名称' }).fill('瓯海区 2020');
  await page.getByText('月度任务', { exact: true }).click();
  await page.getByText('公开发布', { exact: true }).click();
  await page.getByRole('textbox', { name: '发布地方' }).fill('浙江温州瓯海区');
  await page.getByRole('textbox', { name: '发布日期' }).fill('2020-05-21');
  await page.getByRole('button', { name: '添加方面' }).press('Enter');
  await page.getByRole('menuitem', { name: '自定方面' }).press('Enter');
  await page.getByRole('button', { name: '检查并试算' }).click();
  await sees(page.getByText('还有 6 处要改'));
  await sees(page.getByText('请填完整网址，以 http:// 或 https:// 开头。'));
  expect(await page.getByRole('textbox', { name: '出处网址' }).evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.type('http://www.wenzhou.gov.cn/art/2020/5/21/art_1217834_43244903.html');

  // What was typed is there again, whatever became of the page.
  await sees(page.getByText('草稿已存在本机，采用后清除'));
  await expect.poll(() => keptDrafts(page)).toContain('art_1217834_43244903.html');
  await page.reload();
  const node = page.getByRole('region', { name: '方面 1：未命名' });
  await node.getByRole('textbox', { name: '方面名称' }).fill('月度节点');
  const named = page.getByRole('region', { name: '方面 1：月度节点' });
  await named.getByRole('button', { name: '移除第 2 档' }).click();
  await named.getByRole('textbox', { name: '第 1 档上限' }).fill('０');
  await named.getByRole('textbox', { name: '第 2 档下限' }).fill('-1');
  await sees(named.getByRole('alert').filter({ hasText: '两档范围重叠' }));
  await named.getByRole('textbox', { name: '第 2 档下限' }).fill('0');
  await sees(named.getByText('月度任务差超过 0%，亮红灯'));
  await named.getByText('以后补齐的转黄灯，不再转绿', { exact: true }).first().click();
  await named.getByText('有正当理由或不可抗力可以免评').click();
  await page.getByRole('button', { name: '检查并试算' }).click();
  const dialog = page.getByRole('dialog', { name: '采用“瓯海区 2020”？' });
  await sees(dialog.getByText(/^试算结果：/));
  await dialog.getByRole('button', { name: '采用', exact: true }).click();
  await sees(page.getByRole('heading', { name: '现行规则（评月度任务）：瓯海区 2020' }));
  const adopted = (await world.as('office').lamps.ruleSets()).current.find(({ rates }) => rates === 'task');
  const [wanted] = ouhai2020.dimensions;
  expect(adopted).toMatchObject({ published: ouhai2020.published, asOf: 'month-end', combine: 'worst' });
  expect(adopted?.dimensions).toEqual([{ ...wanted, id: 'own-1', name: { zh: '月度节点', en: '月度节点' }, reading: null }]);
  await page.getByRole('button', { name: '新建规则' }).click();
  await sees(page.getByText('还没有评的方面。'));
});

test('the same draft is changed as JSON: what is wrong is named by path and reason, what is right is tried', async () => {
  const page = await site.pageOf(world.actors.office, '/settings/rules');
  await page.getByRole('button', { name: '以此为底修改：武汉市重大项目' }).click();
  await page.getByText('JSON', { exact: true }).click();
  const text = page.getByRole('textbox', { name: '规则 JSON' });
  const given = await text.inputValue();
  await text.fill(given.replace('"80"', '80').replace('"worst"', '"average"'));
  await page.getByRole('button', { name: '检查并试算' }).click();
  await sees(page.getByText('dimensions.0.bands.0.from.value 缺少，或类型不对。'));
  await sees(page.getByText('combine 不是可选的写法。'));
  await page.getByText('表单', { exact: true }).click();
  await sees(page.getByText('JSON 里有改动还读不出来'));
  await page.getByRole('button', { name: '回到 JSON 改正' }).click();
  await text.fill(given.replace('武汉市重大项目（本区修改）', '示例区试行规则').replaceAll('"80"', '"95"'));
  await page.getByText('表单', { exact: true }).click();
  await sees(page.getByText('完成序时 95%及以上，亮绿灯'));
  await page.getByRole('button', { name: '检查并试算' }).click();
  const dialog = page.getByRole('dialog', { name: '采用“示例区试行规则”？' });
  await dialog.getByRole('button', { name: '采用', exact: true }).click();
  await sees(page.getByRole('heading', { name: '现行规则（评项目）：示例区试行规则' }));
});
