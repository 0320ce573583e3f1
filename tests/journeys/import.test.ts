import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { day } from '#shared/kit/calendar.ts';
import { type MadeSheet, workbookOf } from '#tests/fixtures/imports/lists.ts';
import { sees, seesNo } from '#tests/support/sight.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { openWorld, type World } from '#tests/support/world.ts';

let world: World;
let site: Site;
beforeAll(async () => {
  world = await openWorld();
  site = await openSite(world);
});
afterEach(async () => {
  site.expectNoComplaints();
  await site.closeWindows();
});
afterAll(() => site?.close());

/** An office's list as it comes: 盘子 for the total, in 亿元 without a word of it; a hidden old sheet; a part of a bundle. */
const messy: MadeSheet[] = [
  {
    name: '重点项目台账',
    rows: [
      ['示例区2026年区级重点项目台账（征求意见稿）'],
      ['序号', '项目名称', '牵头单位', '盘子', '2026年计划投资（万元）', '建设内容及规模', '包保领导'],
      ['一、续建项目（2个）'],
      [
        1,
        '青禾新材料产业园一期（含110千伏变电站及配套管网）建设项目',
        '示例区工业和信息化局',
        12,
        20_000,
        '厂房三栋、研发楼一栋',
        '郑副区长',
      ],
      [null, '其中：110千伏变电站', null, 2, 3_000, null, null],
      [2, '云岭智能装备基地', '住建局', 15.5, 31_000, '机加工车间', null],
      ['二、新开工项目（1个）'],
      [3, '白鹭湖水厂扩建工程', '水利局', '约8', 40_000, '日供水5万吨', null],
    ],
    merges: ['A1:G1', 'A3:G3', 'A7:G7'],
  },
  {
    name: '旧表',
    hidden: true,
    rows: [
      ['序号', '项目名称', '总投资'],
      [1, '旧项目', 5],
    ],
  },
];

/** Lets a file fall onto the page, as a hand does. */
async function drop(page: Page, bytes: Buffer, name: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ({ base64, fileName }) => {
      const held = new DataTransfer();
      held.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], fileName));
      return held;
    },
    { base64: bytes.toString('base64'), fileName: name },
  );
  await page.getByText('把文件拖到这里').dispatchEvent('drop', { dataTransfer: transfer });
}

const projects = () => world.db.selectFrom('project').select(['name', 'totalInvestment']).orderBy('key').execute();

describe('an office’s list', () => {
  test('is dropped, corrected, written in part, seen on the project, and taken back', async () => {
    const page = await site.pageOf(world.actors.office, '/import');
    await drop(page, workbookOf(messy), '区重点项目台账（征求意见稿）.xlsx');
    await sees(page.getByRole('heading', { name: '读懂的内容' }));
    await sees(page.getByRole('radio', { name: '不采用 4' }).or(page.getByText('不采用 4')));

    await page.getByRole('button', { name: '更正列的含义' }).click();
    await page.getByLabel('D 列“盘子”的含义').selectOption('总投资');
    await page.getByLabel('D 列“盘子”的金额单位').selectOption('亿元');
    await page.getByRole('button', { name: '按此重新读取' }).click();
    await seesNo(page.getByRole('dialog'));
    await sees(page.getByText('新增 3'));
    await sees(page.getByText('已按更正读取'));
    expect(await projects()).toEqual([]);

    await page.getByLabel('选择 青禾新材料产业园一期（含110千伏变电站及配套管网）建设项目').check();
    await page.getByRole('button', { name: '写入所选 1 行' }).click();
    await sees(page.getByText('新增 1 个项目，更新 0 个，未变 0 个，未采用 3 行，新增单位 1 个。'));
    expect(await projects()).toEqual([
      { name: '青禾新材料产业园一期（含110千伏变电站及配套管网）建设项目', totalInvestment: 1_200_000_000 },
    ]);

    await page.getByRole('link', { name: '青禾新材料产业园一期（含110千伏变电站及配套管网）建设项目' }).click();
    await sees(page.getByRole('heading', { name: '青禾新材料产业园一期（含110千伏变电站及配套管网）建设项目' }));
    await page.goBack();

    await page.getByRole('button', { name: '撤销本次导入' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click();
    await sees(page.getByText(/已撤销：删除 \d+ 条/));
    await sees(page.getByText('新增 3'));
    expect(await projects()).toEqual([]);
  });

  test('with the same headers is read as last time, until that is forgotten', async () => {
    const page = await site.pageOf(world.actors.office, '/import');
    await drop(page, workbookOf(messy), '区重点项目台账（定稿）.xlsx');
    await sees(page.getByText('沿用上次的对应'));
    await sees(page.getByText('新增 3'));
    await page.getByRole('button', { name: '忘记' }).click();
    await sees(page.getByText('新增 0'));
    await seesNo(page.getByText('沿用上次的对应'));
  });

  test('that was written stands among the latest imports; what was changed since keeps it from being undone', async () => {
    const page = await site.pageOf(world.actors.office, '/import');
    const plain = messy.slice(0, 1).map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => row.map((cell) => (cell === '盘子' ? '总投资（亿元）' : cell))),
    }));
    await drop(page, workbookOf(plain), '区重点项目台账.xlsx');
    await page.getByRole('button', { name: '写入全部 3 行' }).click();
    await sees(page.getByText(/^新增 3 个项目/));
    const changed = await world.db.selectFrom('project').select('id').where('name', '=', '白鹭湖水厂扩建工程').executeTakeFirstOrThrow();
    await world.as('office').problems.raise({ projectId: changed.id, title: '征迁未完成', category: 'land', raisedOn: day('2026-10-29') });
    await page.goto('/import');
    await page.getByRole('link', { name: '区重点项目台账.xlsx' }).click();
    await page.getByRole('button', { name: '撤销本次导入' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '撤销', exact: true }).click();
    await sees(dialog.getByText(/有 1 行的记录又被改过/));
    await sees(dialog.getByText('白鹭湖水厂扩建工程'));
    expect(await projects()).toHaveLength(3);
  });
});
