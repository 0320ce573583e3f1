import { readFileSync } from 'node:fs';
import * as xlsx from '@e965/xlsx';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { day } from '#shared/kit/calendar.ts';
import { wan } from '#shared/kit/money.ts';
import type { Project } from '#shared/projects/schema.ts';
import { counts, reads, sees, seesNo } from '#tests/support/sight.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { openWorld, type World } from '#tests/support/world.ts';

const ROAD = '北湖片区道路提升工程';
const PUMP = '东林街道排涝泵站修复工程';

let world: World;
let site: Site;
let road: Project;

beforeAll(async () => {
  site = await openSite(await openWorld());
});
beforeEach(async () => {
  world = await openWorld();
  road = await world.addProject({ name: ROAD, leaderName: '郑副区长' });
  await world.addProject({ name: PUMP, unitId: world.units.water.id, totalInvestment: wan(8_000) });
  await site.show(world);
});
afterEach(async () => {
  await site.closeWindows();
  site.expectNoComplaints();
});
afterAll(() => site?.close());

const grid = (page: Page): Locator => page.getByRole('grid');
const cell = (page: Page, name: string): Locator => grid(page).getByRole('gridcell', { name, exact: true });
const names = (page: Page): Locator => grid(page).locator('[role="rowheader"][data-row]');

/** The keys on the first cell of the first row. */
async function atFirstCell(page: Page): Promise<void> {
  await grid(page).focus();
  await page.keyboard.press('Control+Home');
}

async function press(page: Page, key: string, times: number): Promise<void> {
  for (let at = 0; at < times; at++) await page.keyboard.press(key);
}

/** Lets through one unit's rows alone, by the column's own panel. */
async function filterByUnit(page: Page, unit: string): Promise<void> {
  await grid(page).getByRole('columnheader', { name: '责任单位' }).getByRole('button').click();
  const panel = page.getByRole('dialog', { name: '“责任单位”列' });
  await panel.getByRole('radio', { name: '选择' }).check({ force: true });
  await panel.getByRole('checkbox', { name: unit }).check();
  await panel.getByRole('button', { name: '应用' }).click();
}

test('a ledger is filtered, kept as a view, changed in a cell, copied and exported', async () => {
  const page = await site.pageOf(world.actors.office, '/ledgers/progress');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.url });
  await reads(names(page), [ROAD, PUMP]);

  await filterByUnit(page, '水利局');
  await reads(names(page), [PUMP]);
  await sees(page.getByRole('status').filter({ hasText: '1 / 2 个' }));
  await sees(page.getByRole('button', { name: '责任单位：水利局', exact: true }));

  await page.getByRole('button', { name: '视图' }).click();
  await page.getByRole('menuitem', { name: '另存为视图' }).click();
  await page.getByRole('textbox', { name: '视图名称' }).fill('水利项目');
  await page.getByRole('checkbox', { name: '全区可用（项目办视图）' }).check();
  await page.getByRole('button', { name: '保存' }).click();
  await sees(page.getByText('视图“水利项目”已保存'));

  // The address is what a colleague may be sent; the default stands where it says nothing.
  await page.getByRole('button', { name: '清空' }).click();
  await reads(names(page), [ROAD, PUMP]);
  await page.getByRole('button', { name: '视图' }).click();
  await page.getByRole('menuitemcheckbox', { name: '水利项目' }).click();
  await reads(names(page), [PUMP]);
  const colleague = await site.pageOf(world.actors.leader, page.url().slice(site.url.length));
  await reads(names(colleague), [PUMP]);

  await atFirstCell(page);
  await press(page, 'ArrowRight', 8);
  await page.keyboard.press('Enter');
  const field = page.getByRole('textbox', { name: `${PUMP} · 包保领导` });
  await expect.poll(() => field.inputValue()).toBe('郑副区长');
  await field.fill('李常委');
  await page.keyboard.press('Enter');
  await sees(cell(page, '李常委'));
  await sees(cell(colleague, '李常委'));
  await expect.poll(() => grid(page).evaluate((element) => element === document.activeElement)).toBe(true);

  await press(page, 'Home', 1);
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+c');
  await sees(page.getByText('已复制 3 格'));
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`1\t${PUMP}\t水利局`);

  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出 Excel' }).click()]);
  expect(file.suggestedFilename()).toBe('示例区重点项目进展台账-2026-10-29.xlsx');
  const sheet = xlsx.read(readFileSync(await file.path())).Sheets['项目进展'];
  const rows = xlsx.utils.sheet_to_json<unknown[]>(sheet ?? {}, { header: 1, blankrows: false });
  expect(rows.filter((row) => row[1] === PUMP || row[1] === ROAD).map((row) => [row[1], row[2], row[8]])).toEqual([
    [PUMP, '水利局', '李常委'],
  ]);
});

