import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Card } from '#shared/board/card.ts';
import { fromWire } from '#shared/board/wire.ts';
import type { Day, Instant, Month } from '#shared/kit/calendar.ts';
import { wan } from '#shared/kit/money.ts';
import type { Project } from '#shared/projects/schema.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';
import * as events from '../events/store.ts';
import { reachOf } from '../trpc.ts';

type Who = 'office' | 'officer' | 'leader';

for (const dialect of dialects) {
  describe(`the board that is kept on ${dialect}`, () => {
    let world: World;
    let road: Project;
    let pump: Project;

    beforeAll(async () => {
      world = await openWorld({ dialect });
      road = await world.addProject({ name: '北湖片区道路提升工程', annualPlan: wan(12_000) });
      pump = await world.addProject({ name: '东林街道排涝泵站修复工程', unitId: world.units.water.id, kind: 'reconstruction' });
    });
    afterAll(() => world.close());

    async function answerFor(who: Who) {
      const { db, clock, services, districtId, actors } = world;
      const reach = await reachOf(db, actors[who], who === 'officer' ? 'own' : 'all', districtId);
      return services.boards.answer(db, reach, { now: clock.now, seq: await events.head(db) }, null);
    }

    async function boardOf(who: Who) {
      const { seq, bytes } = await answerFor(who);
      return fromWire(JSON.parse(gunzipSync(await bytes('gzip')).toString()), seq);
    }

    /** What is kept must be what the procedure reads, to the field. */
    async function expectTrue(who: Who): Promise<readonly Card[]> {
      const board = await boardOf(who);
      expect(board).toEqual(await world.as(who).board.snapshot());
      return board.cards;
    }

    test('each scope gets its own projects, and of each what it may know', async () => {
      expect(await expectTrue('office')).toHaveLength(2);
      expect(await expectTrue('leader')).toHaveLength(2);
      expect((await expectTrue('officer')).map((card) => card.name)).toEqual([road.name]);
      await world.as('office').bulletins.nominate({ projectId: road.id, kind: 'praise' });
      expect((await expectTrue('office'))[0]?.nomination).toMatchObject({ kind: 'praise' });
      expect((await expectTrue('officer'))[0]?.nomination).toBeNull();
    });

    test('an unchanged board is the same bytes, a changed one is not', async () => {
      const first = await answerFor('office');
      const again = await answerFor('office');
      expect(again.etag).toBe(first.etag);
      expect(await again.bytes('gzip')).toBe(await first.bytes('gzip'));
      await world.as('office').agenda.add({ projectId: pump.id });
      expect((await answerFor('office')).etag).not.toBe(first.etag);
      expect((await expectTrue('office')).find((card) => card.id === pump.id)?.agenda).not.toBeNull();
    });

    test('what is no change of the board leaves the bytes as they are, and moves the number on', async () => {
      const first = await answerFor('office');
      await world.addAccount('leader', world.districtId, '新任副区长');
      const later = await answerFor('office');
      expect(later.seq).toBeGreaterThan(first.seq);
      expect(later.etag).toBe(first.etag);
    });

    test('after each kind of act it says what the procedure says', async () => {
      const office = world.as('office');
      const clinic = await world.addProject({ name: '区中医院门诊楼', unitId: world.units.water.id });
      expect(await expectTrue('office')).toHaveLength(3);
      await office.lamps.override({ projectId: pump.id, month: '2026-10' as Month, lamp: 'green', reason: '设备已到场，下周通水' });
      await expectTrue('office');
      const { week } = (await boardOf('office')).header;
      await world.as('officer').returns.submit({
        ...{ projectId: road.id, week, doneThisWeek: wan(10), doneThisYear: wan(10), doneAtMonthEnd: null, version: 0 },
        ...{ progress: '路基完成，面层施工中，雨水管线全部贯通。', problem: null, nextStep: null, request: null },
      });
      await expectTrue('officer');
      const gone = { id: clinic.id, version: clinic.version, on: '2026-10-28' as Day, reason: '并入城东项目' };
      await office.projects.setStanding({ ...gone, to: 'withdrawn' });
      expect(await expectTrue('office')).toHaveLength(2);
      await expectTrue('officer');
    });

    test('who asks while a change is on its way sees at least their own', async () => {
      const office = world.as('office');
      const adds = ['一', '二', '三', '四'].map(async (name) => {
        const project = await world.addProject({ name: `北沟河治理${name}标段` });
        const { cards } = await boardOf('office');
        expect(cards.map((card) => card.id)).toContain(project.id);
        await office.bulletins.nominate({ projectId: project.id, kind: 'criticise' });
        expect((await boardOf('office')).cards.find((card) => card.id === project.id)?.nomination).not.toBeNull();
      });
      await Promise.all(adds);
      await expectTrue('office');
    });

    test('the next day it is worked out anew', async () => {
      const before = world.clock.now;
      await expectTrue('office');
      world.clock.now = '2026-11-03T01:00:00.000Z' as Instant;
      const { header } = await boardOf('office');
      expect(header.week).toBe('2026-W45');
      await expectTrue('office');
      world.clock.now = before;
      await expectTrue('office');
    });

    test('the new day’s cards are made by the server itself, before anybody asks', async () => {
      const { db, clock, services } = world;
      const before = clock.now;
      await boardOf('office');
      clock.now = '2026-11-03T16:00:00.000Z' as Instant;
      await services.boards.renew(db, clock.now);
      // Written past the log, which no change is: who would read the cards now would see it.
      await db.updateTable('project').set({ name: '改过的名称' }).where('id', '=', road.id).execute();
      expect((await boardOf('office')).cards.find(({ id }) => id === road.id)?.name).toBe(road.name);
      await db.updateTable('project').set({ name: road.name }).where('id', '=', road.id).execute();
      clock.now = before;
    });
  });
}
