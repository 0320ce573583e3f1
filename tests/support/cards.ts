import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** A column of the board by its name. */
export function column(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true });
}

/** A project's card in a column; its name begins what a screen reader says of it. */
export function cardIn(page: Page, columnName: string, project: string): Locator {
  return column(page, columnName).getByRole('article', { name: new RegExp(`^${project}，`) });
}

/** The projects that stand in a column, from top to bottom. */
export async function namesIn(page: Page, columnName: string): Promise<string[]> {
  const cards = column(page, columnName).getByRole('article');
  return cards.evaluateAll((all) => all.map((card) => card.getAttribute('aria-label')?.split('，')[0] ?? ''));
}

/** Waits until these stand in a column in this order. */
export async function stands(page: Page, columnName: string, names: readonly string[]): Promise<void> {
  await expect.poll(() => namesIn(page, columnName), { interval: 25, message: columnName }).toEqual(names);
}

/** Where a card is dropped: onto a column, or onto the upper or lower half of what is there named. */
export type Place = { on: Locator; half?: 'upper' | 'lower' };

/** A click so soon after a drop is taken for the drop's own; no hand is that fast. */
const NO_CLICK_MS = 60;

/** Carries a card with the mouse, in steps as a hand does; the button is let go where it is to land. */
export async function drag(page: Page, card: Locator, place: Place): Promise<void> {
  await hold(page, card, place);
  await page.mouse.up();
  await page.waitForTimeout(NO_CLICK_MS);
}

/** The same, with the button still down. */
export async function hold(page: Page, card: Locator, place: Place): Promise<void> {
  // The board fetches its hand when the cards are in sight; these mice are through with a whole drag before a person has begun one.
  await page.locator('[id^="DndLiveRegion"]').waitFor({ state: 'attached' });
  await pull(page, card, place);
}

/** What the mouse does of it, also where the page has no hand for it. */
export async function pull(page: Page, card: Locator, { on, half }: Place): Promise<void> {
  await card.scrollIntoViewIfNeeded();
  const from = await card.boundingBox();
  if (!from) throw new Error('the card is not in sight');
  await page.mouse.move(from.x + from.width / 3, from.y + 12);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 3 + 8, from.y + 16, { steps: 2 });
  const to = await on.boundingBox();
  if (!to) throw new Error('the place to drop on is not in sight');
  const share = half === 'upper' ? 0.2 : half === 'lower' ? 0.8 : 0.5;
  await page.mouse.move(to.x + to.width / 2, to.y + to.height * share, { steps: 10 });
  // What is dropped on grows a slot as the card comes over it, which may move it: the hand follows.
  const grown = await on.boundingBox();
  if (grown) await page.mouse.move(grown.x + grown.width / 2, grown.y + grown.height * share, { steps: 2 });
}
