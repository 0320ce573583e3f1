import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { day, instantAt, Month, Week } from '#shared/kit/calendar.ts';
import { wan } from '#shared/kit/money.ts';
import { counts, reads, sees, seesNo } from '#tests/support/sight.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { openWorld, type World } from '#tests/support/world.ts';

const LAKE = '北湖片区雨污分流及道路提升改造工程';
const PUMP = '东林街道排涝泵站修复工程';

let world: World;
let site: Site;
beforeAll(async () => {
  world = await openWorld({ now: instantAt(day('2026-10-02'), '10:00') });
  const planned = { yearClass: 'new', plannedStart: Month.parse('2026-03') } as const;
  const lake = await world.addProject({ name: LAKE, ...planned, actualStart: day('2026-03-20'), level: 'city' });
  await world.addProject({ name: PUMP, ...planned, stage: 'preparing', unitId: world.units.water.id });
  await world.as('office').returns.submit({
    ...{ projectId: lake.id, week: Week.parse('2026-W40'), doneThisWeek: wan(100), doneThisYear: wan(9_100), doneAtMonthEnd: wan(9_000) },
    ...{ progress: '主体施工。', problem: null, nextStep: null, request: null, version: 0 },
  });
  await world.as('office').lamps.cut({ month: Month.parse('2026-09') });
  site = await openSite(world);
});
afterEach(() => site.expectNoComplaints());
afterAll(() => site?.close());

test('a number opens the projects it counts, and a project is one step further', async () => {
  const page = await site.pageOf(world.actors.office, '/');
  await page.getByRole('link', { name: '统计', exact: true }).click();
  await sees(page.getByRole('heading', { name: '统计', level: 1 }));
  await sees(page.getByText('截至 2026-10-02 · 按现有记录实时统计'));
  const starts = page.getByRole('table', { name: '开工和竣工' });
  await reads(starts.getByRole('row', { name: /^开工率/ }), ['开工率已开工 ÷ 计划新开工1250.00%']);
  await starts.getByRole('link', { name: '开工率 · 已开工 1', exact: true }).click();
  await sees(page.getByRole('heading', { name: '开工率 · 已开工', level: 1 }));
  await reads(page.getByRole('table').getByRole('link'), [LAKE]);
  await page.getByRole('link', { name: LAKE }).click();
  await sees(page.getByRole('heading', { name: LAKE, level: 1 }));

  await page.goBack();
  await page.goBack();
  await page.getByRole('link', { name: '应开未开 1 个', exact: true }).click();
  await reads(page.getByRole('table').getByRole('link'), [PUMP]);
});

test('a past month says which cut it stands on; a slice stays in the address', async () => {
  const page = await site.pageOf(world.actors.leader, '/figures?period=2026-09');
  await sees(page.getByText('截至 2026-09-30 · 取自2026年9月月度数据截止（第 1 次，2026-10-02 10:00）'));
  await sees(page.getByRole('table', { name: '投资进度' }).getByRole('link', { name: '年度计划完成率 · 本年完成 9,000' }));
  await page.getByRole('combobox', { name: '级别' }).selectOption({ label: '市级' });
  await page.waitForURL(/level=city/);
  await sees(page.getByRole('link', { name: '合计 项目数 1', exact: true }));
  const address = page.url();
  await page.goto(address);
  await sees(page.getByRole('link', { name: '合计 项目数 1', exact: true }));
  await page.getByRole('button', { name: '清除筛选' }).click();
  await sees(page.getByRole('link', { name: '合计 项目数 2', exact: true }));
  await seesNo(page.getByRole('button', { name: '清除筛选' }));
});

test('rows are sorted by their heads, what is empty last, and the address keeps the order', async () => {
  const page = await site.pageOf(world.actors.office, '/figures/rows?period=2026&set=listed');
  const names = page.getByRole('table').getByRole('link');
  await counts(names, 2);
  await page.getByRole('button', { name: '实际开工', exact: true }).click();
  await reads(names, [LAKE, PUMP]);
  await page.getByRole('button', { name: '本年完成', exact: true }).click();
  await reads(names, [PUMP, LAKE]);
  await page.getByRole('button', { name: '本年完成', exact: true }).click();
  await reads(names, [LAKE, PUMP]);
  expect(new URL(page.url()).searchParams.get('sort')).toBe('-doneThisYear');
  await sees(page.getByRole('columnheader', { name: '本年完成' }).and(page.locator('[aria-sort="descending"]')));
});

test('an officer’s figures are the own unit’s, and a period ahead is refused in words', async () => {
  const page = await site.pageOf(world.actors.officer, '/figures');
  await sees(page.getByRole('link', { name: '合计 项目数 1', exact: true }));
  await counts(page.getByRole('heading', { name: '会议和文件' }), 0);
  await page.goto('/figures?period=2027');
  await sees(page.getByText('这个期间还没有开始，没有可统计的数据。请换一个不晚于今天的期间。'));
});
