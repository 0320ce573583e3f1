import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Document } from '#shared/documents/model.ts';
import type { Instant, Month } from '#shared/kit/calendar.ts';
import { type Id, makeId } from '#shared/kit/ids.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';
import * as documents from './store.ts';
import { verifyNumbers } from './verify.ts';

const model: Document = {
  ...{ kind: 'bulletin', period: '2026-10', isDraft: false, masthead: null, title: ['关于重点项目', '推进情况的通报'] },
  ...{ salutation: null, blocks: [], annexes: [], imprint: null, rowSets: {} },
};
let made = 0;

for (const dialect of dialects) {
  describe(`the register on ${dialect}`, () => {
    let world: World;
    beforeAll(async () => {
      world = await openWorld({ dialect });
    });
    afterAll(() => world.close());

    const { issue, drawNumber, keepVersion, issueAgain } = documents;

    function draw(kind: Document['kind'], year: number, title: string, unitIds: readonly Id<'unit'>[] = []) {
      return world.db.transaction().execute(async (tx) => {
        const number = await drawNumber(tx, world.districtId, kind, year);
        made += 1;
        const id = makeId('document', made.toString(16).padStart(32, '0'));
        const given = { id, districtId: world.districtId, period: `${year}-10` as Month, year, number };
        const issuedAt = `${year}-11-03T02:00:00.000Z` as Instant;
        await issue(tx, { ...given, issuedAt, signedByName: '贺常务', model: { ...model, kind, title: [title] } }, unitIds);
        return id;
      });
    }

    test('each series of a year is numbered from one, without a gap, and years are kept apart', async () => {
      await draw('bulletin', 2025, '关于2025年10月推进情况的通报');
      for (const at of [1, 2, 3]) await draw('bulletin', 2026, `关于2026年${at}月推进情况的通报`);
      await draw('minutes', 2026, '第1次重点项目周例会纪要');
      const register = await world.as('office').documents.register({ year: 2026 });
      expect(register.years).toEqual([2026, 2025]);
      expect(register.issued.map(({ kind, number }) => [kind, number])).toEqual([
        ['bulletin', 3],
        ['bulletin', 2],
        ['bulletin', 1],
        ['minutes', 1],
      ]);
      expect(register.series.map(({ kind, count, missing, double }) => [kind, count, missing, double])).toEqual([
        ['bulletin', 3, [], []],
        ['minutes', 1, [], []],
        ['weekly-report', 0, [], []],
        ['special-report', 0, [], []],
        ['briefing', 0, [], []],
      ]);
    });

    test.each([
      ['周例会', ['第1次重点项目周例会纪要']],
      ['zlh', ['第1次重点项目周例会纪要']],
      ['jiyao', ['第1次重点项目周例会纪要']],
      ['第2期', ['关于2026年2月推进情况的通报']],
      ['查无此文', []],
    ])('“%s” finds %j', async (text, titles) => {
      const { issued, total } = await world.as('leader').documents.register({ year: 2026, text });
      expect(issued.map(({ title }) => title)).toEqual(titles);
      expect(total).toBe(4);
    });

    test('one kind can be shown alone', async () => {
      const { issued, total } = await world.as('office').documents.register({ year: 2026, kind: 'minutes' });
      expect([issued.map(({ kind }) => kind), total]).toEqual([['minutes'], 4]);
    });

    test('a document issued again keeps its number, and both versions can be printed to the letter', async () => {
      const id = await draw('weekly-report', 2026, '第44周项目周报');
      await world.db.transaction().execute(async (tx) => {
        await keepVersion(tx, id, '漏列一个项目', '2026-11-04T02:00:00.000Z' as Instant);
        const again: Document = { ...model, kind: 'weekly-report', title: ['第44周项目周报（更正）'] };
        await issueAgain(tx, id, again, '2026-11-04T02:00:00.000Z' as Instant, '宋科长');
      });
      const [report] = (await world.as('office').documents.register({ year: 2026, text: '更正' })).issued;
      expect(report).toMatchObject({ number: 1, attempt: 2, replaced: [{ attempt: 1, reason: '漏列一个项目' }] });
      const titleOf = async (attempt: number) => (await world.as('office').documents.get({ id, attempt })).model.title;
      expect(await titleOf(1)).toEqual(['第44周项目周报']);
      expect(await titleOf(2)).toEqual(['第44周项目周报（更正）']);
    });

    test('a unit finds what is issued to it or to all, says who signed it, and reads nothing else', async () => {
      const { housing, water } = world.units;
      const own = await draw('special-report', 2024, '关于住建局项目的专报', [housing.id]);
      const toAll = await draw('briefing', 2024, '关于灾后恢复重建的简报', [world.districtId]);
      const others = await draw('special-report', 2024, '关于水利局项目的专报', [water.id]);
      const inside = await draw('bulletin', 2024, '关于2024年10月推进情况的通报');
      const officer = world.as('officer').documents;
      const register = await officer.register({ year: 2024 });
      expect(register.issued.map(({ id, signedByName }) => [id, signedByName])).toEqual([
        [toAll, '贺常务'],
        [own, '贺常务'],
      ]);
      // A unit has some numbers of a series: what it was not sent is no gap.
      expect(register).toMatchObject({ years: [2024], total: 2 });
      expect(register.series.flatMap(({ missing }) => missing)).toEqual([]);
      expect((await officer.get({ id: own })).model.title).toEqual(['关于住建局项目的专报']);
      for (const id of [others, inside]) await expect(officer.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect((await world.as('leader').documents.register({ year: 2024 })).total).toBe(4);
    });

    test('a number that was taken away shows as a gap', async () => {
      await world.db.deleteFrom('document').where('kind', '=', 'bulletin').where('year', '=', 2026).where('number', '=', 2).execute();
      const { series } = await world.as('office').documents.register({ year: 2026 });
      expect((await verifyNumbers(world.db)).faults).toEqual([expect.stringMatching(/^bulletin of .* 2026: number 3 follows 1$/)]);
      expect(series.find(({ kind }) => kind === 'bulletin')?.missing).toEqual([2]);
    });
  });
}
