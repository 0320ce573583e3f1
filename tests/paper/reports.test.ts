import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { docxOf } from '#server/documents/docx.ts';
import { usualStyle } from '#shared/bulletins/style.ts';
import { day } from '#shared/kit/calendar.ts';
import { draftReport } from '#shared/reports/draft.ts';
import { launchBrowser } from '#tests/support/browser.ts';
import { linesOf, readPdf } from '#tests/support/pdf.ts';
import { print } from './print.ts';
import { rowsOf } from './samples.ts';

/** GB/T 9704-2012, in millimetres from the sheet's left edge: 订口 28 mm, 版心 156 mm. */
const [LEFT, RIGHT] = [28, 184];

const sectors = ['水利设施', '交通道路', '城乡住房', '防灾减灾'];
const briefing = draftReport({
  ...{ district: { name: '示例区', issuingOffice: '示例区重点项目建设指挥部办公室' }, asOf: day('2026-11-03'), isDraft: false },
  ...{ issue: { year: 2026, number: 4 }, issuedOn: day('2026-11-03'), style: usualStyle, correction: null },
  ...{ units: '各镇（街道），区直有关单位', problems: [], on: { about: 'reconstruction' } },
  rows: rowsOf(40).map((row, at) => ({ ...row, kind: 'reconstruction', category: sectors[at % sectors.length] ?? null })),
});

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

test('a 简报 keeps to the type area, with its head, its table of sectors, a landscape annex and the 版记 at the end', async () => {
  const pages = await readPdf(await print(browser, briefing));
  const [first] = pages;
  expect(
    first &&
      linesOf(first)
        .slice(0, 3)
        .map((line) => line.text.replaceAll(' ', '')),
  ).toEqual(['示例区灾后恢复重建', '简报', '〔2026〕第4期']);
  const upright = pages.filter((page) => page.width < page.height);
  expect(upright.length).toBeLessThan(pages.length);
  for (const line of upright.flatMap((page) => linesOf(page))) {
    expect(line.x, line.text).toBeGreaterThan(LEFT - 1);
    expect(line.right, line.text).toBeLessThan(RIGHT + 1);
  }
  const last = pages.at(-1);
  expect(last && linesOf(last).map((line) => line.text.replaceAll(' ', ''))).toEqual(
    expect.arrayContaining([expect.stringContaining('发：各镇（街道），区直有关单位'), expect.stringContaining('2026年11月3日印发')]),
  );
  expect(pages.length % 2).toBe(0);
});

test('the same goes out as a Word file', () => {
  expect(docxOf(briefing).subarray(0, 2).toString()).toBe('PK');
});
