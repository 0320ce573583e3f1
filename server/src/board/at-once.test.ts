import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#shared/accounts/schema.ts';
import { view as cycle } from '#shared/board/views/cycle.ts';
import type { Project } from '#shared/projects/schema.ts';
import { known } from '#tests/support/known.ts';
import { failureOf } from '#tests/support/refusal.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';

for (const dialect of dialects) {
  describe(`two people with one card at once on ${dialect}`, () => {
    let world: World;
    let second: Actor;
    let lake: Project;
    let pump: Project;
    beforeEach(async () => {
      world = await openWorld({ dialect });
      second = await world.addAccount('office', world.officeUnitId, '秦科员');
      lake = await world.addProject({ name: '北湖片区雨污分流改造工程', stage: 'preparing' });
      pump = await world.addProject({ name: '东林街道排涝泵站修复工程' });
    });
    afterEach(() => world.close());

    type Caller = ReturnType<World['as']>;

    /** Lets both act in the same moment; how each ended, in either order. */
    async function atOnce(one: (as: Caller) => Promise<unknown>, other: (as: Caller) => Promise<unknown>): Promise<string[]> {
      const acts = [one(world.as('office')), other(world.as(second))];
      const ends = await Promise.allSettled(acts);
      return Promise.all(
        ends.map(async (end) => (end.status === 'fulfilled' ? 'done' : (await failureOf(Promise.reject(end.reason))).code)),
      );
    }

    /** The card as both see it, which is the same and stands in one column of the week. */
    async function theTruth() {
      const boards = await Promise.all([world.as('office').board.snapshot(), world.as(second).board.snapshot()]);
      const [card, others] = boards.map(({ cards }) => known(cards.find(({ id }) => id === lake.id)));
      expect(card).toEqual(others);
      const week = cycle.place(known(card)).filter((column) => ['owing', 'returned', 'agenda'].includes(column));
      expect(week).toHaveLength(1);
      return known(card);
    }

    const rows = async (table: 'agenda_item' | 'nomination' | 'entry' | 'flag' | 'lamp_override') =>
      (await world.db.selectFrom(table).selectAll().where('projectId', '=', lake.id).execute()).length;

    test('both put it on the agenda: it is there once', async () => {
      await atOnce(
        (as) => as.agenda.add({ projectId: lake.id }),
        (as) => as.agenda.add({ projectId: lake.id }),
      );
      expect(await rows('agenda_item')).toBe(1);
      expect((await theTruth()).agenda).not.toBeNull();
    });

    test('one moves it and the other takes it off the agenda: one of them is told that it has changed', async () => {
      await world.as('office').agenda.add({ projectId: pump.id });
      const { id, version } = await world.as('office').agenda.add({ projectId: lake.id });
      const ends = await atOnce(
        (as) => as.agenda.move({ id, version, after: null }),
        (as) => as.agenda.remove({ id, version }),
      );
      expect(ends.filter((end) => end === 'done')).toHaveLength(1);
      expect(ends.some((end) => end === 'CONFLICT' || end === 'NOT_FOUND')).toBe(true);
      expect((await theTruth()).agenda !== null).toBe(ends[0] === 'done');
    });

    test('both move it to different places: one place stands, and the other is told', async () => {
      const { id: first } = await world.as('office').agenda.add({ projectId: pump.id });
      const { id, version } = await world.as('office').agenda.add({ projectId: lake.id });
      const ends = await atOnce(
        (as) => as.agenda.move({ id, version, after: null }),
        (as) => as.agenda.move({ id, version, after: first }),
      );
      expect([...ends].sort()).toEqual(['CONFLICT', 'done']);
      const order = (await world.as('office').meetings.current()).items.map((item) => item.id);
      expect(order).toEqual(ends[0] === 'done' ? [id, first] : [first, id]);
      await theTruth();
    });

    test('one praises and the other criticises: it is named once, as whoever came later has it', async () => {
      await atOnce(
        (as) => as.bulletins.nominate({ projectId: lake.id, kind: 'praise', after: null }),
        (as) => as.bulletins.nominate({ projectId: lake.id, kind: 'criticise', after: null }),
      );
      expect(await rows('nomination')).toBe(1);
      const stored = await world.db.selectFrom('nomination').select('kind').where('projectId', '=', lake.id).executeTakeFirstOrThrow();
      expect((await theTruth()).nomination?.kind).toBe(stored.kind);
    });

    test('both put it on the route, then one proposes a red flag and the other a black one: one stop, one flag', async () => {
      await atOnce(
        (as) => as.inspections.addStop({ projectId: lake.id }),
        (as) => as.inspections.addStop({ projectId: lake.id }),
      );
      expect(await rows('entry')).toBe(1);
      const ends = await atOnce(
        (as) => as.flags.propose({ projectId: lake.id, colour: 'red', basis: '形象进度居全区第一' }),
        (as) => as.flags.propose({ projectId: lake.id, colour: 'black', basis: '进度滞后' }),
      );
      expect([...ends].sort()).toEqual(['REFUSED', 'done']);
      expect(await rows('flag')).toBe(1);
      expect((await theTruth()).flag?.colour).toBe(ends[0] === 'done' ? 'red' : 'black');
    });

    test('both set its lamp: one lamp stands', async () => {
      await atOnce(
        (as) => as.lamps.override({ projectId: lake.id, month: '2026-10', lamp: 'red', reason: '征迁受阻' }),
        (as) => as.lamps.override({ projectId: lake.id, month: '2026-10', lamp: 'green', reason: '现场核实已赶上' }),
      );
      expect(await rows('lamp_override')).toBe(1);
      const stored = await world.db.selectFrom('lamp_override').select('lamp').where('projectId', '=', lake.id).executeTakeFirstOrThrow();
      expect(await theTruth()).toMatchObject({ isOverridden: true, lamp: stored.lamp });
    });

    test('one moves its stage forward and the other back: one stage stands, and the other is told who was faster', async () => {
      const { id, version } = lake;
      const ends = await atOnce(
        (as) => as.projects.moveStage({ id, version, to: 'signed', reason: '手续重办' }),
        (as) => as.projects.moveStage({ id, version, to: 'planned', reason: '重新谋划' }),
      );
      expect([...ends].sort()).toEqual(['CONFLICT', 'done']);
      const card = await theTruth();
      expect(card.stage).toBe(ends[0] === 'done' ? 'signed' : 'planned');
      expect(card.version).toBe(version + 1);
      // Whoever lost tries once more, with what they still see.
      const [late, faster] =
        ends[0] === 'done'
          ? [world.as(second).projects.moveStage({ id, version, to: 'planned', reason: '重新谋划' }), '宋科长']
          : [world.as('office').projects.moveStage({ id, version, to: 'signed', reason: '手续重办' }), '秦科员'];
      expect(await failureOf(late)).toMatchObject({ code: 'CONFLICT', details: { changedBy: faster } });
    });

    test('one takes a move back while the other goes on from it: the later of the two is told', async () => {
      const { id, version } = await world.as('office').agenda.add({ projectId: lake.id });
      const event = await world.db.selectFrom('event').select('requestId').where('action', '=', 'agenda.added').executeTakeFirstOrThrow();
      const ends = await atOnce(
        (as) => as.board.undo({ projectId: lake.id, requestId: event.requestId }),
        (as) => as.agenda.update({ id, version, reason: '请领导定', minutes: 20 }),
      );
      expect(ends.filter((end) => end === 'done')).toHaveLength(1);
      expect((await theTruth()).agenda?.reason ?? null).toBe(ends[1] === 'done' ? '请领导定' : null);
    });
  });
}
