import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { counts, reads, sees, seesNo } from '#tests/support/sight.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { openWorld, type World } from '#tests/support/world.ts';

const PARK = '智能电气产业园建设项目（一期）';
const CLINIC = '区中医院综合能力提升项目';

let world: World;
let site: Site;
beforeAll(async () => {
  world = await openWorld();
  await world.addProject({ name: PARK, code: '2603-999999-04-01-118650' });
  await world.addProject({ name: CLINIC, unitId: world.units.water.id });
  site = await openSite(world);
});
afterEach(() => site.expectNoComplaints());
afterAll(() => site?.close());

test('/ searches from any page, and initials open the project without the mouse', async () => {
  const page = await site.pageOf(world.actors.office, '/meetings');
  await sees(page.getByRole('heading', { level: 1 }));
  await page.keyboard.press('/');
  const field = page.getByRole('combobox', { name: '搜索项目、单位、例会、通报和人员' });
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await field.inputValue()).toBe('');

  await field.pressSequentially('zndq');
  await reads(page.getByRole('option'), [`${PARK}住建局118650`]);
  expect(await page.getByRole('option').getAttribute('aria-selected')).toBe('true');
  expect(await field.getAttribute('aria-activedescendant')).toBe(await page.getByRole('option').getAttribute('id'));
  await field.press('Enter');
  await sees(page.getByRole('heading', { name: PARK, level: 1 }));
  expect(await field.inputValue()).toBe('');

  // A hasty Enter opens what was typed, not what an earlier text had found.
  await page.keyboard.press('/');
  await page.keyboard.type('qzyy');
  await page.keyboard.press('Enter');
  await sees(page.getByRole('heading', { name: CLINIC, level: 1 }));
});

test('arrows choose, a unit opens its board, and Esc gives the focus back', async () => {
  const page = await site.pageOf(world.actors.office, '/meetings');
  const field = page.getByRole('combobox', { name: '搜索项目、单位、例会、通报和人员' });
  await field.fill('水利局');
  await reads(page.getByRole('group', { name: '责任单位' }).getByRole('option'), ['水利局看板']);
  await field.press('ArrowUp');
  expect(await page.getByRole('option', { name: '水利局 看板' }).getAttribute('aria-selected')).toBe('true');
  await field.press('Enter');
  await page.waitForURL(new RegExp(`\\?unit=${world.units.water.id}$`));
  await counts(page.getByRole('article'), 1);

  await page.getByRole('link', { name: '例会', exact: true }).focus();
  await page.keyboard.press('/');
  await page.keyboard.type('没有这样的项目');
  await sees(page.getByText('没有找到“没有这样的项目”。可试项目名、单位、拼音首字母或代码后几位。'));
  await page.keyboard.press('Escape');
  await seesNo(page.getByText('没有找到'));
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('例会');
});

test('no key acts while an input method composes', async () => {
  const page = await site.pageOf(world.actors.office, '/meetings');
  const field = page.getByRole('combobox', { name: '搜索项目、单位、例会、通报和人员' });
  await field.focus();
  const input = await page.context().newCDPSession(page);
  await input.send('Input.imeSetComposition', { text: 'zndq', selectionStart: 4, selectionEnd: 4 });
  await field.dispatchEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true });
  await field.dispatchEvent('keydown', { key: 'Escape', keyCode: 229, isComposing: true });
  await page.waitForTimeout(400);
  expect(await field.inputValue()).toBe('zndq');
  await counts(page.getByRole('option'), 0);
  expect(new URL(page.url()).pathname).toBe('/meetings');
  await input.send('Input.insertText', { text: '智能' });
  await reads(page.getByRole('option'), [`${PARK}住建局118650`]);
});