test('who was slower sees the newer value, and the next Enter is meant', async () => {
  const page = await site.pageOf(world.actors.office, '/ledgers/progress');
  await reads(names(page), [ROAD, PUMP]);
  await atFirstCell(page);
  await press(page, 'ArrowRight', 8);
  await page.keyboard.press('Enter');
  const field = page.getByRole('textbox', { name: `${ROAD} · 包保领导` });
  await field.fill('我的改法');
  const { key: _key, districtId: _district, stage: _stage, standing: _standing, ...project } = road;
  await world.as('office').projects.update({ ...project, leaderName: '王副区长' });
  await page.keyboard.press('Enter');
  await sees(page.getByRole('alert').filter({ hasText: '别人刚改为“王副区长”' }));
  expect(await field.inputValue()).toBe('我的改法');
  await page.keyboard.press('Enter');
  await sees(cell(page, '我的改法'));
});

test('what cannot be read stays in the field with the reason, and Esc leaves the cell as it was', async () => {
  const page = await site.pageOf(world.actors.office, '/ledgers/progress?c=seq,name,totalInvestment');
  await reads(names(page), [ROAD, PUMP]);
  await atFirstCell(page);
  await press(page, 'ArrowRight', 2);
  await page.keyboard.press('Enter');
  const field = page.getByRole('textbox', { name: `${ROAD} · 总投资` });
  await field.fill('五万');
  await page.keyboard.press('Enter');
  await sees(page.getByRole('alert').filter({ hasText: '“五万”读不懂' }));
  await page.keyboard.press('Escape');
  await seesNo(page.getByRole('textbox', { name: `${ROAD} · 总投资` }));
  await sees(cell(page, '50,000'));
});

test('keys reach every cell and the heads; what is not one’s own says why', async () => {
  const page = await site.pageOf(world.actors.leader, '/ledgers/progress');
  await reads(names(page), [ROAD, PUMP]);
  expect(await grid(page).getAttribute('aria-rowcount')).toBe('5');
  await atFirstCell(page);
  await page.keyboard.press('Control+End');
  const active = async () => {
    const id = await grid(page).getAttribute('aria-activedescendant');
    return page.locator(`[id="${id}"]`);
  };
  await expect.poll(async () => (await active()).getAttribute('data-row')).toBe('1');
  await page.keyboard.press('Control+Home');
  await press(page, 'ArrowRight', 1);
  await page.keyboard.press('ArrowUp');
  expect(await (await active()).getAttribute('role')).toBe('columnheader');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: '“项目名称”列' }).getByRole('button', { name: '降序' }).click();
  await expect.poll(() => grid(page).getByRole('columnheader', { name: '项目名称' }).getAttribute('aria-sort')).toBe('descending');
  await atFirstCell(page);
  await press(page, 'ArrowRight', 8);
  await page.keyboard.press('Enter');
  await sees(
    page
      .getByText('不归您', { exact: false })
      .or(page.getByText('您的角色', { exact: false }))
      .or(page.locator('[data-toasts]').getByText(/./)),
  );
  await counts(page.getByRole('textbox', { name: '包保领导' }), 0);
});

test('a step is moved on from the ledger, and its cell follows', async () => {
  await world.as('office').approvals.create({
    ...{ projectId: road.id, name: '环境影响评价审批', group: 'engineering', agencyUnitId: null, limitDays: 15, limitUnit: 'workday' },
    ...{ state: 'accepted', acceptedOn: day('2026-10-20'), dueOn: null, doneOn: null, documentNumber: null, tolerantUntil: null },
  });
  const page = await site.pageOf(world.actors.officer, '/ledgers/approvals');
  await reads(names(page), [ROAD]);
  await cell(page, '7/15').dblclick();
  const dialog = page.getByRole('dialog', { name: '更新“环境影响评价审批”' });
  await dialog.getByRole('combobox', { name: '状态' }).selectOption('done');
  await dialog.getByLabel('办结日期').fill('2026-10-28');
  await dialog.getByRole('button', { name: '保存' }).click();
  await sees(cell(page, '10-28'));
  await sees(cell(page, '1 / 1'));
});

test('columns are chosen and ordered, and the default is one press away', async () => {
  const page = await site.pageOf(world.actors.office, '/ledgers/problems');
  await sees(page.getByText('还没有记录'));
  await page.goto('/ledgers/registrations');
  await reads(names(page), [ROAD, PUMP]);
  await page.getByRole('button', { name: '选择列' }).click();
  const dialog = page.getByRole('dialog', { name: '选择列' });
  await dialog.getByRole('checkbox', { name: '级别' }).uncheck();
  await dialog.getByRole('button', { name: '责任单位上移' }).click();
  await dialog.getByRole('button', { name: '应用' }).click();
  await seesNo(grid(page).getByRole('columnheader', { name: '级别' }));
  const heads = grid(page)
    .getByRole('columnheader')
    .filter({ has: page.getByRole('button') });
  await expect.poll(async () => (await heads.allTextContents()).slice(0, 3)).toEqual(['序号', '责任单位', '项目名称']);
  await page.getByRole('button', { name: '视图' }).click();
  await page.getByRole('menuitem', { name: '恢复默认' }).click();
  await expect.poll(async () => (await heads.allTextContents()).slice(0, 3)).toEqual(['序号', '项目名称', '责任单位']);
});
