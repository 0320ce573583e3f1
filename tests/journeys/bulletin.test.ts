import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDemo } from '#server/demo/make.ts';
import { systemRandom } from '#server/kit/random.ts';
import { openServices } from '#server/server.ts';
import { day, type Instant, instantAt } from '#shared/kit/calendar.ts';
import { counts, sees, seesNo } from '#tests/support/sight.ts';
import { openSite, type Site } from '#tests/support/site.ts';

const PASSWORD = 'Shiliqu-2026';
const MOST_CLICKS = 60;

let site: Site;
const folder = mkdtempSync(path.join(tmpdir(), 'tuijin-month-'));

beforeAll(async () => {
  // The first working day of November: October is over and its month was cut at midnight.
  const clock = { now: instantAt(day('2026-11-02'), '09:30') as Instant };
  const base = { port: 0, host: '127.0.0.1', tls: null, proxies: 0, clientFolder: null, auditKey: 'a key for tests', devOrigin: null };
  const store = { kind: 'sqlite' as const, file: path.join(folder, 'demo.db'), isBeingMade: true as const };
  const services = await openServices({ ...base, dataFolder: folder, store }, { clock: () => clock.now, random: systemRandom });
  await makeDemo(services, { projects: 30, weeks: 9, seed: 11, present: clock.now });
  site = await openSite({ services, clock });
}, 120_000);
afterAll(async () => {
  site.expectNoComplaints();
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A window in which every real click is counted. */
async function enter(username: string, count: () => void): Promise<Page> {
  const context = await site.windowOf(null);
  await context.exposeFunction('countClick', count);
  await context.addInitScript(() => {
    document.addEventListener('click', (event) => {
      if (event.isTrusted) Reflect.get(window, 'countClick')?.();
    });
  });
  const page = await context.newPage();
  await page.goto('/bulletins');
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('button', { name: '登录' }).waitFor({ state: 'detached' });
  return page;
}

async function confirm(page: Page, act: string, remark?: string): Promise<void> {
  await page.getByRole('button', { name: act, exact: true }).click();
  const dialog = page.getByRole('dialog');
  if (remark !== undefined) await dialog.getByRole('textbox').fill(remark);
  await dialog.getByRole('button', { name: act, exact: true }).click();
  await seesNo(dialog);
}

const panel = (page: Page, name: string): Locator => page.getByRole('radiogroup', { name: '右栏' }).getByText(name, { exact: true });

test('from the end of the month to a bulletin signed and issued, in fewer than sixty clicks', { timeout: 120_000 }, async () => {
  let clicks = 0;
  const click = () => {
    clicks += 1;
  };

  // The office looks at the draft that wrote itself, and takes the month again with what came in since midnight.
  const office = await enter('office', click);
  await sees(office.getByRole('heading', { name: /2026年10月/, level: 1 }));
  await panel(office, '流程').click();
  await confirm(office, '重新截取');
  await panel(office, '变化').click();
  await office.getByRole('button', { name: '整篇改用第 2 次截取' }).click();
  await sees(office.getByText('整篇已改用新截取的数据'));

  // A number opens its rows; another is typed over, marked, and given back.
  await office.getByRole('button', { name: '红灯项目', exact: true }).click();
  await panel(office, '数字').click();
  const numbers = office.getByRole('list', { name: '本节数字' });
  await numbers.getByRole('button').first().click();
  await sees(office.getByText(/^由 \d+ 个项目算出$/));
  const drafted = await office.getByRole('textbox', { name: '手填改写' }).inputValue();
  await office.getByRole('textbox', { name: '手填改写' }).fill('99');
  await office.getByRole('button', { name: '改写', exact: true }).click();
  await sees(office.getByText(`台账为 ${drafted}`));
  await sees(office.getByRole('article').locator('[data-mark="typed"]').filter({ hasText: '99' }));
  await office.getByRole('button', { name: '恢复原数' }).click();
  await counts(office.getByRole('article').locator('[data-mark="typed"]'), 0);

  // The self-check says what is in order and what is to be looked at, each line leads to its place; the contents know their pages.
  const toMind = office.getByRole('list', { name: '送核稿前须看' });
  await sees(toMind.getByText('期号、成文日期待印发时编定'));
  await sees(office.getByText(/^\d+ 面$/));
  await office.getByText(/^\d+ 项合格$/).click();
  await sees(office.getByText('每面 22 行 × 28 字'));
  await sees(office.getByText(/^版记在最后一面（第 \d*[02468] 面，偶数）$/));

  // A section is left out, another one moved, words changed around their numbers.
  await office.getByRole('checkbox', { name: '列入“绿灯项目”' }).click();
  await seesNo(office.getByRole('heading', { name: /、绿灯项目$/ }));
  await office.getByRole('button', { name: '“表扬和批评”上移' }).click();
  await office.getByRole('button', { name: '总体情况', exact: true }).click();
  await panel(office, '文字').click();
  const words = office.getByRole('form', { name: '文字' }).getByRole('textbox').first();
  const asDrafted = await words.inputValue();
  // What is typed saves itself once nobody types; the check names the date that no rows give.
  await words.fill(`11月13日前，${asDrafted}`);
  await sees(office.getByText(/自动保存\s+第 1 稿$/));
  await toMind.getByRole('button', { name: /^1 处手填.*11月13日/ }).click();
  await words.fill(`总的看，${asDrafted}`);
  await office.getByRole('button', { name: '存入正文' }).click();
  await sees(office.getByRole('article').getByText('总的看，截至10月31日'));

  // One unit signs with the office.
  await panel(office, '流程').click();
  await office.getByRole('button', { name: '会签单位' }).click();
  await office.getByRole('dialog').getByRole('checkbox', { name: '住建局' }).click();
  await office.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await sees(office.getByRole('list', { name: '会签单位' }).getByText('待会签'));
  await confirm(office, '送核稿', '请核对红灯原因');

  // The reviewer sends it back once; what changed stands side by side.
  const reviewer = await enter('reviewer', click);
  await panel(reviewer, '流程').click();
  await sees(reviewer.getByRole('list', { name: '办理过程' }).getByText('请核对红灯原因'));
  await confirm(reviewer, '退回拟稿', '总体情况一句请改回');
  await sees(office.getByText('总体情况一句请改回'));
  await panel(office, '文字').click();
  await words.fill((await words.inputValue()).replace('总的看，', ''));
  await office.getByRole('button', { name: '存入正文' }).click();
  await seesNo(office.getByRole('article').getByText('总的看，'));
  await confirm(office, '送核稿');
  await panel(reviewer, '流程').click();
  await reviewer.getByRole('link', { name: '各稿比对' }).click();
  await sees(reviewer.getByText(/^两稿(有 \d+ 处不同|文字完全相同)/));
  await reviewer.getByRole('combobox', { name: '左：前一稿' }).selectOption({ index: 0 });
  await sees(reviewer.getByText('总的看，').first());
  await reviewer.getByRole('link', { name: '回到通报' }).click();
  await confirm(reviewer, '核稿通过');

  const officer = await enter('officer', click);
  await officer.goto('/bulletins/cosign');
  await officer.getByRole('button', { name: '同意', exact: true }).click();
  await sees(officer.getByText('没有待会签的通报'));

  const leader = await enter('leader', click);
  await confirm(leader, '签发');
  await sees(office.getByRole('button', { name: '印发', exact: true }));
  await confirm(office, '印发');
  await sees(office.getByText(/^第\d+期$/).first());
  const word = await office.evaluate(async () => (await fetch('/files/bulletins/2026-10')).headers.get('content-disposition'));
  expect(word).toContain(encodeURIComponent('关于2026年10月全区'));
  process.stdout.write(`from month's end to an issued bulletin: ${clicks} clicks\n`);
  expect(clicks).toBeLessThan(MOST_CLICKS);

  // What is issued is not edited: a withdrawal begins a correction, and the old one stays.
  await panel(office, '流程').click();
  await confirm(office, '撤回更正', '一处投资数有误');
  await sees(office.getByRole('article').getByText(/经核实有误（一处投资数有误），现予更正/));
  await sees(office.getByRole('link', { name: /^〔2026〕第\d+期$/ }));
});
