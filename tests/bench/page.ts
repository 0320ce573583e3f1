import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '#tests/support/browser.ts';

/** What the page writes down about itself while it opens, in milliseconds since navigation began. */
type Seen = { cards: number; firstScreen: number; longTasks: [number, number][]; frames: number[] };

declare global {
  interface Window {
    seen: Seen;
  }
}

const GAP_MS = 500;

/** Runs in the page from its first moment: counts the cards in sight in each frame. */
function watch(): void {
  const seen: Seen = { cards: 0, firstScreen: 0, longTasks: [], frames: [] };
  window.seen = seen;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) seen.longTasks.push([startTime, startTime + duration]);
  }).observe({ type: 'longtask', buffered: true });
  const look = (): void => {
    let cards = 0;
    for (const card of document.querySelectorAll('[data-card]')) {
      const { top, bottom, left, right } = card.getBoundingClientRect();
      if (bottom > 0 && top < window.innerHeight && right > 0 && left < window.innerWidth) cards++;
    }
    if (cards !== seen.cards) {
      seen.cards = cards;
      seen.firstScreen = performance.now();
    }
    seen.frames.push(performance.now());
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

export type Opened = { firstScreen: number; idle: number; heapMb: number; cards: number; scripts: string[] };

/** A new browser with a session's cookie, and one page in it. */
export async function freshPage(url: string, cookie: string | null): Promise<{ browser: Browser; context: BrowserContext; page: Page }> {
  const browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  if (cookie) await context.addCookies([{ name: 'tuijin-session', value: cookie, url, httpOnly: true, sameSite: 'Lax' }]);
  // tsx gives functions their names by a helper that the page does not have.
  await context.addInitScript('globalThis.__name = (named) => named');
  await context.addInitScript(watch);
  return { browser, context, page: await context.newPage() };
}

/** Opens a page in a new browser and measures until nothing moves any more. */
export async function open(url: string, path: string, cookie: string | null): Promise<Opened> {
  const { browser, page } = await freshPage(url, cookie);
  await page.goto(`${url}${path}`);
  await settled(page);
  const { firstScreen, longTasks, cards } = await page.evaluate(() => window.seen);
  let idle = firstScreen;
  for (const [start, end] of longTasks) if (start - idle <= GAP_MS) idle = Math.max(idle, end);
  const scripts = await page.evaluate(
    (until) =>
      performance
        .getEntriesByType('resource')
        .filter(({ name, startTime }) => startTime <= until && new URL(name).pathname.endsWith('.js'))
        .map(({ name }) => new URL(name).pathname),
    idle,
  );
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  await browser.close();
  return { firstScreen, idle, heapMb: usedSize / 1e6, cards, scripts };
}

/** Waits until cards stand there and their number has not changed for a while. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => window.seen.cards > 0 && performance.now() - window.seen.firstScreen > 1_500, null, { timeout: 60_000 });
}

/** Long tasks and frames of what is done meanwhile: the longest of each, and how many frames were lost. */
export async function during(page: Page, act: () => Promise<void>) {
  const from = await page.evaluate(() => performance.now());
  await act();
  return page.evaluate((since) => {
    const tasks = window.seen.longTasks.filter(([start]) => start >= since).map(([start, end]) => end - start);
    const frames = window.seen.frames.filter((at) => at >= since);
    const lengths = frames.slice(1).map((at, place) => at - (frames[place] ?? at));
    const lost = lengths.reduce((sum, length) => sum + Math.max(0, Math.round(length / (1000 / 60)) - 1), 0);
    return { longTaskMs: tasks.reduce((sum, ms) => sum + ms, 0), worstFrame: Math.max(0, ...lengths), frames: lengths.length, lost };
  }, from);
}
