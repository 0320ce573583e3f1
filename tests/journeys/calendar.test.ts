import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { sees, seesNo } from '#tests/support/sight.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { openWorld, type World } from '#tests/support/world.ts';

const notice = `一、元旦：1月1日（周五）至3日（周日）放假调休，共3天。
二、春节：2月5日（周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月20日（周六）上班。
三、清明节：4月5日放假，以实际为准`;

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

test('the office pastes the notice of a year that has none, mends a day by a click, and the warning goes', async () => {
  const page = await site.pageOf(world.actors.office, '/settings/calendar');
  await sees(page.getByText('已按国务院办公厅通知录入'));
  await page.getByRole('button', { name: '下一年' }).click();
  await sees(page.getByText('2027 年节假日安排尚未录入。'));
  await page.getByRole('button', { name: '粘贴通知' }).click();
  await page.getByLabel('通知或清单').fill(notice);
  await sees(page.getByText('读出放假 11 天、上班 2 天。'));
  await page.getByRole('button', { name: '填入日历' }).click();
  await sees(page.getByRole('button', { name: '2月20日，周六，上班，调休上班' }));

  await page.getByLabel('节日名称').fill('春节');
  await page.getByRole('button', { name: '2月12日，周五' }).click();
  await sees(page.getByRole('button', { name: '2月12日，周五，放假，春节' }));
  await page.getByRole('button', { name: '2月12日，周五，放假，春节' }).press('ArrowDown');
  await page.keyboard.press('Enter');
  await sees(page.getByRole('button', { name: '2月19日，周五，放假，春节' }));
  await page.getByRole('button', { name: '保存' }).click();
  await seesNo(page.getByText('有改动未保存'));
  await seesNo(page.getByText('2027 年节假日安排尚未录入。'));

  const again = await site.pageOf(world.actors.admin, '/settings/calendar');
  await again.getByRole('button', { name: '下一年' }).click();
  await sees(again.getByRole('button', { name: '1月1日，周五，放假，元旦' }));
  expect((await world.as('office').calendar.year({ year: 2027 })).days).toHaveLength(15);
});
