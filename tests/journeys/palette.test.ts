import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { heldBack } from '#tests/support/line.ts';
import { counts, reads, sees, seesNo } from '#tests/support/sight.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { openWorld, type World } from '#tests/support/world.ts';

const PARK = '智能电气产业园建设项目（一期）';
const OTHER = '北湖片区雨污分流改造工程';

let world: World;
let site: Site;
beforeAll(async () => {
  world = await openWorld();
  await world.addProject({ name: PARK, code: '2603-999999-04-01-118650' });
  await world.addProject({ name: OTHER });
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
  // In haste: it waits for what the text finds on record, and does what then stands first.
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
  await palette.getByRole('combobox').fill('结转');
  await sees(palette.getByText('没有找到“结转”'));
  await counts(palette.getByRole('option'), 0);
});

test('a card lies open beside the board at an address of its own; Esc, the cross and the way back close it', async () => {
  const page = await site.pageOf(world.actors.office, '/?view=stage');
  const card = page.getByRole('article', { name: PARK });
  await card.focus();
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog', { name: PARK });
  await sees(drawer.getByRole('button', { name: '打开项目页' }));
  await page.waitForURL(/card=prj_/);
  const address = page.url();
  await page.keyboard.press('ArrowDown');
  await sees(page.getByRole('dialog', { name: OTHER }));
  await page.keyboard.press('Escape');
  await seesNo(page.getByRole('dialog'));
  expect(new URL(page.url()).search).toBe('?view=stage');
  await page.goto(address);
  await sees(drawer);
  await page.keyboard.press('Escape');
  await seesNo(drawer);
  expect(await card.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await sees(drawer);
  await page.goBack();
  await seesNo(drawer);
});

test('a view of the board is kept by the office and chosen by a colleague', async () => {
  const page = await site.pageOf(world.actors.office, '/screen');
  // Pressed before its menu has come, the button is not pressed in vain.
  const letGo = await heldBack(page, /\/assets\/ViewMenu-.*\.js$/);
  await page.goto(new URL('/?view=stage&lanes=unit&kind=key', page.url()).href);
  await page.getByRole('button', { name: '视图', exact: true }).click();
  letGo();
  await page.getByRole('menuitem', { name: '另存为视图' }).click();
  await page.getByRole('textbox', { name: '视图名称' }).fill('重点项目按单位');
  await page.getByRole('checkbox', { name: '全区可用（项目办视图）' }).check();
  await page.getByRole('button', { name: '保存' }).click();
  await sees(page.getByText('视图“重点项目按单位”已保存'));
  const leader = await site.pageOf(world.actors.leader, '/');
  await sees(leader.getByRole('article', { name: PARK }));
  await leader.keyboard.press('Control+k');
  await leader.getByRole('dialog').getByRole('combobox').fill('按单位');
  await leader.getByRole('option', { name: '重点项目按单位' }).click();
  await leader.waitForURL(/view=stage&lanes=unit&kind=key/);
  await sees(leader.getByRole('button', { name: '重点项目按单位' }));
});

test('the board is filtered by full pinyin and by initials as one types', async () => {
  const page = await site.pageOf(world.actors.office, '/?view=stage');
  await sees(page.getByRole('article', { name: OTHER }));
  const field = page.getByRole('searchbox');
  for (const text of ['beihupian', 'bei hu', 'bhpq']) {
    await field.fill(text);
    await seesNo(page.getByRole('article', { name: PARK }));
    await sees(page.getByRole('article', { name: OTHER }));
  }
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

test('? names the keys of the returns; on the console single letters are named and heard only while they are switched on', async () => {
  const officer = await site.pageOf(world.actors.officer, '/returns');
  await sees(officer.getByRole('textbox', { name: /形象进度/ }));
  await officer.getByRole('link', { name: '填报', exact: true }).focus();
  await officer.keyboard.press('?');
  const keys = officer.getByRole('dialog', { name: '键位表' }).getByRole('region', { name: '填报' });
  for (const label of ['本栏同上周', '提交并填下一个', '切换项目']) await sees(keys.getByText(label));

  const { meeting } = await world.as('office').meetings.current();
  await world.as('office').meetings.open({ week: meeting.week, version: meeting.version });
  const office = await site.pageOf(world.actors.office, '/meetings/console');
  await sees(office.getByText('← → 翻页 · D 记录议定 · P 照片 · B 黑屏'));
  await office.getByRole('link', { name: '例会', exact: true }).focus();
  await office.keyboard.press('?');
  const map = office.getByRole('dialog', { name: '键位表' });
  await sees(map.getByText('记录议定'));
  await sees(map.getByText('黑屏'));
  await office.keyboard.press('Escape');
  await office.getByRole('button', { name: /宋科长/ }).click();
  await office.getByRole('menuitemcheckbox', { name: /单键快捷键/ }).click();
  await sees(office.getByText('← → 翻页', { exact: true }));
  await office.keyboard.press('b');
  await office.keyboard.press('d');
  await seesNo(office.getByRole('form'));
  await seesNo(office.getByRole('button', { name: '黑屏', pressed: true }));
  await office.getByRole('button', { name: '黑屏' }).click();
  await sees(office.getByRole('button', { pressed: true }));
});
