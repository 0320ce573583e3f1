import { afterAll, beforeAll, expect, test } from 'vitest';
import { linesOf, readPdf } from '#tests/support/pdf.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { openWorld, type World } from '#tests/support/world.ts';

const ROWS = 60;

let world: World;
let site: Site;
beforeAll(async () => {
  world = await openWorld();
  for (let at = 1; at <= ROWS; at++) await world.addProject({ name: `北湖片区第${at}标段道路提升及配套管网工程` });
  site = await openSite(world);
}, 120_000);
afterAll(() => site?.close());

/** A ledger as the browser prints it: pages with their lines. */
async function printed(address: string) {
  const page = await site.pageOf(world.actors.office, address);
  await page.getByRole('table').first().waitFor();
  const pages = await readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  return pages.map((each) => ({ ...each, lines: linesOf(each).map((line) => line.text.replace(/\s/g, '')) }));
}

test('the list of approvals is A3 across, its header on every page, and its pages numbered', async () => {
  const pages = await printed('/print/ledgers/approvals');
  expect(pages.length).toBeGreaterThan(1);
  pages.forEach((page, at) => {
    expect(Math.abs(page.width - 420)).toBeLessThan(0.5);
    expect(Math.abs(page.height - 297)).toBeLessThan(0.5);
    expect(
      page.lines.some((line) => line.includes('项目名称')),
      `header on page ${at + 1}`,
    ).toBe(true);
    expect(page.lines).toContain(`${at + 1}/${pages.length}`);
    for (const text of page.texts) {
      expect(text.x).toBeGreaterThan(11);
      expect(text.x + text.width).toBeLessThan(420 - 11);
    }
  });
  expect(pages[0]?.lines.some((line) => line.includes('示例区手续办理台账'))).toBe(true);
  const all = pages.flatMap((page) => page.lines).join('\n');
  for (let at = 1; at <= ROWS; at++) expect(all).toContain(`第${at}标段`);
});

test('on A4 the columns that do not fit follow on further sheets, each beginning with the first four', async () => {
  const pages = await printed('/print/ledgers/progress?p=a4');
  for (const page of pages) {
    expect(Math.abs(page.width - 297)).toBeLessThan(0.5);
    const header = page.lines.join('');
    for (const title of ['序号', '项目名称', '责任单位']) expect(header).toContain(title);
  }
  // Every project stands once on each band of columns.
  const first = pages.flatMap((page) => page.lines).filter((line) => line.includes('第1标段')).length;
  expect(first).toBeGreaterThan(1);
});
