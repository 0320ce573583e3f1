import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Document } from '#shared/documents/model.ts';
import { day } from '#shared/kit/calendar.ts';
import { projectSheet } from '#shared/projects/sheet.ts';
import { launchBrowser } from '#tests/support/browser.ts';
import { linesOf, type PdfLine, type PdfPage, readPdf } from '#tests/support/pdf.ts';
import { type Drawn, readGlyphs } from './glyphs.ts';
import { print, show } from './print.ts';
import { type PdfBar, readBars } from './rules.ts';
import { bulletin, minutes, plainText } from './samples.ts';

/** GB/T 9704-2012, in millimetres from the sheet's edges. */
const TOP = 37;
const LEFT = 28;
const RIGHT = 210 - 26;
const BOTTOM = 297 - 35;
const PITCH = 225 / 22;
/** What Noto Serif SC, by which the tests print, has no sign for. */
const LACKING = ['𠮷'];
const NUMBER_LINE = /^— ?\d+ ?—$/;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});

type Printed = { pages: PdfPage[]; bars: PdfBar[] };

async function printed(document: Document): Promise<Printed> {
  const bytes = await print(browser, document);
  return { pages: await readPdf(bytes), bars: await readBars(bytes) };
}

/** The lines of the type area, without the page number below it. */
function body(page: PdfPage | undefined): PdfLine[] {
  return page ? linesOf(page).filter((line) => !NUMBER_LINE.test(line.text.trim())) : [];
}

function centre(line: PdfLine): number {
  return (line.top + line.bottom) / 2;
}

function at(lines: readonly PdfLine[], index: number): PdfLine {
  const line = lines.at(index);
  if (!line) throw new Error(`no line ${index}`);
  return line;
}

describe('a page of text', () => {
  let pages: PdfPage[];
  beforeAll(async () => {
    pages = (await printed(plainText(28 * 22 * 4))).pages;
  });

  test('is A4', () => {
    for (const page of pages) {
      expect(Math.abs(page.width - 210)).toBeLessThan(0.3);
      expect(Math.abs(page.height - 297)).toBeLessThan(0.3);
    }
  });

  test('holds 22 lines of 28 characters', () => {
    const full = pages.slice(1, 4);
    expect(full.map((page) => body(page).length)).toEqual([22, 22, 22]);
    for (const line of full.flatMap((page) => body(page))) expect([...line.text]).toHaveLength(28);
  });

  test('keeps its margins and its pitch', () => {
    const lines = body(pages[1]);
    for (const line of lines) {
      expect(Math.abs(line.x - LEFT)).toBeLessThan(1);
      expect(Math.abs(line.right - RIGHT)).toBeLessThan(1);
    }
    const pitch = (at(lines, -1).baseline - at(lines, 0).baseline) / 21;
    expect(Math.abs(pitch - PITCH)).toBeLessThan(0.15);
    // A single line stands on a whole pixel, so it may be off by one of 0.26 mm.
    lines.slice(1).forEach((line, index) => {
      expect(Math.abs(line.baseline - at(lines, index).baseline - PITCH)).toBeLessThan(0.27);
    });
    expect(Math.abs(centre(at(lines, 0)) - PITCH / 2 - TOP)).toBeLessThan(1);
    expect(Math.abs(centre(at(lines, -1)) + PITCH / 2 - BOTTOM)).toBeLessThan(1);
  });

  test('carries its number 7 mm below the text, one character in from the outer edge', () => {
    pages.forEach((page, index) => {
      const line = linesOf(page).find((each) => NUMBER_LINE.test(each.text.trim()));
      expect(line?.text.replaceAll(' ', '')).toBe(`—${index + 1}—`);
      if (!line) return;
      const character = (14 * 25.4) / 72;
      expect(Math.abs(line.size - 14)).toBeLessThan(0.1);
      expect(Math.abs(line.top - BOTTOM - 7)).toBeLessThan(1);
      if (index % 2 === 0) expect(Math.abs(line.right - (RIGHT - character))).toBeLessThan(0.5);
      else expect(Math.abs(line.x - (LEFT + character))).toBeLessThan(0.5);
    });
  });
});

