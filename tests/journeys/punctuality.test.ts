import { afterAll, beforeAll, expect, test } from 'vitest';
import { day, instantAt, Week } from '#shared/kit/calendar.ts';
import { wan } from '#shared/kit/money.ts';
import { sees, seesNo } from '#tests/support/sight.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { openWorld, type World } from '#tests/support/world.ts';

let world: World;
let site: Site;

beforeAll(async () => {
  world = await openWorld({ now: instantAt(day('2026-10-19'), '09:00') });
  site = await openSite(world);
});
afterAll(() => site?.close());

test('the office sorts the ledger of returns and opens a number’s rows; a unit sees its own line, a leader all', {
  timeout: 60_000,
}, async () => {
  const lake = await world.addProject({ name: '北湖片区雨污分流改造工程' });
  await world.addProject({ name: '东林街道排涝泵站修复工程' });
  await world.addProject({ name: '储能电站', unitId: world.units.water.id });
  world.clock.now = instantAt(day('2026-10-22'), '10:00');
  await world.as('office').returns.submit({
    ...{ projectId: lake.id, week: Week.parse('2026-W43'), doneThisWeek: wan(300), doneThisYear: wan(300), doneAtMonthEnd: null },
    ...{ progress: '主体结构完成，室外管网同步推进。', problem: null, nextStep: null, request: null, version: 0 },
  });
  world.clock.now = instantAt(day('2026-10-26'), '09:00');

  const page = await site.pageOf(world.actors.office, '/returns/ledger');
  const table = page.getByRole('table', { name: '填报台账' });
  await sees(table.getByRole('row', { name: /水利局/ }));
  const units = () => table.locator('tbody tr th').allTextContents();
  // Both have nothing in time; who is missing less stands first.
  expect(await units()).toEqual(['住建局', '水利局']);
  await page.getByRole('button', { name: '漏报', exact: true }).click();
  await sees(page.getByRole('columnheader', { name: '漏报', exact: true }));
  expect(new URL(page.url()).searchParams.get('sort')).toBe('missing');
  await page.getByRole('button', { name: '住建局：项目办代填 1 份，看明细' }).click();
  const rows = page.getByRole('table', { name: '住建局 · 项目办代填' });
  await sees(rows.getByRole('cell', { name: '宋科长 代 住建局 填' }));
  await sees(rows.getByRole('link', { name: lake.name }));
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出 Excel' }).click();
  expect((await download).suggestedFilename()).toBe('示例区2026年10月周填报台账.xlsx');
  await page.getByRole('button', { name: '收起明细' }).click();
  await seesNo(rows);

  const own = await site.pageOf(world.actors.officer, '/returns');
  await own.getByRole('link', { name: '填报台账' }).click();
  const line = own.getByRole('table', { name: '填报台账' });
  await sees(line.getByRole('row', { name: /住建局/ }));
  await seesNo(line.getByText('水利局'));
  await seesNo(line.getByText('合计'));

  const leader = await site.pageOf(world.actors.leader, '/ledgers/progress');
  await leader.getByRole('link', { name: '填报台账' }).click();
  await sees(leader.getByRole('table', { name: '填报台账' }).getByRole('row', { name: /合计/ }));
  await sees(leader.getByRole('link', { name: '回台账' }));
  site.expectNoComplaints();
});
