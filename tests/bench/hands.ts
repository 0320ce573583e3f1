import type { Page } from 'playwright-core';
import { during, freshPage, settled } from './page.ts';
import type { Made, Served } from './served.ts';
import type { Line } from './table.ts';

const CARDS = 4_000;
const FRAME_MS = 32;
const LIVE_MS = 300;
const TABS = 6;
const TIMES = 5;
const AGENDA = '[data-list][data-column="agenda"]';
const ON_AGENDA = '[data-card][data-column="agenda"]';

/**
 * What hands and other people's moves cost on a board of 4,000: drags, scrolls, a change elsewhere, six tabs. Each drag and
 * scroll is on a page of its own, because one frame that the machine took for itself says nothing of the board.
 */
export async function hands(product: Served, floor: Served, made: Made): Promise<Line[]> {
  const token = made.tokens[0] ?? '';
  const own: Handled[] = [];
  const least: Handled[] = [];
  for (let at = 0; at < TIMES; at++) {
    await onPage(floor.url, `/?cards=${CARDS}`, null, async (page) => least.push(await handled(page)));
    await onPage(product.url, '/', token, async (page) => own.push(await handled(page)));
  }
  const both = (field: (of: Handled) => number) => ({ product: middle(own.map(field)), floor: middle(least.map(field)) });
  const cards = CARDS;
  return [
    { what: 'drag, long tasks', cards, product: both(({ drag }) => drag.longTaskMs).product, unit: 'ms', limit: 0 },
    { what: 'drag, worst frame', cards, ...both(({ drag }) => drag.worstFrame), unit: 'ms', limit: FRAME_MS },
    { what: 'drop to shown', cards, ...both(({ drag }) => drag.toShown), unit: 'ms' },
    { what: 'scroll, long tasks', cards, product: both(({ scroll }) => scroll.longTaskMs).product, unit: 'ms', limit: 0 },
    { what: 'scroll, worst frame', cards, ...both(({ scroll }) => scroll.worstFrame), unit: 'ms', limit: FRAME_MS },
    { what: 'scroll, frames', cards, ...both(({ scroll }) => scroll.fps), unit: 'fps' },
    ...(await elsewhere(product, made)),
  ];
}

async function onPage(url: string, path: string, token: string | null, act: (page: Page) => Promise<unknown>): Promise<void> {
  const { browser, page } = await freshPage(url, token);
  await page.goto(`${url}${path}`);
  await settled(page);
  await act(page);
  await browser.close();
}

/** How long a change by somebody else takes to be seen on one page, and on all of six. */
async function elsewhere(product: Served, made: Made): Promise<Line[]> {
  const { browser, context, page } = await freshPage(product.url, made.tokens[0] ?? '');
  await page.goto(product.url);
  await settled(page);
  const waits: number[] = [];
  for (let at = 0; at < TIMES; at++) waits.push(await seenIn([page], product, made, made.projectIds[100 + at] ?? ''));
  const tabs = [page];
  while (tabs.length < TABS) {
    const tab = await context.newPage();
    await tab.goto(product.url);
    await settled(tab);
    tabs.push(tab);
  }
  const inAll: number[] = [];
  for (let at = 0; at < TIMES; at++) inAll.push(await seenIn(tabs, product, made, made.projectIds[200 + at] ?? ''));
  await browser.close();
  return [
    { what: 'a change on another screen', cards: CARDS, product: middle(waits), unit: 'ms', limit: LIVE_MS },
    { what: 'a change in all of six tabs', cards: CARDS, product: middle(inAll), unit: 'ms', limit: 1_000 },
  ];
}

function middle(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

type Moved = { longTaskMs: number; worstFrame: number; fps: number };
type Dragged = Moved & { /** From the release to the frame that shows the card in its column, in milliseconds. */ toShown: number };

type Handled = { drag: Dragged; scroll: Moved };

/** The drag comes first: scrolled away, the first card of the page is not in sight. */
async function handled(page: Page): Promise<Handled> {
  const drag = await dragged(page);
  return { drag, scroll: await scrolled(page) };
}

async function scrolled(page: Page): Promise<Moved> {
  const box = await boxOf(page, '[data-card]');
  const cdp = await page.context().newCDPSession(page);
  return moved(page, async () => {
    await cdp.send('Input.synthesizeScrollGesture', { x: box.x, y: box.y, yDistance: -4_000, speed: 2_000, gestureSourceType: 'mouse' });
  });
}

async function moved(page: Page, act: () => Promise<void>): Promise<Moved> {
  const { longTaskMs, worstFrame, frames, lost } = await during(page, act);
  return { longTaskMs, worstFrame, fps: (60 * frames) / (frames + lost) };
}

/** From the first column to the agenda with the mouse, as a hand does it. */
async function dragged(page: Page): Promise<Dragged> {
  const from = await boxOf(page, '[data-list] [data-card]');
  const to = await boxOf(page, AGENDA);
  await page.evaluate(() => {
    window.addEventListener('mouseup', () => performance.mark('released'), { once: true, capture: true });
  });
  const before = await page.locator(ON_AGENDA).count();
  let shown = 0;
  const seen = await moved(page, async () => {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    for (let step = 1; step <= 30; step++) {
      await page.mouse.move(from.x + ((to.x - from.x) * step) / 30, from.y + ((to.y - from.y) * step) / 30);
    }
    await page.waitForTimeout(300);
    const standing = page.evaluate(
      ([list, count]) =>
        new Promise<number>((resolve, reject) => {
          setTimeout(() => reject(new Error('the drop was never shown')), 30_000);
          const look = () => {
            if (document.querySelectorAll(String(list)).length > Number(count)) resolve(performance.now());
            else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        }),
      [ON_AGENDA, String(before)],
    );
    await page.mouse.up();
    shown = await standing;
    await page.waitForTimeout(300);
  });
  const released = await page.evaluate(() => performance.getEntriesByName('released')[0]?.startTime ?? 0);
  return { ...seen, toShown: shown - released };
}

async function boxOf(page: Page, selector: string): Promise<{ x: number; y: number }> {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`nothing to be seen of ${selector}`);
  return { x: box.x + box.width / 2, y: box.y + Math.min(box.height, 120) / 2 };
}

/** Puts a project on the agenda from elsewhere and waits until each page shows it. */
async function seenIn(pages: Page[], { url }: Served, { tokens }: Made, projectId: string): Promise<number> {
  const waits = pages.map((page) =>
    page.evaluate(
      ([list, id]) =>
        new Promise<number>((resolve, reject) => {
          setTimeout(() => reject(new Error(`${id} was never shown`)), 30_000);
          // Not by frames: only the tab in front draws any.
          const timer = setInterval(() => {
            if (!document.querySelector(`${list}[data-card="${id}"]`)) return;
            clearInterval(timer);
            resolve(Date.now());
          }, 4);
        }),
      [ON_AGENDA, projectId],
    ),
  );
  const sent = Date.now();
  const response = await fetch(`${url}/trpc/agenda.add`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url, cookie: `tuijin-session=${tokens[1]}` },
    body: JSON.stringify({ projectId, overLimitReason: '压测' }),
  });
  if (!response.ok) throw new Error(await response.text());
  return Math.max(...(await Promise.all(waits))) - sent;
}
