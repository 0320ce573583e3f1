import { afterAll, beforeAll, expect, test } from 'vitest';
import { day, instantAt, Week } from '#shared/kit/calendar.ts';
import { sees } from '#tests/support/sight.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { openWorld, type World } from '#tests/support/world.ts';

let world: World;
let site: Site;

beforeAll(async () => {
  world = await openWorld({ now: instantAt(day('2026-11-02'), '09:00') });
  site = await openSite(world);
});
afterAll(() => site?.close());

test('the office words a usual decision, and the console offers it with the item’s own problem in it', { timeout: 60_000 }, async () => {
  const project = await world.addProject({ name: '北湖片区雨污分流改造工程' });
  await world
    .as('office')
    .problems.raise({ projectId: project.id, title: '电力迁改未完成', category: 'energy', raisedOn: day('2026-10-12') });
  const page = await site.pageOf(world.actors.office, '/settings/wordings');
  const second = page.getByRole('group', { name: '第2条' });
  await second.getByRole('textbox', { name: '用语' }).fill('{手续}限期办结');
  await page.getByRole('button', { name: '保存' }).click();
  await sees(page.getByText('“{手续}”只用于有手续在办'));
  await second.getByRole('textbox', { name: '用语' }).fill('责任单位三日内上门协调“{问题}”');
  await second.getByRole('textbox', { name: '按钮' }).fill('上门协调');
  await page.getByRole('button', { name: '上移 上门协调' }).click();
  await page.getByRole('button', { name: '保存' }).click();
  await sees(page.getByText('议定用语已保存'));

  const week = Week.parse('2026-W44');
  const item = await world.as('office').agenda.add({ week, projectId: project.id });
  const { meeting } = await world.as('office').meetings.get({ week });
  await world.as('office').meetings.open({ week, version: meeting.version });
  await page.goto('/meetings/console');
  await page.getByRole('button', { name: new RegExp(item.title) }).click();
  await page.keyboard.press('d');
  await page.getByRole('button', { name: '上门协调' }).click();
  await expect.poll(() => page.getByRole('textbox', { name: '议定事项' }).inputValue()).toBe('责任单位三日内上门协调“电力迁改未完成”');
  site.expectNoComplaints();
});