describe('the head of a bulletin', () => {
  let first: PdfLine[];
  let bars: PdfBar[];
  beforeAll(async () => {
    const paper = await printed(bulletin(52));
    first = body(paper.pages[0]);
    bars = paper.bars.filter((bar) => bar.page === 1);
  });

  test('names itself in red over number, office and day, and a red rule as wide as the text', () => {
    expect(first.slice(0, 4).map((line) => line.text.replaceAll(' ', ''))).toEqual([
      '示例区重点项目建设',
      '红黄绿通报',
      '〔2026〕第10期',
      '示例区重点项目建设指挥部办公室2026年11月3日',
    ]);
    const rule = bars.find((bar) => bar.colour === '#c8161d');
    expect(rule).toBeDefined();
    if (!rule) return;
    expect(Math.abs(rule.x - LEFT)).toBeLessThan(1);
    expect(Math.abs(rule.width - 156)).toBeLessThan(1);
    expect(Math.abs(rule.y - at(first, 3).bottom - 4)).toBeLessThan(1);
  });

  test('breaks its title between phrases, each line centred', () => {
    expect(first.slice(4, 6).map((line) => line.text)).toEqual(['关于2026年10月全区重点项目和', '灾后重建项目推进情况的通报']);
    for (const line of first.slice(4, 6)) {
      expect(Math.abs((line.x + line.right) / 2 - (LEFT + RIGHT) / 2)).toBeLessThan(1);
      expect(line.size).toBeCloseTo(22, 0);
    }
  });

  test('leaves the text below it on the grid', () => {
    const last = at(first, -1);
    expect(Math.abs(centre(last) + PITCH / 2 - BOTTOM)).toBeLessThan(1);
  });

  test('never breaks a long name', async () => {
    const sample = bulletin(1);
    const name = '示例经济技术开发区灾后恢复重建和重点项目建设指挥部简报';
    const { pages } = await printed({ ...sample, masthead: sample.masthead && { ...sample.masthead, lines: [name] } });
    const line = at(body(pages[0]), 0);
    expect(line.text.replaceAll(' ', '')).toBe(name);
    expect(line.right - line.x).toBeLessThan(156.5);
  });
});

describe('the mark of minutes', () => {
  test('stands 35 mm below the top of the text', async () => {
    const { pages } = await printed(minutes());
    const mark = at(body(pages[0]), 0);
    expect(mark.text).toBe('示例区重点项目周例会纪要');
    expect(Math.abs(mark.top - TOP - 35)).toBeLessThan(1.5);
    expect(mark.texts.every((each) => each.font.includes('Bold'))).toBe(true);
  });
});

describe('annexes', () => {
  test('the lamp table lies across, repeats its head on each page and numbers them at the foot of the upright sheet', async () => {
    const { pages } = await printed(bulletin(200));
    const wide = pages.filter((page) => page.width > page.height);
    expect(wide.length).toBeGreaterThan(3);
    for (const page of wide) {
      expect(Math.abs(page.width - 297)).toBeLessThan(0.3);
      expect(Math.abs(page.height - 210)).toBeLessThan(0.3);
      const text = body(page)
        .map((line) => line.text)
        .join('');
      for (const header of ['项目名称', '投资完成', '下一手续']) expect(text).toContain(header);
      const dashes = page.texts.filter((each) => Math.abs(each.size - 14) < 0.1 && each.x < 35);
      const isOdd = pages.indexOf(page) % 2 === 0;
      for (const dash of dashes) {
        expect(dash.x).toBeGreaterThan(20);
        if (isOdd) expect(dash.baseline).toBeGreaterThan(150);
        else expect(dash.baseline).toBeLessThan(60);
      }
      expect(dashes.length).toBeGreaterThan(0);
    }
  });

  test('text in the narrow columns stays inside the sheet', async () => {
    const { pages } = await printed(bulletin(60));
    for (const page of pages) {
      for (const each of page.texts) {
        expect(each.x).toBeGreaterThan(20);
        expect(each.x + each.width).toBeLessThan(page.width - 20);
      }
    }
  });
});

/** The pages that carry no number, counted from one. */
function unnumbered(pages: readonly PdfPage[]): number[] {
  const isNumbered = (page: PdfPage) => page.texts.filter((each) => each.text.includes('—') && Math.abs(each.size - 14) < 0.1).length > 0;
  return pages.flatMap((page, at) => (isNumbered(page) ? [] : [at + 1]));
}

describe('the 版记', () => {
  const long = bulletin(300);
  const endings: [string, Document][] = [
    ['a short last annex', bulletin(52)],
    ...[150, 200, 250, 300].map((projects): [string, Document] => {
      const document = bulletin(projects);
      return [`an annex of several pages, ${projects} projects`, { ...document, annexes: document.annexes.slice(0, 2) }];
    }),
    ['a landscape last annex', { ...long, annexes: long.annexes.slice(0, 1) }],
    ['no annex', minutes()],
    ...[300, 440, 580, 700, 860, 1020].map((letters): [string, Document] => [
      `a text of ${letters} characters`,
      { ...plainText(letters), imprint: long.imprint },
    ]),
  ];

  test.each(endings)('closes the last even page after %s', async (_name, document) => {
    const { pages, bars } = await printed(document);
    expect(pages.length % 2).toBe(0);
    expect(unnumbered(pages)).toEqual(pages.length > 1 && body(pages.at(-2)).length === 0 ? [pages.length - 1, pages.length] : []);
    const last = bars.filter((bar) => bar.page === pages.length && bar.width > 150 && bar.colour === '#000000');
    const rules = last.slice(-((document.imprint?.recipients.length ?? 0) + 2)).sort((a, b) => a.y - b.y);
    const closing = rules.at(-1);
    expect(closing).toBeDefined();
    if (!closing) return;
    expect(Math.abs(closing.y + closing.height - BOTTOM)).toBeLessThan(1);
    expect(closing.height).toBeCloseTo(0.35, 1);
    expect(rules[1]?.height).toBeCloseTo(0.25, 1);
    const office = at(body(pages.at(-1)), -1);
    expect(office.text).toContain('示例区重点项目建设指挥部办公室');
    expect(office.size).toBeCloseTo(14, 0);
  });
});

