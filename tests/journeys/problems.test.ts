import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { day, instantAt } from '#shared/kit/calendar.ts';
import { updateOf } from '#shared/problems/flow.ts';
import { known } from '#tests/support/known.ts';
import { sees, seesNo } from '#tests/support/sight.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { openWorld, type World } from '#tests/support/world.ts';

const LAKE = '北湖片区雨污分流及道路提升改造工程（二期）';
const PIPE = '供水管线迁改方案两次被退回，尚未定线';
const HOUSES = '红线内三户征收补偿未达成一致';

let world: World;
let site: Site;
beforeAll(async () => {
  world = await openWorld({ now: instantAt(day('2026-10-29'), '08:00') });
  const lake = await world.addProject({ name: LAKE });
  const raise = (title: string, category: 'utilities' | 'demolition', raisedOn: string) =>
    world.as('officer').problems.raise({ projectId: lake.id, title, category, raisedOn: day(raisedOn) });
  const pipe = await raise(PIPE, 'utilities', '2026-10-20');
  await raise(HOUSES, 'demolition', '2026-09-10');
  const { water, housing } = world.units;
  const assigned = { state: 'assigned' as const, ownerUnitId: water.id, helperUnitIds: [housing.id], dueOn: day('2026-10-23') };
  await world.as('office').problems.update({ ...updateOf(pipe), ...assigned });
  site = await openSite(world);
});
afterEach(async () => {
  site.expectNoComplaints();
  await site.closeWindows();
});
afterAll(() => site?.close());

test('the unit that a problem is assigned to answers it with evidence, and the office sends it back or closes it', async () => {
  const water = await world.addAccount('officer', world.units.water.id, '钱科员');
  const officer = await site.pageOf(water, '/problems');
  await sees(officer.getByRole('heading', { name: '我单位的问题' }));
  const row = officer.getByRole('table', { name: '问题清单' }).getByRole('row').filter({ hasText: PIPE });
  await sees(row.getByText('超期 4 个工作日'));
  await sees(row.getByText('配合：住建局'));
  await seesNo(officer.getByText(HOUSES));
  await row.getByRole('button', { name: `反馈：${PIPE}` }).click();
  await officer.getByRole('button', { name: '提交' }).click();
  await sees(officer.getByText('请写明办理情况'));
  await officer.getByRole('textbox', { name: '办理情况' }).fill('线位已定，迁改协议已签');
  await officer
    .getByLabel('佐证')
    .setInputFiles({ name: '迁改协议.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') });
  await officer.getByRole('checkbox', { name: '问题已解决，请项目办销号' }).check();
  await officer.getByRole('button', { name: '提交' }).click();
  await sees(officer.getByText('没有符合条件的问题'));

  const office = await site.pageOf(world.actors.office, '/problems?solved=1');
  const solved = office.getByRole('table', { name: '问题清单' }).getByRole('row').filter({ hasText: PIPE });
  await solved.getByText('办理情况 1 条').click();
  await sees(solved.getByText('线位已定，迁改协议已签'));
  const download = office.waitForEvent('download');
  await solved.getByRole('link', { name: /迁改协议\.pdf/ }).click();
  expect((await download).suggestedFilename()).toBe('迁改协议.pdf');
  await solved.getByRole('button', { name: `退回：${PIPE}` }).click();
  await office.getByRole('textbox', { name: '退回原因' }).fill('协议未盖章');
  await office.getByRole('dialog').getByRole('button', { name: '退回' }).click();
  await sees(officer.getByText('退回：协议未盖章'));
});

test('problems are counted by type, rung and age, each number opens its problems, and one press puts one on the agenda', async () => {
  const office = await site.pageOf(world.actors.office, '/problems');
  const counts = office.getByRole('table', { name: '按类别、层级和时长' });
  await sees(counts.getByRole('row', { name: /配套/ }));
  await counts.getByRole('link', { name: '征迁，30 日以上：1 个' }).click();
  await office.waitForURL('**/problems?category=demolition&age=longer');
  const list = office.getByRole('table', { name: '问题清单' });
  await sees(list.getByText(HOUSES));
  await seesNo(list.getByText(PIPE));
  await list.getByRole('button', { name: `列入例会：${HOUSES}` }).click();
  await sees(office.getByText('已列入例会'));
  // Its days with the unit were over: the server has moved it on.
  const { items } = known(await world.as('office').meetings.current());
  expect(items[0]?.reason).toBe(`问题：${HOUSES}（已 49 日，项目办层级）`);
});

test('the office sets the days on each rung; what is no number is told, and nothing typed is lost', async () => {
  const office = await site.pageOf(world.actors.office, '/settings/limits');
  const form = office.getByRole('form', { name: '时限' });
  await form.getByRole('textbox', { name: '责任单位' }).fill('三');
  await form.getByRole('button', { name: '保存' }).click();
  await sees(form.getByText('填 1–120 的整数，或留空'));
  await form.getByRole('textbox', { name: '责任单位' }).fill('3');
  await form.getByRole('button', { name: '保存' }).click();
  await sees(office.getByText('时限已保存'));
  expect(await world.as('office').limits.get()).toMatchObject({ problemDays: { unit: 3, office: 5 }, version: 1 });
});
