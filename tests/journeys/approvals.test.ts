import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { StepEntry } from '#shared/approvals/schema.ts';
import { day, type Month } from '#shared/kit/calendar.ts';
import { wan } from '#shared/kit/money.ts';
import type { Project } from '#shared/projects/schema.ts';
import { readPdf } from '#tests/support/pdf.ts';
import { reads, sees, seesNo } from '#tests/support/sight.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { openWorld, type World } from '#tests/support/world.ts';

const HUB = '陆港片区综合物流枢纽（一期）配套道路及管网工程';

let world: World;
let site: Site;
let hub: Project;

beforeAll(async () => {
  site = await openSite(await openWorld());
});
beforeEach(async () => {
  world = await openWorld();
  hub = await world.addProject({ name: HUB, stage: 'preparing', track: 'filing', plannedStart: '2026-12' as Month });
  await site.show(world);
});
afterEach(async () => {
  await site.closeWindows();
  site.expectNoComplaints();
});
afterAll(() => site?.close());

/** The district promises so many days for a step, and asks for the environment's word before the permit. */
const promised: Record<string, number> = {
  ...{ filing: 3, siting: 15, landPlan: 7, environment: 20, energy: 10, soil: 10, scheme: 12, worksPlan: 20 },
  ...{ drawings: 15, fire: 10, permit: 5, acceptance: 12, record: 5 },
};

async function listSteps(): Promise<void> {
  const office = world.as('office').approvals;
  const { steps } = await office.template({ kind: 'filing' });
  await office.keepTemplate({
    ...{ kind: 'filing', edition: 0 },
    steps: steps.map((step) => ({
      ...step,
      agency: '住建局',
      promised: { days: promised[step.ref] ?? 10, unit: 'workday' as const },
      needs: step.ref === 'permit' ? [...step.needs, 'environment'] : step.needs,
    })),
  });
  await office.fromTemplate({ projectId: hub.id });
}

async function tell(name: string, ...entries: StepEntry[]): Promise<void> {
  for (const entry of entries) {
    const steps = await world.as('office').approvals.ofProject({ projectId: hub.id });
    const step = steps.find((one) => one.name === name);
    if (!step) throw new Error(`${name} is not listed`);
    await world.as('office').approvals.tell({ id: step.id, version: step.version, entry, documentNumber: null, validUntil: null });
  }
}

const accept = (on: string): StepEntry => ({ kind: 'accepted', on: day(on) });
const done = (on: string): StepEntry => ({ kind: 'done', on: day(on) });
const row = (page: Page, name: string): Locator => page.getByRole('row').filter({ hasText: name });

