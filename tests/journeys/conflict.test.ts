import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { updateOf } from '#shared/approvals/schema.ts';
import { day } from '#shared/kit/calendar.ts';
import { wan } from '#shared/kit/money.ts';
import type { Project } from '#shared/projects/schema.ts';
import { cardIn, column, hold, stands } from '#tests/support/cards.ts';
import { known } from '#tests/support/known.ts';
import { sees, seesNo } from '#tests/support/sight.ts';
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

test('an approval step, a year’s plan and a 专班 show both sides too, and the later chooses', async () => {
  const office = world.as('office');
  const step = await office.approvals.create({
    ...{
      projectId: lake.id,
      name: '施工许可',
      group: 'construction',
      agencyUnitId: null,
      limitDays: 7,
      limitUnit: 'workday',
      state: 'pending',
    },
    ...{ acceptedOn: null, dueOn: null, doneOn: null, documentNumber: null, tolerantUntil: null },
  });
  const page = await site.pageOf(world.actors.office, `/projects/${lake.id}/steps`);
  const dialog = page.getByRole('dialog');
  const conflict = dialog.getByRole('alert');
  await page.getByRole('button', { name: '“施工许可”的更多操作' }).click();
  await page.getByRole('menuitem', { name: '更新“施工许可”' }).click();
  await dialog.getByLabel('时限（日）').fill('10');
  await dialog.getByLabel('文号').fill('建施〔2026〕18号');
  await office.approvals.update({ ...updateOf(step), limitDays: 15 });
  await dialog.getByRole('button', { name: '保存' }).click();
  await sees(conflict.getByText(/宋科长 15:20 刚改过这一项/));
  await dialog.getByRole('button', { name: '保存' }).click();
  await sees(dialog.getByText('还有栏目没有选定用哪一边。'));
  await conflict.getByRole('radio', { name: '时限（日）：对方的：15' }).check();
  await dialog.getByRole('button', { name: '保存' }).click();
  await seesNo(dialog);
  const [kept] = await office.approvals.ofProject({ projectId: lake.id });
  expect(kept).toMatchObject({ limitDays: 15, documentNumber: '建施〔2026〕18号', version: 3 });

  // What happened meanwhile stands in the course above what one was about to tell.
  await page.getByRole('button', { name: '登记“施工许可”的进展' }).click();
  const { id, version } = known(kept);
  await office.approvals.tell({ id, version, entry: { kind: 'accepted', on: day('2026-10-20') }, documentNumber: null, validUntil: null });
  await dialog.getByRole('button', { name: '保存' }).click();
  await sees(conflict.getByText(/刚改过这一项/));
  await sees(dialog.getByRole('list', { name: /经过/ }).getByText('2026-10-20'));
  await dialog.getByRole('button', { name: '取消' }).click();

  await page.goto(`/projects/${lake.id}/overview`);
  await page.getByRole('button', { name: '编制分月计划' }).click();
  await dialog.getByLabel('1月', { exact: true }).fill('100');
  await dialog.getByLabel('2026 年度计划').fill('300');
  await dialog.getByLabel('2月', { exact: true }).fill('200');
  const plan = { projectId: lake.id, year: 2026, annual: wan(400), doneBeforeYear: wan(0), version: 1 };
  await office.projects.setYearPlan({ ...plan, byMonth: Array.from({ length: 12 }, (_, at) => (at === 1 ? wan(400) : null)) });
  await dialog.getByRole('button', { name: '保存' }).click();
  await conflict
    .getByRole('radio', { name: /对方的：400$/ })
    .first()
    .check();
  await conflict.getByRole('radio', { name: '2月：我填的：200' }).check();
  await dialog.getByLabel('3月', { exact: true }).fill('100');
  await dialog.getByRole('button', { name: '保存' }).click();
  await seesNo(dialog);
  const { yearPlan } = await office.projects.page({ id: lake.id });
  expect(yearPlan).toMatchObject({ annual: wan(400), version: 3 });
  expect(yearPlan?.byMonth?.slice(0, 4)).toEqual([wan(100), wan(200), wan(100), null]);

  await page.getByRole('button', { name: '编辑专班' }).click();
  const first = dialog.getByRole('group', { name: '第 1 人' });
  await first.getByLabel('姓名').fill('郑副区长');
  await first.getByLabel('职责').fill('专班班长');
  const person = { unit: '', phone: '', isLeader: false };
  await office.projects.setTaskForce({
    ...{ projectId: lake.id, version: 0 },
    members: [
      { ...person, name: '郑副区长', duty: '总调度', isLeader: true },
      { ...person, name: '罗科员', duty: '联络员' },
    ],
  });
  await dialog.getByRole('button', { name: '保存' }).click();
  await sees(conflict.getByText('已并入对方改的：罗科员'));
  await conflict.getByRole('radio', { name: /^郑副区长：我填的：专班班长/ }).check();
  await dialog.getByRole('button', { name: '保存' }).click();
  await seesNo(dialog);
  const { taskForce } = await office.projects.page({ id: lake.id });
  expect(taskForce?.members.map(({ name, duty }) => `${name} ${duty}`)).toEqual(['郑副区长 专班班长', '罗科员 联络员']);
});

test('of two who carry one card at once the later is told, and both boards show one truth', async () => {
  const office = await site.pageOf(world.actors.office, '/');
  const other = await site.pageOf(world.actors.office, '/');
  await stands(other, '待填报', [LAKE]);
  // The second has not heard of the first: both let go in the same moment.
  for (const page of [office, other]) await hold(page, cardIn(page, '待填报', LAKE), { on: column(page, '周例会') });
  await Promise.all([office.mouse.up(), other.mouse.up()]);
  await stands(office, '周例会', [LAKE]);
  await stands(other, '周例会', [LAKE]);
  const items = await world.db.selectFrom('agenda_item').selectAll().where('projectId', '=', lake.id).execute();
  expect(items).toHaveLength(1);
});
