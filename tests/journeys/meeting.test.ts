import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Day, instantAt, type Week } from '#shared/kit/calendar.ts';
import { wan } from '#shared/kit/money.ts';
import { known } from '#tests/support/known.ts';
import { counts, sees, seesNo } from '#tests/support/sight.ts';
import { openSite, phone, type Site, wall } from '#tests/support/site.ts';
import { openWorld, type World } from '#tests/support/world.ts';

const LAKE = '北湖片区雨污分流及道路提升改造工程（二期）暨配套综合管廊与沿线老旧小区排水防涝能力提升项目';
const PUMP = '东林街道排涝泵站修复工程';
const week = '2026-W44' as Week;
/** So often the page is turned until it was quick enough three times. */
const MOST_TURNS = 40;

let world: World;
let site: Site;
let link: string;
beforeAll(async () => {
  world = await openWorld({ now: instantAt('2026-11-02' as Day, '09:00') });
  const office = world.as('office');
  const lake = await world.addProject({ name: LAKE, annualPlan: wan(12_000), leaderName: '郑副区长' });
  await office.problems.raise({ projectId: lake.id, title: '电力迁改未完成', category: 'construction', raisedOn: '2026-10-12' as Day });
  await office.agenda.add({ projectId: lake.id, minutes: 8 });
  await office.agenda.add({ projectId: null, title: '研究冬季施工安全工作' });
  await world.addProject({ name: PUMP, annualPlan: wan(3_000) });
  link = `/screen#${(await office.displays.create({ name: '一号会议室大屏' })).token}`;
  site = await openSite(world);
});
afterEach(async () => {
  site.expectNoComplaints();
  await site.closeWindows();
});
afterAll(() => site?.close());

/** The smallest letters that stand on a screen, in pixels of a 1920 × 1080 one. */
async function smallestText(screen: Page): Promise<number> {
  return screen.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
    let smallest = Number.POSITIVE_INFINITY;
    while (walker.nextNode()) {
      const { parentElement: holder, textContent } = walker.currentNode;
      // A sign inside a drawing grows with the drawing: its real height is what the eye gets.
      if (!holder || textContent?.trim() === '' || holder.closest('svg')) continue;
      smallest = Math.min(smallest, Number.parseFloat(getComputedStyle(holder).fontSize));
    }
    const letters = [...document.querySelectorAll('main svg text')].map((text) => {
      const scale = text instanceof SVGTextElement ? (text.getScreenCTM()?.a ?? 1) : 1;
      return Number.parseFloat(getComputedStyle(text).fontSize) * scale;
    });
    return Math.min(smallest, ...letters);
  });
}

/** What hangs over the edge of the stage: its size against what is drawn. */
function overflow(screen: Page) {
  return screen.evaluate(() => {
    const stage = document.querySelector('main');
    const box = stage?.getBoundingClientRect();
    const isOut = (part: Element) => {
      const own = part.getBoundingClientRect();
      return box !== undefined && own.height > 0 && (own.bottom > box.bottom + 1 || own.right > box.right + 1 || own.left < box.left - 1);
    };
    return [...(stage?.querySelectorAll('h1, h2, li, td, footer, section') ?? [])].filter(isOut).map((part) => part.textContent ?? '');
  });
}

/** A console that drives the screen, by taking over where another one does. */
async function drivingConsole(): Promise<Page> {
  const console = await site.pageOf(world.actors.office, '/meetings/console');
  await sees(pages(console));
  const takeOver = console.getByRole('button', { name: '接管大屏' });
  if (await takeOver.isVisible()) await takeOver.click();
  return console;
}

const pages = (console: Page) => console.getByRole('navigation', { name: '大屏页面' });

describe('the screen before the meeting', () => {
  test('goes round by itself, each face with the time of its data', async () => {
    const screen = await site.pageOf(null, link, wall);
    await screen.clock.install();
    await sees(screen.getByText('各单位灯情'));
    await sees(screen.getByText('数据时间 11月2日 09:00'));
    expect(await smallestText(screen)).toBeGreaterThanOrEqual(28);
    await screen.clock.fastForward(21_000);
    await sees(screen.getByRole('heading', { name: '近期节点' }));
    expect(await smallestText(screen)).toBeGreaterThanOrEqual(28);
    await screen.clock.fastForward(21_000);
    await sees(screen.getByRole('heading', { name: '填报逾期' }));
    await sees(screen.getByRole('row', { name: new RegExp(PUMP) }));
    expect(await smallestText(screen)).toBeGreaterThanOrEqual(28);
    await screen.clock.fastForward(21_000);
    await sees(screen.getByText('各单位灯情'));
  });
});

