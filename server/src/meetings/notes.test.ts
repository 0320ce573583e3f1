import { afterEach, describe, expect, test } from 'vitest';
import { day, instantAt, type Week } from '#shared/kit/calendar.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';

const week = '2026-W44' as Week;
const text = '供电公司已现场踏勘，请会议明确迁改路由';

for (const dialect of dialects) {
  describe(`what a unit adds to its item on ${dialect}`, () => {
    let world: World;
    afterEach(() => world.close());

    async function listed() {
      world = await openWorld({ dialect, now: instantAt(day('2026-10-30'), '09:00') });
      const project = await world.addProject({ name: '城东污水处理厂扩建工程' });
      const item = await world.as('office').agenda.add({ week, projectId: project.id, reason: '红灯' });
      return { project, item };
    }

    async function everything() {
      return {
        notes: await world.db.selectFrom('item_note').selectAll().execute(),
        seq: await world.db.selectFrom('event_head').select('seq').execute(),
      };
    }

    test('the unit is told with the day, and its words stand on the item and the console', async () => {
      const { project, item } = await listed();
      expect((await world.as('officer').notices.list({ unreadOnly: true })).items).toMatchObject([
        { kind: 'agenda-listed', subject: project.name, text: '红灯', on: '2026-11-02' },
      ]);
      expect(await world.as('officer').agenda.own()).toMatchObject([{ id: item.id, day: '2026-11-02', time: '09:00', note: null }]);
      await world.as('officer').agenda.note({ id: item.id, text, version: 0 });
      expect((await world.as('leader').meetings.get({ week })).items).toMatchObject([{ note: { text, byName: '罗科员' } }]);
      expect((await world.as('office').meetings.screen()).items).toMatchObject([{ note: text }]);
      const papers = await world.as('leader').meetings.handout({ week, handout: 'papers' });
      expect(papers.title.join('')).toBe('第1次重点项目推进周例会会议材料');
      expect(JSON.stringify(papers.annexes)).toContain(text);
      await world.as('officer').agenda.note({ id: item.id, text: null, version: 1 });
      expect((await world.as('leader').meetings.get({ week })).items).toMatchObject([{ note: null }]);
    });

    test('two who write at once get a conflict, and nothing is written over', async () => {
      const { item } = await listed();
      await world.as('officer').agenda.note({ id: item.id, text, version: 0 });
      const before = await everything();
      await expect(world.as('officer').agenda.note({ id: item.id, text: '另一说法', version: 0 })).rejects.toMatchObject({
        cause: { code: 'CONFLICT', details: { newer: { text } } },
      });
      expect(await everything()).toEqual(before);
    });

    test('once the meeting is open the words stand', async () => {
      const { item } = await listed();
      const { meeting } = await world.as('office').meetings.get({ week });
      await world.as('office').meetings.open({ week, version: meeting.version });
      const before = await everything();
      await expect(world.as('officer').agenda.note({ id: item.id, text, version: 0 })).rejects.toMatchObject({
        cause: { code: 'REFUSED', details: { reason: 'notes-closed' } },
      });
      expect(await everything()).toEqual(before);
    });

    test('another unit, and a matter without a project, have no item to add to', async () => {
      const { item } = await listed();
      const matter = await world.as('office').agenda.add({ week, projectId: null, title: '冬季施工' });
      const water = await world.addAccount('officer', world.units.water.id, '钱科员');
      const before = await everything();
      expect(await world.as(water).agenda.own()).toEqual([]);
      for (const [who, id] of [
        [water, item.id],
        ['officer', matter.id],
      ] as const)
        await expect(world.as(who).agenda.note({ id, text, version: 0 })).rejects.toMatchObject({ cause: { code: 'NOT_FOUND' } });
      expect(await everything()).toEqual(before);
    });

    test('what was added goes with the item', async () => {
      const { item } = await listed();
      await world.as('officer').agenda.note({ id: item.id, text, version: 0 });
      await world.as('office').agenda.remove({ id: item.id, version: item.version });
      expect((await everything()).notes).toEqual([]);
      expect(await world.as('officer').agenda.own()).toEqual([]);
    });
  });
}
