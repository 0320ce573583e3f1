import type { Locator } from 'playwright-core';
import { expect } from 'vitest';

const PATIENCE_MS = 20_000;

/** Waits until this stands on the page for somebody to see. */
export async function sees(what: Locator, within = PATIENCE_MS): Promise<void> {
  await what.first().waitFor({ state: 'visible', timeout: within });
}

/** Waits until nobody sees this any more. */
export async function seesNo(what: Locator, within = PATIENCE_MS): Promise<void> {
  await expect.poll(() => what.count(), { timeout: within, interval: 25, message: `still there: ${String(what)}` }).toBe(0);
}

/** Waits until there are so many of these. */
export async function counts(what: Locator, count: number, within = PATIENCE_MS): Promise<void> {
  await expect.poll(() => what.count(), { timeout: within, interval: 25, message: String(what) }).toBe(count);
}

/** Waits until these read so, from first to last; spaces between words do not count. */
export async function reads(what: Locator, texts: readonly string[], within = PATIENCE_MS): Promise<void> {
  const now = async () => (await what.allTextContents()).map((text) => text.replace(/\s+/g, ' ').trim());
  await expect.poll(now, { timeout: within, interval: 25, message: String(what) }).toEqual(texts);
}
