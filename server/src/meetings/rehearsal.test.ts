import { afterEach, describe, expect, test } from 'vitest';
import { day, instantAt, type Week } from '#shared/kit/calendar.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';

const week = '2026-W44' as Week;
const consoleId = 'a'.repeat(16);

for (const dialect of dialects) {
  describe(`a rehearsal on ${dialect}`, () => {
    let world: World;
    afterEach(() => world.close());

    async function planned() {
      world = await openWorld({ dialect, now: instantAt(day('2026-11-02'), '08:00') });
      const item = await world.as('office').agenda.add({ week, projectId: null, title: '冬季施工' });
      const turn = { week, consoleId, takeOver: false, show: { page: 'item', agendaItemId: item.id } as const, cover: null };
      const draft = { agendaItemId: item.id, text: '试一试', ownerUnitId: null, helperUnitIds: [], dueOn: null, supervisor: null };
      return { turn, draft };
    }

    const seq = async () => (await world.db.selectFrom('event_head').select('seq').executeTakeFirstOrThrow()).seq;
    const shown = async () => (await world.as('display').meetings.screen()).state;

    test('turns the screen and shows what is typed before the meeting, and leaves nothing behind', async () => {
      const { turn, draft } = await planned();
      const before = await seq();
      await world.as('office').meetings.show({ ...turn, isRehearsal: true });
      await world.as('office').meetings.type({ week, draft, isRehearsal: true });
      expect(await shown()).toMatchObject({ isRehearsal: true, show: turn.show, draft: { text: '试一试' } });
      await world.as('office').meetings.endRehearsal({ week });
      expect(await shown()).toBeNull();
      expect(await seq()).toBe(before);
      expect(await world.db.selectFrom('decision').selectAll().execute()).toEqual([]);
    });

    test('is over when the meeting opens: its page, its times and its words do not come along', async () => {
      const { turn } = await planned();
      await world.as('office').meetings.show({ ...turn, isRehearsal: true });
      const { meeting } = await world.as('office').meetings.get({ week });
      await world.as('office').meetings.open({ week, version: meeting.version });
      expect(await shown()).toBeNull();
      await expect(world.as('office').meetings.show({ ...turn, isRehearsal: true })).rejects.toMatchObject({
        cause: { code: 'REFUSED', details: { reason: 'meeting-already-open' } },
      });
      await world.as('office').meetings.show(turn);
      await world.as('office').meetings.endRehearsal({ week });
      expect(await shown()).toMatchObject({ isRehearsal: false, show: turn.show });
    });

    test('does not begin again by a word that comes late', async () => {
      const { turn, draft } = await planned();
      const office = world.as('office').meetings;
      await office.show({ ...turn, isRehearsal: true });
      await office.type({ week, draft, isRehearsal: true });
      await Promise.all([office.endRehearsal({ week }), office.type({ week, draft: null, isRehearsal: true })]);
      expect(await shown()).toBeNull();
    });

    test('of two who change the screen at once neither undoes what the other did', async () => {
      const { turn, draft } = await planned();
      const { meetings } = world.as('office');
      await meetings.show({ ...turn, show: { page: 'overview' }, isRehearsal: true });
      for (const text of ['一', '二', '三', '四']) {
        const page = text === '四' ? turn.show : ({ page: 'closing' } as const);
        await Promise.all([
          meetings.show({ ...turn, show: page, isRehearsal: true }),
          meetings.type({ week, draft: { ...draft, text }, isRehearsal: true }),
        ]);
        expect(await shown()).toMatchObject({ show: page, draft: { text } });
      }
    });

    test('without its word a meeting that is not open is not shown, and nothing is typed', async () => {
      const { turn, draft } = await planned();
      for (const act of [() => world.as('office').meetings.show(turn), () => world.as('office').meetings.type({ week, draft })])
        await expect(act()).rejects.toMatchObject({ cause: { code: 'REFUSED', details: { reason: 'meeting-not-open' } } });
      expect(await shown()).toBeNull();
    });
  });
}
