import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Day, Instant, Week } from '#shared/kit/calendar.ts';
import { wan } from '#shared/kit/money.ts';
import type { Project } from '#shared/projects/schema.ts';
import { linesOf, readPdf } from '#tests/support/pdf.ts';
import { counts, reads, sees, seesNo } from '#tests/support/sight.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { openWorld, type World } from '#tests/support/world.ts';

const NAME = '北湖片区雨污分流改造工程';

let world: World;
let site: Site;
let project: Project;
beforeAll(async () => {
  world = await openWorld({ now: '2026-10-29T02:00:00.000Z' as Instant });
  project = await world.addProject({ name: NAME, annualPlan: wan(12_000) });
  await world.addProject({ name: '东林街道排涝泵站修复工程', unitId: world.units.water.id });
  await world.as('office').returns.submit({
    ...{ projectId: project.id, week: '2026-W44' as Week, doneThisWeek: wan(300), doneThisYear: wan(6_000), doneAtMonthEnd: null },
    ...{ progress: '主体结构完成', problem: null, nextStep: '铺设管线', request: null, version: 0 },
  });
  const raised = { category: 'construction' as const, raisedOn: '2026-10-12' as Day };
  await world.as('office').problems.raise({ projectId: project.id, title: '电力迁改未完成', ...raised });
  site = await openSite(world);
});
afterEach(() => site.expectNoComplaints());
afterAll(() => site?.close());

test('the office writes a 专报 from a project’s page, changes its words, issues it, and finds and prints it in the register', async () => {
  const page = await site.pageOf(world.actors.office, `/projects/${project.id}/overview`);
  await page.getByRole('button', { name: '项目的更多操作' }).click();
  await page.getByRole('menuitem', { name: '写专报' }).click();
  await sees(page.getByRole('heading', { name: '项目推进专报', level: 1 }));
  const paper = page.getByRole('article');
  await sees(paper.getByText('电力迁改未完成'));

  // What is typed outlives the page, and is not issued before it is saved.
  const last = page.getByRole('form', { name: '文字' }).getByRole('textbox').last();
  await last.fill(`${await last.inputValue()}\n建议由包保领导每周到现场调度一次。`);
  await page.reload();
  await expect.poll(() => last.inputValue()).toContain('建议由包保领导每周到现场调度一次。');
  await expect.poll(() => page.getByRole('button', { name: '印发', exact: true }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: '存入正文' }).click();
  await sees(paper.getByText('建议由包保领导每周到现场调度一次。'));
  await page.getByRole('button', { name: '印发', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '印发', exact: true }).click();
  await sees(paper.getByText('〔2026〕第1期'));

  await page.goto('/documents?year=2026');
  const row = page.getByRole('row', { name: new RegExp(`关于${NAME}推进情况的专报`) });
  await sees(row.getByText('宋科长'));
  await row.getByRole('link', { name: /^打印/ }).click();
  await sees(page.getByText('建议由包保领导每周到现场调度一次。'));
  const [first] = await readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  expect(first && [Math.round(first.width), Math.round(first.height)]).toEqual([210, 297]);
  const lines = first ? linesOf(first).map((line) => line.text.replaceAll(' ', '')) : [];
  expect(lines.slice(0, 3)).toEqual(['示例区重点项目建设', '项目推进专报', '〔2026〕第1期']);
});

test('its unit finds it among what is issued to it, and nothing that is not', async () => {
  const page = await site.pageOf(world.actors.officer, '/home');
  await page.getByRole('link', { name: '发文登记簿' }).click();
  const titles = page.getByRole('table', { name: '发文登记簿' }).getByRole('rowheader');
  await reads(titles, [`关于${NAME}推进情况的专报`]);
  await seesNo(page.getByText('编号连续，无缺号、无重号'));
});

test('a theme is begun from what a ledger is filtered down to', async () => {
  const page = await site.pageOf(world.actors.office, '/ledgers/progress');
  await page.getByRole('button', { name: '写专报' }).click();
  const dialog = page.getByRole('dialog');
  await sees(dialog.getByText('当前筛出的 2 个'));
  await dialog.getByRole('button', { name: '起草' }).click();
  await sees(dialog.getByText('专题名称写 2 至 60 字。'));
  await dialog.getByRole('textbox', { name: '专题名称' }).fill('征迁受阻项目');
  await dialog.getByRole('button', { name: '起草' }).click();
  await sees(page.getByRole('article').getByText(/征迁受阻项目有关情况的专报/));
  await page.getByText(/^所列项目 /).click();
  await page.getByRole('button', { name: '去掉“东林街道排涝泵站修复工程”' }).click();
  await page.getByRole('button', { name: '存入正文' }).click();
  await counts(page.getByRole('article').getByText('东林街道排涝泵站修复工程'), 0);
  await page.getByRole('button', { name: '删除草稿' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '删除草稿' }).click();
  await sees(page.getByText('没有在拟的专报和简报'));
});

test('what is issued and wrong is withdrawn: its correction is another issue', async () => {
  const page = await site.pageOf(world.actors.office, '/reports');
  await page.getByRole('table', { name: '已印发' }).getByRole('link', { name: NAME }).click();
  await page.getByRole('button', { name: '撤回更正' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('投资数有误');
  await page.getByRole('dialog').getByRole('button', { name: '撤回更正' }).click();
  await sees(page.getByText('更正〔2026〕第1期：投资数有误'));
  await sees(page.getByRole('article').getByText(/〔2026〕第1期印发后，经核实有误（投资数有误），现予更正/));
  await page.goto('/documents?year=2026');
  await sees(page.getByText('已撤回，更正中'));
});