describe('signs', () => {
  /** What a font has no sign for is drawn as its first one, an empty box. */
  const boxes = (drawn: readonly Drawn[]) => drawn.filter(({ glyph }) => glyph === 0).length;
  async function lacking(text: string): Promise<string[]> {
    const found: string[] = [];
    for (const sign of text) {
      const sample = plainText(1);
      const blocks: Document['blocks'] = [{ type: 'paragraph', lead: null, inlines: [{ type: 'text', text: sign.repeat(28) }] }];
      if (boxes(await readGlyphs(await print(browser, { ...sample, blocks }))) > 0) found.push(sign);
    }
    return found;
  }

  test('none is a blank box, on any page of a bulletin with its annexes', async () => {
    const drawn = await readGlyphs(await print(browser, bulletin(52)));
    expect(drawn.length).toBeGreaterThan(5_000);
    expect(boxes(drawn)).toBe(0);
  });

  test('of names and places that are rarely written the test’s font has all but these', { timeout: 60_000 }, async () => {
    expect(await lacking('〇䶮喆玥𠮷')).toEqual(LACKING);
  });

  test('none reaches beyond the type area, where a sheet or its neighbour would cut it off', async () => {
    const { pages } = await printed(bulletin(60));
    for (const page of pages) {
      const [top, bottom] = page.width > page.height ? [LEFT, 210 - 26] : [TOP, BOTTOM];
      for (const line of body(page).filter((each) => each.x > 35)) {
        expect(line.top).toBeGreaterThan(top - 1);
        expect(line.bottom).toBeLessThan(bottom + 1);
      }
    }
  });
});

test('an annex of forty pages prints to its last row, each page with the head of its table', { timeout: 120_000 }, async () => {
  const long = bulletin(1_700);
  const { pages } = await printed({ ...long, blocks: [], annexes: long.annexes.slice(0, 1) });
  const wide = pages.filter((page) => page.width > page.height);
  expect(wide.length).toBeGreaterThanOrEqual(40);
  const texts = wide.map((page) =>
    body(page)
      .map((line) => line.text)
      .join(''),
  );
  for (const text of texts) expect(text).toContain('项目名称');
  const rows = long.annexes[0]?.blocks.reduce((count, block) => count + (block.type === 'table' ? block.rows.length : 0), 0);
  expect(texts.at(-1)).toContain(String(rows));
  expect(pages.length % 2).toBe(0);
});

describe('what belongs to the screen or to a draft', () => {
  test('every page of a draft says so, and no page of an issued one', async () => {
    const draft = await printed(bulletin(52, { isDraft: true }));
    for (const page of draft.pages) expect(linesOf(page).some((line) => line.text.includes('预稿'))).toBe(true);
    const issued = await printed(bulletin(52));
    expect(issued.pages.flatMap((page) => page.texts).some((each) => each.text.includes('预稿'))).toBe(false);
  });

  test('numbers with a source are underlined on the screen alone and carry their value', async () => {
    const page = await show(browser, bulletin(52));
    const number = page.locator('[data-number]').first();
    const underline = () => number.evaluate((node) => getComputedStyle(node).textDecorationLine);
    expect(await number.getAttribute('data-number')).toBe('52');
    expect(await number.getAttribute('title')).toBe('在库项目');
    expect(await underline()).toBe('underline');
    await page.emulateMedia({ media: 'print' });
    expect(await underline()).toBe('none');
    await page.close();
  });

  test('a heading never stands alone at the foot of a page', async () => {
    for (const projects of [10, 20, 30, 40, 52]) {
      const { pages } = await printed(bulletin(projects));
      for (const page of pages) expect(at(body(page), -1).text).not.toMatch(/^[一二三四五六]、/);
    }
  });
});

test('a project’s one page is one page, however long its words are', async () => {
  const long = '推进重点项目建设和灾后恢复重建工作'.repeat(20);
  const many = (count: number) => Array.from({ length: count }, (_, at) => at);
  const document = projectSheet({
    name: long.slice(0, 120),
    asOf: day('2026-10-29'),
    facts: many(14).map((at) => [`事项${at}`, long] as const),
    content: long,
    progress: long,
    steps: many(30).map(() => ({ name: long, agency: long, state: '容缺受理', due: '2026-11-30' })),
    problems: many(9).map(() => ({ title: long, owner: long, due: '2026-11-30' })),
    decisions: many(9).map(() => ({ text: long, owner: long, due: '2026-11-30', state: '在办' })),
    members: many(9).map(() => ({ name: long, duty: long })),
  });
  const { pages } = await printed(document);
  expect(pages).toHaveLength(1);
  const lines = body(pages[0]);
  expect(Math.max(...lines.map((each) => each.bottom))).toBeLessThanOrEqual(297 - 18);
});