test('what happens to a step is recorded, and only what can be is offered', async () => {
  const page = await site.pageOf(world.actors.officer, `/projects/${hub.id}/steps`);
  await page.getByRole('button', { name: '按模板列出手续' }).click();
  await sees(page.getByRole('img', { name: /并联审批图，共 13 项/ }));
  await page.getByRole('button', { name: '登记“项目备案”的进展' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('日期').fill('2026-10-12');
  await dialog.getByRole('button', { name: '保存' }).click();
  await sees(row(page, '项目备案').getByText('受理', { exact: true }));

  await page.getByRole('button', { name: '登记“项目备案”的进展' }).click();
  await dialog.getByLabel('发生了什么').selectOption({ label: '停表' });
  await dialog.getByLabel('日期').fill('2026-10-11');
  await dialog.getByRole('button', { name: '保存' }).click();
  await sees(dialog.getByText('2026-10-11 早于上一条登记的 2026-10-12，没有改动。请核对日期。'));
  await dialog.getByLabel('日期').fill('2026-10-14');
  await dialog.getByRole('button', { name: '保存' }).click();
  await sees(row(page, '项目备案').getByText('补正', { exact: true }));

  await page.getByRole('button', { name: '登记“项目备案”的进展' }).click();
  await reads(dialog.getByLabel('发生了什么').getByRole('option'), ['恢复计时']);
});

test('the chart names the step that holds the start, and a what-if stands beside it', async () => {
  await listSteps();
  await tell('项目备案', accept('2026-07-10'), done('2026-07-13'));
  await tell('环境影响评价', accept('2026-09-17'));
  const page = await site.pageOf(world.actors.leader, `/projects/${hub.id}/steps`);
  await sees(
    page
      .getByText('关键路径卡在环境影响评价。')
      .or(page.getByText(/关键路径卡在/))
      .first(),
  );
  await page.getByRole('button', { name: '假设推演' }).click();
  const whatIf = page.getByRole('region', { name: '假设推演' });
  await whatIf.getByLabel('于').fill('2026-11-02');
  await sees(whatIf.getByText(/^按现速最早 .+，(提前 \d+ 日|开工日期不变|推迟 \d+ 日)，/));
  await whatIf.getByRole('button', { name: '结束推演' }).click();
  await seesNo(whatIf);
  await seesNo(page.getByRole('button', { name: /^登记/ }));
});

test('the chart prints on one page, every step on it, nothing beyond its edge', async () => {
  await listSteps();
  await tell('项目备案', accept('2026-07-10'), done('2026-07-13'));
  await tell('环境影响评价', accept('2026-09-17'), { kind: 'stopped', cause: 'supplement', on: day('2026-09-21'), note: null });
  const page = await site.pageOf(world.actors.leader, `/print/approvals/${hub.id}`);
  await sees(page.getByRole('heading', { name: HUB }));
  const pages = await readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  expect(pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([[297, 210]]);
  const texts = pages.flatMap((one) => one.texts);
  const steps = await world.as('leader').approvals.ofProject({ projectId: hub.id });
  // Two fonts may stand in one name, each with a baseline of its own: a name is looked for in the order of drawing.
  const text = texts.map((one) => one.text).join('');
  for (const { name } of steps) expect(text).toContain(name);
  for (const { x, width, bottom } of texts) {
    expect(x).toBeGreaterThan(5);
    expect(x + width).toBeLessThan(297 - 5);
    expect(bottom).toBeLessThan(210 - 5);
  }
});

test('a count of joint approval opens the items that it counts', async () => {
  await listSteps();
  await tell('项目备案', accept('2026-07-10'), done('2026-07-13'));
  const page = await site.pageOf(world.actors.leader, '/approvals/counts');
  const agency = page.getByRole('row').filter({ hasText: '住建局' });
  await agency.getByRole('link', { name: /未办结/ }).click();
  await sees(page.getByText('环境影响评价'));
  await seesNo(page.getByText('项目备案'));
});

test('papers are ticked and compared, handed in, and the project is taken into the base', async () => {
  const built = await world.addProject({
    ...{ name: '河东片区污水处理厂扩建工程（二期）', stage: 'building', actualStart: day('2026-09-14'), totalInvestment: wan(8_000) },
  });
  const page = await site.pageOf(world.actors.officer, `/projects/${built.id}`);
  const open = page.getByRole('button', { name: '登记入库' });
  const dialog = page.getByRole('dialog');
  const save = dialog.getByRole('button', { name: '保存' });
  await open.click();
  await sees(dialog.getByText('10月14日 前应入库，逾期 11 个工作日'));
  for (const paper of ['立项文件', '施工合同']) await dialog.getByRole('checkbox', { name: paper }).check();
  await sees(dialog.getByText('应备材料 2/6'));
  await sees(dialog.getByText('总投资 5000 万元及以上：联网直报（206-1 表）'));

  // What differs warns before it is handed in, and never blocks.
  await dialog.getByLabel('批文日期').fill('2026-08-20');
  await dialog.getByLabel('合同日期').fill('2026-08-10');
  await dialog.getByLabel('批文总投资').fill('8200');
  await sees(dialog.getByText('总投资：不一致'));
  await sees(dialog.getByText('合同日期：不一致'));
  await dialog.getByLabel('合同日期').fill('2026-09-01');
  await dialog.getByLabel('批文总投资').fill('8000');
  await dialog.getByLabel('申请表总投资').fill('8000');
  await sees(dialog.getByText('总投资：一致'));
  await dialog.getByLabel('报送日期').fill('2026-10-20');
  await save.click();
  await seesNo(dialog);
  await sees(page.getByText(/2026-10-20 已报送/));

  await open.click();
  await sees(dialog.getByText('应备材料 2/6'));
  await dialog.getByLabel('入库日期').fill('2026-10-19');
  await sees(dialog.getByText('入库日期不能早于报送日期。'));
  await dialog.getByLabel('入库日期').fill('2026-10-28');
  await save.click();
  await seesNo(dialog);
  await sees(page.getByText(/2026-10-28 已入库/));
});
