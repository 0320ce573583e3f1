import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Project } from '#shared/projects/schema.ts';
import { cardIn, column, drag, stands } from '#tests/support/cards.ts';
import { AT_ONCE_MS, sees, seesNo } from '#tests/support/sight.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { openWorld, type World } from '#tests/support/world.ts';

const LAKE = '北湖片区雨污分流改造工程';

let world: World;
let site: Site;
let lake: Project;
beforeAll(async () => {
  site = await openSite(await openWorld());
});
beforeEach(async () => {
  world = await openWorld();
  lake = await world.addProject({ name: LAKE, leaderName: '郑副区长', location: '北湖片区' });
  await site.show(world);
});
afterEach(async () => {
  await site.closeWindows();
  site.expectNoComplaints();
});
afterAll(() => site?.close());

test('of two who edit one project the later sees both sides, field by field, and nothing is overwritten unasked', async () => {
  const page = await site.pageOf(world.actors.office, `/projects/${lake.id}/overview`);
  await page.getByRole('button', { name: '项目的更多操作' }).click();
  await page.getByRole('menuitem', { name: '编辑' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('包保领导').fill('李常委');
  await dialog.getByLabel('建设地点').fill('北湖路东段');

  const { key: _key, districtId: _district, stage: _stage, standing: _standing, ...fields } = lake;
  await world.as('office').projects.update({ ...fields, leaderName: '王副区长', category: '市政' });

  await dialog.getByRole('button', { name: '保存' }).click();
  const conflict = dialog.getByRole('alert');
  await sees(conflict.getByText(/宋科长 15:20 刚改过这一项/));
  await sees(conflict.getByText('已并入对方改的：类型'));
  await dialog.getByRole('button', { name: '保存' }).click();
  await sees(dialog.getByText('还有栏目没有选定用哪一边。'));
  await conflict.getByRole('radio', { name: '包保领导：我填的：李常委' }).check();
  await dialog.getByRole('button', { name: '保存' }).click();
  await seesNo(dialog);
  const { project } = await world.as('office').projects.get({ id: lake.id });
  expect(project).toMatchObject({ leaderName: '李常委', category: '市政', location: '北湖路东段', version: 3 });
});

test('of two who carry one card at once the later is told, and both boards show one truth', async () => {
  const office = await site.pageOf(world.actors.office, '/');
  const other = await site.pageOf(world.actors.office, '/');
  await stands(other, '待填报', [LAKE]);
  // The second has not heard of the first: the line is held while both drop.
  await Promise.all([
    drag(office, cardIn(office, '待填报', LAKE), { on: column(office, '周例会') }),
    drag(other, cardIn(other, '待填报', LAKE), { on: column(other, '周例会') }),
  ]);
  await stands(office, '周例会', [LAKE], AT_ONCE_MS);
  await stands(other, '周例会', [LAKE], AT_ONCE_MS);
  const items = await world.db.selectFrom('agenda_item').selectAll().where('projectId', '=', lake.id).execute();
  expect(items).toHaveLength(1);
});
