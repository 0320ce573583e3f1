import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { known } from '#tests/support/known.ts';
import { heldBack } from '#tests/support/line.ts';
import { desk, openSite, phone, type Site } from '#tests/support/site.ts';
import { openWorld, type World } from '#tests/support/world.ts';

// The cards are there before the program is: the server draws the board into the page. What is tested is that they are the
// very cards, at the very places, that the program then draws, and that nobody is shown what is not theirs.
const NAMES = ['北湖片区雨污分流改造工程', '东林街道排涝泵站修复工程', '区中医院综合能力提升项目<script>'];

let world: World;
let site: Site;

beforeAll(async () => {
  world = await openWorld();
  for (const [at, name] of NAMES.entries()) {
    await world.addProject({ name, unitId: at === 1 ? world.units.water.id : world.units.housing.id });
  }
  for (let at = 0; at < 40; at++)
    await world.addProject({ name: `${at % 2 ? '乡村公路提质改造与沿线安全防护工程' : '供水管网'}第${at}标段` });
  site = await openSite(world);
});
afterAll(async () => {
  site?.expectNoComplaints();
  await site?.close();
});

/** Opens the board with its program held back, and says how to let it come. */
async function held(page: Page): Promise<() => Promise<void>> {
  const release = await heldBack(page, /\/assets\/index-.*\.js$/);
  await page.goto('/', { waitUntil: 'commit' });
  await page.locator('#still [data-card]').first().waitFor();
  return async () => {
    release();
    await page.locator('#root [data-card]').first().waitFor();
  };
}

type Seen = { name: string | null; top: number; left: number; width: number };

/** The cards in sight, and where they lie. */
function cardsIn(page: Page, place: '#still' | '#root'): Promise<Seen[]> {
  return page.evaluate(
    (selector) =>
      Array.from(document.querySelectorAll(`${selector} [data-card]`), (card) => {
        const { top, left, width } = card.getBoundingClientRect();
        return {
          name: card.querySelector('h3')?.textContent ?? null,
          top: Math.round(top),
          left: Math.round(left),
          width: Math.round(width),
        };
      }).filter(({ top, left }) => top < window.innerHeight && left < window.innerWidth),
    place,
  );
}

test.each([
  ['a desk', desk],
  ['a phone', phone],
])('on %s the program draws what the still has shown, card for card at its place', async (_what, size) => {
  const page = await (await site.windowOf(world.actors.office, size)).newPage();
  const goOn = await held(page);
  const still = await cardsIn(page, '#still');
  expect(still.length).toBeGreaterThan(size === desk ? 5 : 1);
  // A picture is not to be walked into: neither by Tab nor by a reader.
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('#still'))).toBeNull();
  await goOn();
  expect(await page.locator('#still').count()).toBe(0);
  expect(await cardsIn(page, '#root')).toEqual(still);
});

test('a unit sees its own projects alone, and what a name holds stays text', async () => {
  const page = await (await site.windowOf(known(world.actors.officer), desk)).newPage();
  await held(page);
  const html = await page.content();
  expect(html).toContain('区中医院综合能力提升项目&lt;script&gt;');
  expect(html).not.toContain(known(NAMES[1]));
});

test('nobody signed in, a screen and another language get no still', async () => {
  const nobody = await site.pageOf(null, '/');
  expect(await (await nobody.request.get('/')).text()).not.toContain('id="still"');
  const english = await (await site.windowOf(world.actors.office, desk)).newPage();
  await english.addInitScript(() => localStorage.setItem('tuijin.language', 'en'));
  await english.route(/\/assets\/index-.*\.js$/, () => undefined);
  await english.goto('/', { waitUntil: 'commit' });
  // It stands before the program's place, and goes as soon as the language is known.
  await english.locator('#root').waitFor({ state: 'attached' });
  await expect.poll(() => english.locator('#still').count(), { timeout: 20_000 }).toBe(0);
});

test('what is kept on a device for a day without a line is nobody’s still', async () => {
  const page = await (await site.windowOf(world.actors.office, desk, { keepsBuild: true })).newPage();
  await page.goto('/');
  const kept = await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    return (await caches.match('/'))?.text();
  });
  expect(kept).toContain('<div id="root">');
  expect(kept).not.toContain('id="still"');
});