describe('the screen in the meeting', () => {
  beforeAll(async () => {
    const { meeting } = await world.as('office').meetings.current();
    await world.as('office').meetings.open({ week, version: meeting.version });
  });

  test('two screens follow one console within 300 ms, page by page', async () => {
    const screens = [await site.pageOf(null, link, wall), await site.pageOf(null, link, wall)];
    const console = await drivingConsole();
    await pages(console).getByRole('button', { name: '总览' }).click();
    for (const screen of screens) await sees(screen.getByText('各单位灯情'));
    const titles = Array.from({ length: MOST_TURNS }, (_, at) => (at % 2 === 0 ? LAKE : '研究冬季施工安全工作'));
    const took: number[] = [];
    for (const title of titles) {
      const shown = screens.map((screen) =>
        screen.evaluate(
          (wanted) =>
            new Promise<number>((resolve) => {
              const isThere = () => document.querySelector('h1')?.textContent === wanted;
              const seen = () => isThere() && resolve(Date.now());
              new MutationObserver(seen).observe(document.body, { subtree: true, childList: true, characterData: true });
              seen();
            }),
          title,
        ),
      );
      const pressed = console.evaluate(
        () => new Promise<number>((resolve) => addEventListener('click', () => resolve(Date.now()), { capture: true, once: true })),
      );
      await pages(console).getByRole('button', { name: title }).click();
      const at = await pressed;
      took.push(Math.max(...(await Promise.all(shown))) - at);
      if (took.filter((ms) => ms <= 300).length === 3) return;
    }
    // A busy machine holds up one turn or another; a product that is slow holds up every one of them.
    expect.fail(`no three of ${took.length} turns were within 300 ms: ${took.join(', ')}`);
  });

  test('a second console follows, takes over visibly, and the first one says so', async () => {
    const first = await drivingConsole();
    await pages(first).getByRole('button', { name: LAKE }).click();
    const remote = await site.pageOf(world.actors.office, '/meetings/console', phone);
    await sees(remote.getByText('大屏正由宋科长的会议台控制'));
    expect(await remote.getByRole('button', { name: '下一页' }).isDisabled()).toBe(true);
    await remote.getByRole('button', { name: '接管大屏' }).click();
    await sees(first.getByText('宋科长已接管大屏，本台改为跟随'));
    await remote.getByRole('button', { name: '下一页' }).click();
    await sees(pages(first).getByRole('button', { name: /研究冬季施工安全工作.*正在显示/ }));
    await first.keyboard.press('ArrowLeft');
    await sees(pages(remote).getByRole('button', { name: /研究冬季施工安全工作.*正在显示/ }));
  });

  test('is blanked and shown again, and tells the time of the item', async () => {
    const screen = await site.pageOf(null, link, wall);
    const console = await drivingConsole();
    await pages(console).getByRole('button', { name: LAKE }).click();
    await sees(screen.getByText(/用时 \d+:\d\d \/ 8:00/));
    await console.keyboard.press('b');
    await counts(screen.locator('[data-cover="blank"]'), 1);
    await console.getByRole('button', { name: '恢复显示' }).click();
    await counts(screen.locator('[data-cover="blank"]'), 0);
  });

  test('an item is added on the spot, found by its initials, and a matter in words', async () => {
    const screen = await site.pageOf(null, link, wall);
    const console = await drivingConsole();
    await console.getByRole('textbox', { name: '临时加议题' }).fill('dljd');
    await console.getByRole('button', { name: PUMP }).click();
    await sees(console.getByText(`已加入议程：${PUMP}`));
    await pages(console).getByRole('button', { name: PUMP }).click();
    await sees(screen.getByRole('heading', { name: PUMP }));
    await console.getByRole('textbox', { name: '临时加议题' }).fill('通报安全检查情况');
    await console.getByRole('button', { name: '作为议题加入：通报安全检查情况' }).click();
    await sees(pages(console).getByRole('button', { name: '通报安全检查情况' }));
  });

  test('a usual wording, a deadline by working days and a leader’s remark need hardly any typing', async () => {
    const screen = await site.pageOf(null, link, wall);
    const console = await drivingConsole();
    await pages(console).getByRole('button', { name: LAKE }).click();
    await console.keyboard.press('d');
    await console.getByRole('button', { name: '解决问题' }).click();
    await sees(screen.getByRole('region', { name: '议定' }).getByText('牵头解决“电力迁改未完成”'));
    await console.getByRole('button', { name: '时限：按工作日选' }).click();
    const picker = console.getByRole('dialog', { name: '时限：按工作日选' });
    // A day off cannot be chosen; the tenth working day is one press.
    expect(await picker.getByRole('button', { name: /^11月7日/ }).isDisabled()).toBe(true);
    await picker.getByRole('button', { name: '10 个工作日' }).click();
    await sees(console.getByText('周一，第 10 个工作日'));
    await sees(screen.getByText('11月16日 周一'));
    // Turning the page hides what is being typed, and it goes on where it was left, even after a reload.
    await pages(console).getByRole('button', { name: '研究冬季施工安全工作' }).click();
    await seesNo(screen.getByText('正在记录'));
    await console.reload();
    await sees(console.getByText(`议定：${LAKE}`));
    await console.getByRole('textbox', { name: '议定事项' }).press('Enter');
    await sees(console.getByText('已下发，大屏、项目和纪要同步'));
    await pages(console).getByRole('button', { name: LAKE }).click();
    await sees(screen.getByRole('heading', { name: '今日议定' }));
    await console.getByRole('button', { name: '记录批示' }).click();
    await console.getByRole('textbox', { name: '批示内容' }).fill('年底前必须交钥匙');
    await console.getByRole('button', { name: '记下' }).click();
    await sees(screen.getByText('郑副区长批示'));
  });

  describe('with long words', () => {
    beforeAll(async () => {
      const { items } = await world.as('office').meetings.current();
      const text =
        '由住建局牵头，会同水利局、供电公司于十一月十日前完成沿线电力、通信、燃气管线迁改方案的联合会签和交底，逐户落实征迁补偿协议；'.repeat(
          3,
        );
      for (const dueOn of ['2026-11-10', '2026-11-16', '2026-11-20'] as Day[]) {
        await world.as('office').decisions.make({
          ...{ week, agendaItemId: known(items[0]).id, text, ownerUnitId: world.units.housing.id, helperUnitIds: [world.units.water.id] },
          ...{ supervisor: '郑副区长', dueOn },
        });
      }
    });
    const faces: readonly [string, string | RegExp][] = [
      ['总览', '各单位灯情'],
      ['以往议定', '以往议定落实情况'],
      [LAKE, LAKE],
      ['研究冬季施工安全工作', '研究冬季施工安全工作'],
      ['今日议定', /^今日议定 \d+ 项$/],
    ];
    test.each([
      ['1080p', { width: 1920, height: 1080 }, 28],
      ['4K', { width: 3840, height: 2160 }, 56],
      ['an old projector', { width: 1024, height: 768 }, 14.9],
    ])('every page fits %s, and its letters are large enough for the last row', async (_name, size, least) => {
      const screen = await site.pageOf(null, link, size);
      const console = await drivingConsole();
      for (const [title, heading] of faces) {
        await pages(console).getByRole('button', { name: title }).click();
        await sees(pages(console).getByRole('button', { name: new RegExp(`${title.slice(0, 8)}.*正在显示`) }));
        await sees(screen.getByRole('heading', { name: heading }));
        expect(await smallestText(screen), title).toBeGreaterThanOrEqual(least);
        expect(await overflow(screen), title).toEqual([]);
      }
    });
  });
});

