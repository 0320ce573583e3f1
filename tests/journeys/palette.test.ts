import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { counts, reads, sees, seesNo } from '#tests/support/sight.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { openWorld, type World } from '#tests/support/world.ts';

const PARK = '智能电气产业园建设项目（一期）';

let world: World;
let site: Site;
beforeAll(async () => {
  world = await openWorld();
  await world.addProject({ name: PARK, code: '2603-999999-04-01-118650' });
  site = await openSite(world);
});
afterEach(async () => {
  await site.closeWindows();
  site.expectNoComplaints();
});
afterAll(() => site?.close());

test('Ctrl K finds what is on record first, then what can be done, and does it', async () => {
  const page = await site.pageOf(world.actors.office, '/?view=stage');
  await sees(page.getByRole('article', { name: PARK }));
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: '查找和操作' });
  const field = palette.getByRole('combobox');
  await field.pressSequentially('zndq');
  await reads(palette.getByRole('option'), [`${PARK}住建局118650`]);
  await field.fill('看板');
  await sees(palette.getByRole('group', { name: '看板' }).getByRole('option', { name: '看板视图：评灯' }));
  const here = palette.getByRole('option', { name: '看板视图：阶段 已经是' });
  expect(await here.getAttribute('aria-disabled')).toBe('true');
  await field.fill('评灯');
  await sees(palette.getByRole('option', { name: '看板视图：评灯', selected: true }));
  await page.keyboard.press('Enter');
  await page.waitForURL(/view=lamps/);
  await seesNo(palette);
});

test('the palette knows people, and does only what a role may', async () => {
  const page = await site.pageOf(world.actors.officer, '/');
  await sees(page.getByRole('article', { name: PARK }));
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: '查找和操作' });
  await palette.getByRole('combobox').fill('zfqz');
  await palette
    .getByRole('group', { name: '人员' })
    .getByRole('option', { name: /郑副区长/ })
    .click();
  await page.waitForURL(/leader=/);
  await page.keyboard.press('Control+k');
  await palette.getByRole('combobox').fill('导入');
  await sees(palette.getByText('没有找到“导入”'));
  await counts(palette.getByRole('option'), 0);
});

test('? names the keys of the page, from the same list; in a field it is a question mark', async () => {
  const page = await site.pageOf(world.actors.leader, '/');
  await sees(page.getByRole('article', { name: PARK }));
  await page.keyboard.press('?');
  const map = page.getByRole('dialog', { name: '键位表' });
  await sees(map.getByRole('region', { name: '看板' }).getByText('打开卡片'));
  await sees(map.getByRole('region', { name: '所有页面' }).getByText('查找和操作'));
  await page.keyboard.press('Escape');
  await seesNo(map);
  const field = page.getByRole('combobox', { name: /^搜索/ });
  await field.focus();
  await page.keyboard.type('?');
  expect(await field.inputValue()).toBe('?');
  await seesNo(map);
});
