import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Day, instantAt, type Week } from '#shared/kit/calendar.ts';
import { wan } from '#shared/kit/money.ts';
import { cardIn } from '#tests/support/cards.ts';
import { linesOf, type PdfPage, readPdf } from '#tests/support/pdf.ts';
import { counts, sees, seesNo } from '#tests/support/sight.ts';
import { openSite, type Site, wall } from '#tests/support/site.ts';
import { admit, PASSWORD } from '#tests/support/visitor.ts';
import { openWorld, type World } from '#tests/support/world.ts';

const NAME = '北湖片区雨污分流及道路提升改造工程';
const OTHER = '东林街道排涝泵站修复工程';
const LAST_WEEK = '2026-W43' as Week;
const DECISION = '由住建局会同供电公司于十一月十日前完成电力迁改';

let world: World;
let site: Site;
beforeAll(async () => {
  world = await openWorld({ now: instantAt('2026-10-23' as Day, '10:00') });
  await world.addAccount('officer', world.units.housing.id, '罗科员', 'luo');
  await admit(world, 'luo');
  site = await openSite(world);
});
afterEach(() => site.expectNoComplaints());
afterAll(() => site?.close());

/** Everything that stands on paper, in reading order, without the spaces between cells. */
const textOf = (pages: readonly PdfPage[]) =>
  pages
    .flatMap((page) => linesOf(page))
    .map((line) => line.text)
    .join('\n');

async function printed(page: Page): Promise<PdfPage[]> {
  await sees(page.getByRole('article'));
  return readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
}

function expectA4(page: PdfPage | undefined): void {
  const sides = [page?.width ?? 0, page?.height ?? 0].toSorted((a, b) => a - b);
  expect(Math.abs((sides[0] ?? 0) - 210)).toBeLessThan(0.3);
  expect(Math.abs((sides[1] ?? 0) - 297)).toBeLessThan(0.3);
}

async function confirm(page: Page, act: string): Promise<void> {
  await page.getByRole('button', { name: act, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: act, exact: true }).click();
  await seesNo(page.getByRole('dialog'));
}