describe('after the meeting', () => {
  const DONE = '电力线路已迁改完毕，10月30日通过验收';

  test('the owner answers from a phone with a photo, the office sends back, and closes what is answered again', async () => {
    const office = world.as('office');
    const { meeting, items } = await office.meetings.current();
    await office.decisions.make({
      ...{ week, agendaItemId: known(items[0]).id, text: '十日内完成电力迁改', ownerUnitId: world.units.housing.id },
      ...{ helperUnitIds: [], supervisor: '郑副区长', dueOn: '2026-11-16' as Day },
    });
    await office.meetings.close({ week, version: meeting.version });
    const officer = await site.pageOf(world.actors.officer, '/decisions/own', phone);
    await sees(officer.getByRole('heading', { name: '本单位议定事项' }));
    const entry = officer.getByRole('listitem').filter({ hasText: '十日内完成电力迁改' });
    await entry.getByRole('button', { name: '报办理情况' }).click();
    await officer.getByRole('textbox', { name: '办理情况' }).fill(DONE);
    const photo = { name: '现场.png', mimeType: 'image/png', buffer: Buffer.from('89504e470d0a1a0a0000', 'hex') };
    await officer.getByLabel('佐证').setInputFiles(photo);
    await officer.getByRole('button', { name: '报送' }).click();
    await sees(officer.getByText('已报送，等项目办销号'));
    await sees(entry.getByRole('link', { name: /现场\.png/ }));

    const desk = await site.pageOf(world.actors.office, '/decisions');
    const listed = desk.getByRole('listitem').filter({ hasText: '十日内完成电力迁改' });
    await sees(listed.getByText(DONE));
    await listed.getByRole('button', { name: '退回' }).click();
    await desk.getByRole('textbox', { name: '退回理由' }).fill('请附验收单');
    await desk.getByRole('dialog').getByRole('button', { name: '退回' }).click();
    await sees(entry.getByText('退回：请附验收单'));
    await entry.getByRole('button', { name: '报办理情况' }).click();
    await officer.getByRole('textbox', { name: '办理情况' }).fill('验收单已附');
    await officer.getByRole('button', { name: '报送' }).click();
    await sees(listed.getByText('验收单已附'));
    await listed.getByRole('button', { name: '销号' }).click();
    await seesNo(listed);
    await desk.getByText('全部', { exact: false }).first().click();
    await sees(desk.getByRole('listitem').filter({ hasText: '十日内完成电力迁改' }).getByText('办结').first());
    await desk.getByText('按督办领导').click();
    await sees(desk.getByRole('heading', { name: '郑副区长' }));
    await desk.getByRole('button', { name: '打印清单' }).click();
    await sees(desk.getByRole('article').getByText('十日内完成电力迁改'));
  });
});
