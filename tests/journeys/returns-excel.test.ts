import { readFile } from 'node:fs/promises';
import * as xlsx from '@e965/xlsx';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { day, instantAt } from '#shared/kit/calendar.ts';
import { wan } from '#shared/kit/money.ts';
import { sees } from '#tests/support/sight.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { openWorld, type World } from '#tests/support/world.ts';

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

test('an officer downloads the week’s workbook, fills it in and sends it, each cell shown old and new before', async () => {
  const pump = await world.addProject({ name: '白鹭湖片区雨污分流改造及泵站提升工程（二期）' });
  await world.addProject({ name: '环湖路改造' });
  world.clock.now = instantAt(day('2026-10-28'), '10:00');
  await world.as('officer').returns.submit({
    ...{ projectId: pump.id, week: '2026-W44', doneThisWeek: wan(350), doneThisYear: wan(12_450), doneAtMonthEnd: wan(12_450), version: 0 },
    ...{ progress: '泵站基坑开挖', problem: null, nextStep: null, request: null },
  });
  const page = await site.pageOf(world.actors.officer, '/returns');
  await page.getByRole('button', { name: 'Excel 填报' }).click();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载本周填报表' }).click()]);
  expect(file.suggestedFilename()).toBe('示例区2026年第44周项目周填报表.xlsx');
  await sees(page.getByText('已下载，2 个项目。'));

  const book = xlsx.read(await readFile(await file.path()));
  const sheet = book.Sheets['周填报'] ?? {};
  const at = [5, 6, 7].find((row) => sheet[`B${row}`]?.v === pump.name) ?? 0;
  sheet[`G${at}`] = { t: 'n', v: 400 };
  sheet[`I${at}`] = { t: 's', v: '泵站基坑开挖完成，垫层浇筑' };
  const filled: Buffer = xlsx.write(book, { type: 'buffer', bookType: 'xlsx' });
  await page.getByLabel('选择文件').setInputFiles({ name: '填好.xlsx', mimeType: 'application/octet-stream', buffer: filled });

  await sees(page.getByText('本周完成').first());
  await sees(page.getByText('泵站基坑开挖完成，垫层浇筑'));
  expect((await world.as('officer').returns.mine()).sheets.find((each) => each.project.id === pump.id)?.current?.doneThisWeek).toBe(
    wan(350),
  );
  await page.getByRole('button', { name: /写入.*1/ }).click();
  await sees(page.getByText('新填报 0 个项目，更正 1 个，未变 0 个，未采用 1 行。'));
  await page.getByRole('button', { name: '去周填报' }).click();
  await sees(page.getByRole('button', { name: 'Excel 填报' }));
  const { sheets } = await world.as('officer').returns.mine();
  expect(sheets.find((each) => each.project.id === pump.id)?.current).toMatchObject({
    ...{ doneThisWeek: wan(400), doneThisYear: wan(12_500), progress: '泵站基坑开挖完成，垫层浇筑', submittedBy: '罗科员' },
  });
});
