import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { wan } from '#shared/kit/money.ts';
import type { Project } from '#shared/projects/schema.ts';
import { sees, seesNo } from '#tests/support/sight.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { openWorld, type World } from '#tests/support/world.ts';

// A project held for years: planned by month, suspended, merged, carried on, with its files.
let world: World;
let site: Site;
let plant: Project;
let twin: Project;

beforeAll(async () => {
  world = await openWorld();
  plant = await world.addProject({ name: '城东污水处理厂扩建及配套管网工程（一期）', annualPlan: wan(12_000) });
  twin = await world.addProject({ name: '城东污水厂扩建', annualPlan: wan(9_000), unitId: world.units.water.id });
  site = await openSite(world);
});
afterEach(async () => {
  site.expectNoComplaints();
  await site.closeWindows();
});
afterAll(() => site?.close());

const open = (project: Project, tab = 'overview') => site.pageOf(world.actors.office, `/projects/${project.id}/${tab}`);

test('the office plans a year by months pasted from Excel, approves it, and must say why it changes afterwards', async () => {
  const page = await open(plant);
  await page.getByRole('button', { name: '编制分月计划' }).click();
  const form = page.getByRole('dialog');
  const paste = (text: string) =>
    form.getByLabel('1月', { exact: true }).evaluate((input, data) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text', data);
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  await paste(`${['500', '500', ...Array.from({ length: 9 }, () => '1,000')].join('\t')}\t1,900`);
  await sees(form.getByText('还差 100 万元'));
  await form.getByLabel('12月', { exact: true }).fill('2,000');
  await sees(form.getByText('相符'));
  await form.getByRole('button', { name: '保存' }).click();
  await seesNo(form);
  await sees(page.getByRole('row', { name: /现行计划.*500.*2,000.*12,000/ }));

  await page.getByRole('button', { name: '批准为基线' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '批准为基线' }).click();
  await sees(page.getByText('2026-10-29 宋科长批准为基线'));
  await page.getByRole('button', { name: '编制分月计划' }).click();
  await form.getByLabel('12月', { exact: true }).fill('1,000');
  await form.getByLabel('2026 年度计划').fill('11,000');
  await form.getByRole('button', { name: '保存' }).click();
  await sees(form.getByText('调整须写明理由'));
  await form.getByLabel('调整理由').fill('征迁滞后，常务会同意调减');
  await form.getByRole('button', { name: '保存' }).click();
  await sees(page.getByRole('row', { name: /增减.*−1,000/ }));
  await sees(page.getByText('全年 12,000 → 11,000 万元'));
});

test('a unit’s officer hands in an approval; the leader downloads it; what is no document is refused and nothing typed is lost', async () => {
  const page = await site.pageOf(world.actors.officer, `/projects/${plant.id}/attachments`);
  await page.getByRole('button', { name: '上传资料' }).click();
  const form = page.getByRole('dialog');
  await form
    .getByLabel('文件', { exact: true })
    .setInputFiles({ name: '批复.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html>') });
  await form.getByLabel('名称').fill('初步设计批复');
  await form.getByRole('button', { name: '上传', exact: true }).click();
  await sees(form.getByText('文件没有收下'));
  expect(await form.getByLabel('名称').inputValue()).toBe('初步设计批复');
  const good = { name: '批复.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 批复') };
  await form.getByLabel('文件', { exact: true }).setInputFiles(good);
  await form.getByRole('button', { name: '上传', exact: true }).click();
  await sees(page.getByRole('row', { name: /初步设计批复.*批复文件.*罗科员/ }));

  const reader = await site.pageOf(world.actors.leader, `/projects/${plant.id}/attachments`);
  const [download] = await Promise.all([reader.waitForEvent('download'), reader.getByRole('link', { name: '下载“初步设计批复”' }).click()]);
  expect(download.suggestedFilename()).toBe('批复.pdf');
});

test('a duplicate is found by its name, chosen against where both hold a plan, and its old link leads on', async () => {
  const page = await open(plant);
  await page.getByRole('button', { name: '项目的更多操作' }).click();
  await page.getByRole('menuitem', { name: '合并重复项目' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: `选这个 ${twin.name}` }).click();
  await sees(dialog.getByText('还有 1 处没有选定'));
  await dialog.getByLabel('合并理由').fill('同一项目由两个单位各报一次');
  await dialog.getByRole('button', { name: '合并', exact: true }).click();
  await sees(dialog);
  await dialog.getByRole('radio', { name: '年度计划 2026 保留项目的' }).check();
  await dialog.getByRole('button', { name: '合并', exact: true }).click();
  await seesNo(dialog);
  await sees(page.getByRole('heading', { name: '已并入的重复记录' }));
  const old = await open(twin);
  await sees(old.getByRole('heading', { name: plant.name }));
  expect(old.url()).toContain(plant.id);
});

test('a project is suspended with its reason and comes back', async () => {
  const page = await open(plant);
  const choose = async (act: string) => {
    await page.getByRole('button', { name: '项目的更多操作' }).click();
    await page.getByRole('menuitem', { name: act }).click();
  };
  await choose('停建');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '停建' }).click();
  await sees(dialog.getByText('请写明理由，至少 2 字'));
  await dialog.getByLabel('理由').fill('资金未到位，主体停工');
  await dialog.getByRole('button', { name: '停建' }).click();
  await sees(page.getByText('停建（2026-10-29 起）'));
  await sees(page.getByText('资金未到位，主体停工'));
  await choose('恢复在库');
  await dialog.getByLabel('理由').fill('资金到位');
  await dialog.getByRole('button', { name: '恢复在库' }).click();
  await seesNo(page.getByText('停建（2026-10-29 起）'));
  await sees(page.getByRole('button', { name: '列入例会' }));
});

test('the list is carried into the next year, row by row as edited', async () => {
  const page = await site.pageOf(world.actors.office, '/projects/carry');
  const row = page.getByRole('row', { name: new RegExp(plant.name.slice(0, 6)) });
  await row.getByLabel(`${plant.name}的新年度分类`).selectOption({ label: '竣工' });
  await page.getByRole('button', { name: '结转选中的 1 个' }).click();
  await sees(page.getByText('有的没有填年度计划'));
  await row.getByLabel(`${plant.name}的新年度计划`).fill('20,000');
  await page.getByRole('button', { name: '结转选中的 1 个' }).click();
  await sees(row.getByText('已结转'));
  const { has } = (await world.as('office').projects.carryPreview({ year: 2027 })).find((each) => each.id === plant.id) ?? {};
  expect(has).toMatchObject({ annual: wan(20_000), yearClass: 'finishing' });
});
