import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BoardDelta } from '#shared/board/card.ts';
import type { Day, Instant } from '#shared/kit/calendar.ts';
import { wan } from '#shared/kit/money.ts';
import type { Project } from '#shared/projects/schema.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';

for (const dialect of dialects) {
  describe(`the board on ${dialect}`, () => {
    let world: World;
    let road: Project;
    let pump: Project;

    beforeAll(async () => {
      world = await openWorld({ dialect });
      road = await world.addProject({ name: '北湖片区道路提升工程', annualPlan: wan(12_000) });
      pump = await world.addProject({ name: '东林街道排涝泵站修复工程', unitId: world.units.water.id, kind: 'reconstruction' });
    });
    afterAll(() => world.close());

    async function cardOf(project: Project, who: 'office' | 'officer' | 'leader' = 'office') {
      const { cards } = await world.as(who).board.snapshot();
      return cards.find((card) => card.id === project.id);
    }

    test('it says which week, meeting, bulletin and quarter are in hand', async () => {
      const { header } = await world.as('office').board.snapshot();
      expect(header).toMatchObject({
        week: '2026-W44',
        meeting: { id: null, day: '2026-11-02', time: '09:00', state: 'planned' },
        bulletin: { month: '2026-10', isCut: false },
        inspection: { quarter: '2026-Q4' },
      });
    });

    test('a project that has returned nothing owes its return and is red against 序时', async () => {
      expect(await cardOf(road)).toMatchObject({ returned: null, lamp: 'red', done: 0, plannedToDate: expect.any(Number) });
    });

    test('a returned figure is on the card at once', async () => {
      await world.as('officer').returns.submit({
        projectId: road.id,
        week: (await world.as('office').board.snapshot()).header.week,
        doneThisWeek: wan(10_000),
        doneThisYear: wan(10_000),
        doneAtMonthEnd: wan(10_000),
        progress: '路基完成，面层施工中，雨水管线全部贯通。',
        problem: null,
        nextStep: null,
        request: null,
        version: 0,
      });
      expect(await cardOf(road)).toMatchObject({ returned: 'submitted', done: wan(10_000), lamp: 'green' });
    });

    test('an officer sees the projects of the own unit alone', async () => {
      expect(await cardOf(road, 'officer')).toBeDefined();
      expect(await cardOf(pump, 'officer')).toBeUndefined();
      expect(await cardOf(pump, 'leader')).toBeDefined();
    });

    test('the changes since a sequence number hold the touched cards and no others', async () => {
      const { seq } = await world.as('office').board.snapshot();
      await world.as('office').bulletins.nominate({ projectId: pump.id, kind: 'criticise' });
      await world.as('office').bulletins.nominate({ projectId: road.id, kind: 'praise' });
      const first = await world.as('office').board.since({ seq });
      // The month's bulletin came into being with the first nomination, which may change every card's head.
      expect('isStale' in first).toBe(true);
      const later = (await world.as('office').board.snapshot()).seq;
      await world.as('office').bulletins.nominate({ projectId: road.id, kind: 'criticise' });
      const delta = (await world.as('office').board.since({ seq: later })) as BoardDelta;
      expect(delta.cards.map((card) => [card.name, card.nomination?.kind])).toEqual([[road.name, 'criticise']]);
      expect(delta.seq).toBeGreaterThan(later);
    });

    test('a number from beyond the log’s end asks for the whole board', async () => {
      const { seq } = await world.as('office').board.snapshot();
      expect(await world.as('office').board.since({ seq: seq + 1 })).toEqual({ seq, isStale: true });
      expect(await world.as('office').board.since({ seq })).toMatchObject({ seq, cards: [], gone: [] });
    });

    test('a unit does not learn what its project is being weighed for', async () => {
      expect((await cardOf(road))?.nomination).toMatchObject({ kind: 'criticise' });
      expect((await cardOf(road, 'officer'))?.nomination).toBeNull();
      const heard = await world.as('officer').projects.history({ id: road.id });
      expect(heard.map((event) => event.action)).not.toContain('nomination.added');
      expect((await world.as('office').projects.history({ id: road.id })).map((event) => event.action)).toContain('nomination.added');
    });

    test('a project that leaves the list is gone from the board', async () => {
      const { seq } = await world.as('office').board.snapshot();
      const { id, version } = pump;
      await world.as('office').projects.setStanding({ id, version, to: 'withdrawn', on: '2026-10-28' as Day, reason: '并入城东泵站项目' });
      expect(await world.as('office').board.since({ seq })).toMatchObject({ cards: [], gone: [pump.id] });
    });

    test('a new week opens by itself', async () => {
      const before = world.clock.now;
      world.clock.now = '2026-11-03T01:00:00.000Z' as Instant;
      const { header, cards } = await world.as('office').board.snapshot();
      expect(header.week).toBe('2026-W45');
      expect(cards.find((card) => card.id === road.id)).toMatchObject({ returned: null, missedLastWeek: false });
      world.clock.now = before;
    });

    test('names are found by full pinyin and initials, as far as the asker reaches', async () => {
      const own = await openWorld({ dialect });
      const lake = await own.addProject({ name: '北湖片区道路提升工程' });
      await own.addProject({ name: '河东水库除险加固', unitId: own.units.water.id });
      expect(await own.as('office').board.sounding({ text: 'beihupian' })).toEqual([lake.id]);
      expect(await own.as('office').board.sounding({ text: 'bhpq' })).toEqual([lake.id]);
      expect(await own.as('officer').board.sounding({ text: 'hedong' })).toEqual([]);
      await own.close();
    });
  });
}
