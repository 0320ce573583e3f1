import type { Page } from 'playwright-core';

/** Keeps what a page asks of this address on its way until it is let go; from then on all goes through. */
export async function heldBack(page: Page, address: string | RegExp): Promise<() => void> {
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(address, async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}
