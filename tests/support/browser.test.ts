import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { linesOf, readPdf } from './pdf.ts';

const PAGE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>
@page { size: 210mm 297mm; margin: 37mm 26mm 35mm 28mm }
@page :right { @bottom-right { content: '— ' counter(page) ' —'; font: 14pt SimSun } }
body { margin: 0; font: calc(156mm / 28) / calc(225mm / 22) FangSong_GB2312, serif; orphans: 1; widows: 1 }
p { margin: 0; line-break: strict } h1 { margin: 0; font: bold 22pt / 30pt 'PingFang SC' } .next { break-before: page }
</style><h1>推进重点项目</h1><p>${'推'.repeat(28 * 2)}</p><p class="next">第二页 page 2</p></html>`;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

test('the browser has a glyph of its own for each Chinese character', async () => {
  const page = await browser.newPage();
  await page.setContent(PAGE);
  const shots = await page.evaluate(() =>
    [...'推进重点项目\u{10ffff}'].map((character) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 40, height: 40 });
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      context.font = '32px "Microsoft YaHei"';
      context.fillText(character, 2, 34);
      return canvas.toDataURL();
    }),
  );
  expect(new Set(shots).size).toBe(7);
  await page.close();
});

test('a page on paper is read back with its size, its lines and where they stand', async () => {
  const page = await browser.newPage();
  await page.setContent(PAGE);
  const pages = await readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  await page.close();
  expect(pages).toHaveLength(2);
  const [first, second] = pages;
  if (!first || !second) throw new Error('two pages');
  expect(first.width).toBeCloseTo(210, 0);
  expect(first.height).toBeCloseTo(297, 0);
  const [title, one, two, number] = linesOf(first);
  expect(title?.text).toBe('推进重点项目');
  expect(title?.texts[0]?.font).toBe('NotoSansSC-Bold');
  expect(title?.size).toBeCloseTo(22, 1);
  expect([one?.text, two?.text]).toEqual(['推'.repeat(28), '推'.repeat(28)]);
  expect(one?.texts[0]?.font).toBe('NotoSerifSC-Regular');
  expect(one?.x).toBeCloseTo(28, 0);
  expect(one?.right).toBeCloseTo(184, 0);
  // Chromium puts each baseline on a whole pixel of 0.26 mm; the lines' mean distance is exact.
  expect(Math.abs((two?.baseline ?? 0) - (one?.baseline ?? 0) - 225 / 22)).toBeLessThan(0.27);
  expect(number?.text).toBe('— 1 —');
  expect(linesOf(second).map((line) => line.text)).toEqual(['第二页 page 2']);
});

test('one browser opens several contexts that share nothing', async () => {
  const contexts = await Promise.all([browser.newContext(), browser.newContext(), browser.newContext()]);
  const pages = await Promise.all(contexts.map((context) => context.newPage()));
  await Promise.all(pages.map((page, index) => page.setContent(`<title>第${index + 1}个</title>`)));
  expect(await Promise.all(pages.map((page) => page.title()))).toEqual(['第1个', '第2个', '第3个']);
  await Promise.all(contexts.map((context) => context.close()));
});