test('a figure typed in a return appears on the card, on the meeting screen and in the printed bulletin', { timeout: 90_000 }, async () => {
  // Last week is on record: 1,234 万元 since January.
  const project = await world.addProject({ name: NAME, annualPlan: wan(12_000), code: '2603-999999-04-01-118650' });
  await world.addProject({ name: OTHER, annualPlan: wan(3_000) });
  await world.as('officer').returns.submit({
    ...{ projectId: project.id, week: LAST_WEEK, doneThisWeek: wan(234), doneThisYear: wan(1_234), doneAtMonthEnd: null },
    ...{ progress: '主体结构完成，室外管网开挖。', problem: null, nextStep: '电力迁改', request: null, version: 0 },
  });
  world.clock.now = instantAt('2026-10-29' as Day, '15:20');

  // The office watches its board.
  const office = await site.pageOf(world.actors.office, '/');
  await sees(cardIn(office, '待填报', NAME));
  await sees(office.getByRole('status').filter({ hasText: '实时' }));

  // The officer signs in through the form and fills in the return that is owed, prefilled with last week's words.
  const officer = await site.pageOf(null, '/returns');
  await officer.getByLabel('用户名').fill('luo');
  await officer.getByLabel('密码').fill(PASSWORD);
  await officer.getByRole('button', { name: '登录' }).click();
  await sees(officer.getByRole('heading', { name: '本周还差 2 个' }));
  await officer.getByRole('navigation', { name: '本周要填的项目' }).getByRole('button', { name: NAME }).click();
  const form = officer.getByRole('region', { name: NAME });
  await expect.poll(() => form.getByRole('textbox', { name: '形象进度' }).inputValue()).toBe('主体结构完成，室外管网开挖。');
  await form.getByRole('textbox', { name: '本周完成投资' }).fill('7531');
  await expect.poll(() => form.getByRole('textbox', { name: '年初至今累计' }).inputValue()).toBe('8,765');
  await form.getByRole('textbox', { name: '形象进度' }).fill('室外管网完成六成，路基开始填筑。');
  await officer.getByRole('button', { name: '提交并填下一个' }).click();
  await sees(officer.getByText(`${NAME} 已报`));

  // The open board has it by itself, with the very figure on the card.
  const card = cardIn(office, '已填报', NAME);
  await sees(card);
  await counts(cardIn(office, '待填报', NAME), 0);
  const bar = card.getByRole('img', { name: /^完成 8,765 万元，/ });
  await sees(bar);
  const planned = Number(/序时计划 ([\d,]+)/.exec((await bar.getAttribute('aria-label')) ?? '')?.[1]?.replaceAll(',', ''));
  await sees(card.getByText(`${Math.round((8_765 / planned) * 100)}%`, { exact: true }));
  await sees(officer.getByRole('heading', { name: '本周还差 1 个' }));

  // The office puts it on the agenda without dragging.
  await card.hover();
  await card.getByRole('button', { name: `${NAME}的操作` }).click();
  await office.getByRole('menuitem', { name: '周例会', exact: true }).click();
  await sees(cardIn(office, '周例会', NAME));
  await sees(office.getByText('已列入例会议程'));
  await site.closeWindows();

  // Monday: a device link brings the screen in, the meeting is opened, and the screen is driven to the item.
  world.clock.now = instantAt('2026-11-02' as Day, '09:00');
  const desk = await site.pageOf(world.actors.office, '/displays');
  await desk.getByLabel('屏的名称').fill('一号会议室大屏');
  await desk.getByRole('button', { name: '新建设备链接' }).click();
  const link = await desk.getByRole('status').filter({ hasText: '/screen#' }).textContent();
  const screen = await site.pageOf(null, link ?? '', wall);
  await sees(screen.getByRole('heading', { level: 1 }));
  expect(screen.url()).toBe(`${site.url}/screen`);
  await desk.getByRole('link', { name: '例会', exact: true }).click();
  await sees(desk.getByRole('heading', { name: /周例会/, level: 1 }));
  await desk.getByRole('button', { name: '开会', exact: true }).click();
  await desk.getByRole('dialog').getByRole('button', { name: '开会', exact: true }).click();
  await desk.getByRole('navigation', { name: '大屏页面' }).getByRole('button', { name: NAME }).click();
  await sees(screen.getByRole('heading', { name: NAME, level: 1 }));
  await sees(screen.getByRole('img', { name: /实际完成 8,765 万元$/ }));
  await sees(screen.getByText('实 8,765'));

  // A decision is read along while it is typed, and stands when it is issued.
  await desk.keyboard.press('d');
  const field = desk.getByRole('textbox', { name: '议定事项' });
  await field.pressSequentially(DECISION.slice(0, 9));
  await sees(screen.getByRole('region', { name: '议定' }).getByText(DECISION.slice(0, 9)));
  await seesNo(screen.getByText(DECISION));
  await field.pressSequentially(DECISION.slice(9));
  await sees(screen.getByRole('region', { name: '议定' }).getByText(DECISION));
  await field.press('Enter');
  await sees(screen.getByRole('heading', { name: '今日议定' }));
  await sees(screen.getByText(DECISION));
  await seesNo(screen.getByText('正在记录'));

  // Closing yields the minutes, on A4.
  await desk.getByRole('button', { name: '闭会' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: '闭会' }).click();
  await desk.getByRole('button', { name: '打印纪要' }).click();
  const minutes = await printed(desk);
  expectA4(minutes[0]);
  expect(textOf(minutes).replaceAll(/\s/g, '')).toContain(DECISION);
  await site.closeWindows();

  // The month is over: the office cuts it and sends its bulletin to review.
  world.clock.now = instantAt('2026-11-03' as Day, '10:00');
  const drafter = await site.pageOf(world.actors.office, '/');
  await drafter.getByRole('link', { name: '通报', exact: true }).click();
  await sees(drafter.getByRole('heading', { name: /2026年10月/, level: 1 }));
  await confirm(drafter, '截取本月数据');
  await sees(drafter.getByText('数据截至 2026-10-31'));
  await sees(drafter.getByRole('article').getByText('8,765').first());
  await confirm(drafter, '送核稿');
  await sees(drafter.getByText('已送核稿'));
  await counts(drafter.getByRole('button', { name: '印发', exact: true }), 0);

  // Another office user reviews, the leader signs, the office issues.
  const second = await world.addAccount('office', world.officeUnitId, '秦科员');
  const reviewer = await site.pageOf(second, '/bulletins?month=2026-10');
  await confirm(reviewer, '核稿通过');
  const leader = await site.pageOf(world.actors.leader, '/bulletins?month=2026-10');
  await confirm(leader, '签发');
  await sees(drafter.getByRole('button', { name: '印发', exact: true }));
  await confirm(drafter, '印发');
  await sees(drafter.getByText('第1期').first());

  // On paper stands the figure that the officer typed.
  await drafter.getByRole('button', { name: '打印', exact: true }).click();
  await drafter.waitForURL(/\/print\/doc_/);
  const bulletin = await printed(drafter);
  for (const page of bulletin) expectA4(page);
  const lines = bulletin.flatMap((page) => linesOf(page)).map((line) => line.text);
  expect(lines.join('').replaceAll(/\s/g, '')).toContain('红黄绿通报');
  const annexed = bulletin.filter((page) => page.width > page.height).map((page) => textOf([page]));
  expect(annexed.join('\n')).toContain('8,765');
  expect(textOf(bulletin)).not.toContain('预稿');
});
