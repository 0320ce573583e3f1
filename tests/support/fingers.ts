import type { CDPSession, Locator, Page } from 'playwright-core';

type Point = { x: number; y: number };

/** Playwright taps; what a finger does besides, the browser's own protocol does. */
async function touching(page: Page): Promise<CDPSession> {
  return page.context().newCDPSession(page);
}

async function middleOf(what: Locator): Promise<Point> {
  await what.scrollIntoViewIfNeeded();
  const box = await what.boundingBox();
  if (!box) throw new Error(`not in sight: ${String(what)}`);
  return { x: box.x + box.width / 3, y: box.y + box.height / 2 };
}

/** A finger put down on one thing, moved in steps onto the upper part of another, and lifted. */
export async function dragByFinger(page: Page, what: Locator, onto: Locator): Promise<void> {
  const from = await middleOf(what);
  const box = await onto.boundingBox();
  if (!box) throw new Error(`not in sight: ${String(onto)}`);
  await along(page, from, { x: box.x + box.width / 2, y: box.y + box.height * 0.2 });
}

async function along(page: Page, from: Point, to: Point): Promise<void> {
  const finger = await touching(page);
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [from] });
  for (let step = 1; step <= 12; step++) {
    const point = { x: from.x + ((to.x - from.x) * step) / 12, y: from.y + ((to.y - from.y) * step) / 12 };
    await finger.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [point] });
    await page.waitForTimeout(16);
  }
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

/** A finger that rests for longer than a tap. */
export async function rest(page: Page, what: Locator): Promise<void> {
  const finger = await touching(page);
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [await middleOf(what)] });
  await page.waitForTimeout(800);
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

export async function press(page: Page, what: Locator): Promise<void> {
  const { x, y } = await middleOf(what);
  await page.touchscreen.tap(x, y);
}

/** A swipe that begins on something, by so many pixels. */
export async function swipe(page: Page, from: Locator, by: { x: number; y: number }): Promise<void> {
  const { x, y } = await middleOf(from);
  // The finger stays on the glass: to the left it begins at the right.
  const start = { x: by.x < 0 ? x - by.x * 0.6 : x, y };
  await along(page, start, { x: start.x + by.x, y: start.y + by.y });
}
