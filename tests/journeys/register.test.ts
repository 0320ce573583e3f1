import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import * as documents from '#server/documents/store.ts';
import type { Document } from '#shared/documents/model.ts';
import type { Instant, Month } from '#shared/kit/calendar.ts';
import { makeId } from '#shared/kit/ids.ts';
import { reads, sees, seesNo } from '#tests/support/sight.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { openWorld, type World } from '#tests/support/world.ts';

const MINUTES = '第1次重点项目周例会纪要';
const BULLETIN = '关于2026年9月全区重点项目推进情况的通报';

let world: World;
let site: Site;
beforeAll(async () => {
  world = await openWorld();
  const issue = (kind: Document['kind'], at: number, title: string) =>
    world.db.transaction().execute(async (tx) => {
      const number = await documents.drawNumber(tx, world.districtId, kind, 2026);
      const model: Document = {
        ...{ kind, period: '2026-09', isDraft: false, masthead: null, title: [title], salutation: null, annexes: [], imprint: null },
        ...{ rowSets: {}, blocks: [{ type: 'paragraph', lead: null, inlines: [{ type: 'text', text: `${title}的正文。` }] }] },
      };
      const id = makeId('document', String(at).padStart(32, '0'));
      const issuedAt = '2026-10-03T02:00:00.000Z' as Instant;
      const given = {
        id,
        districtId: world.districtId,
        period: '2026-09' as Month,
        year: 2026,
        number,
        issuedAt,
        signedByName: '贺常务',
        model,
      };
      await documents.issue(tx, given, kind === 'bulletin' ? [world.districtId] : []);
    });
  await issue('bulletin', 1, BULLETIN);
  await issue('minutes', 2, MINUTES);
  site = await openSite(world);
});
afterEach(() => site.expectNoComplaints());
afterAll(() => site?.close());

test('a leader finds an issued document by pinyin and prints it as it was issued', async () => {
  const page = await site.pageOf(world.actors.leader, '/figures');
  await page.getByRole('link', { name: '发文登记簿' }).click();
  await sees(page.getByText('编号连续，无缺号、无重号'));
  const titles = page.getByRole('table', { name: '发文登记簿' }).getByRole('rowheader');
  await reads(titles, [BULLETIN, MINUTES]);
  await page.getByRole('searchbox', { name: '查找发文' }).fill('zlhjy');
  await reads(titles, [MINUTES]);
  await page.getByRole('link', { name: `打印：${MINUTES}` }).click();
  await sees(page.getByText(`${MINUTES}的正文。`));
});

test('a search without a find says so and a year without documents too', async () => {
  const page = await site.pageOf(world.actors.office, '/documents?year=2026');
  await page.getByRole('searchbox', { name: '查找发文' }).fill('观摩');
  await sees(page.getByText('没有找到“观摩”'));
  await seesNo(page.getByRole('table'));
  await page.goto('/documents?year=2024');
  await sees(page.getByText('这一年还没有印发文件'));
  expect(await page.getByRole('combobox', { name: '年度' }).inputValue()).toBe('2024');
});
