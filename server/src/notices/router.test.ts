import { afterEach, describe, expect, it } from 'vitest';
import { day } from '#shared/kit/calendar.ts';
import { wan } from '#shared/kit/money.ts';
import { updateOf } from '#shared/problems/flow.ts';
import { addDistrict } from '#tests/support/second-district.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';

for (const dialect of dialects) {
  describe(`notices on ${dialect}`, () => {
    let world: World;
    afterEach(() => world.close());

    const page = { unreadOnly: false };

    /** A problem of the officer's project, which the office assigns to the water bureau. */
    async function assigned() {
      world = await openWorld({ dialect });
      const water = await world.addAccount('officer', world.units.water.id, '钱科员');
      const project = await world.addProject({ name: '河东片区排水防涝管网提升工程' });
      const problem = await world.as('officer').problems.raise({
        projectId: project.id,
        title: '供水管线迁改方案未批',
        category: 'planning',
        raisedOn: day('2026-10-20'),
      });
      const fields = updateOf(problem);
      const given = { ...fields, state: 'assigned', ownerUnitId: world.units.water.id, dueOn: day('2026-11-10') } as const;
      await world.as('office').problems.update({ ...given });
      return { water, project };
    }

    it('a unit is told what is assigned to it, without a way into a project that is not its own', async () => {
      const { water, project } = await assigned();
      expect(await world.as(water).notices.unread()).toEqual({ count: 1 });
      const { items, next } = await world.as(water).notices.list(page);
      expect(items).toMatchObject([
        {
          kind: 'problem-assigned',
          actorName: '宋科长',
          subject: project.name,
          text: '供水管线迁改方案未批',
          on: '2026-11-10',
          readAt: null,
          isOpen: false,
        },
      ]);
      expect(next).toBeNull();
      for (const role of ['office', 'officer', 'leader', 'admin', 'auditor'] as const) {
        expect((await world.as(role).notices.list(page)).items, role).toEqual([]);
      }
    });

    it('what was read stays in the list and leaves the count, and the log says when it was read', async () => {
      const { water } = await assigned();
      const [notice] = (await world.as(water).notices.list(page)).items;
      await world.as('officer').notices.markRead({ seq: notice?.seq ?? 0 });
      expect(await world.as(water).notices.unread()).toEqual({ count: 1 });
      await world.as(water).notices.markRead({ seq: notice?.seq ?? 0 });
      expect(await world.as(water).notices.unread()).toEqual({ count: 0 });
      expect((await world.as(water).notices.list({ unreadOnly: true })).items).toEqual([]);
      expect((await world.as(water).notices.list(page)).items).toMatchObject([{ readAt: world.clock.now }]);
      const read = await world.db
        .selectFrom('event')
        .selectAll()
        .where('action', '=', 'notice.read')
        .where('actorId', '=', water.id)
        .execute();
      expect(read).toHaveLength(1);
    });

    it('the list comes by pages, and marking all read stops at what was seen', async () => {
      world = await openWorld({ dialect });
      const names = Array.from({ length: 35 }, (_, nth) => `示例路段改造${nth + 1}`);
      for (const name of names) {
        const project = await world.addProject({ name, unitId: world.units.water.id, totalInvestment: wan(1) });
        const { key: _key, districtId: _district, stage: _stage, standing: _standing, ...fields } = project;
        await world.as('office').projects.update({ ...fields, unitId: world.units.housing.id });
      }
      const first = await world.as('officer').notices.list(page);
      expect(first.items.map((notice) => notice.subject)).toEqual(names.toReversed().slice(0, 30));
      expect(first.items.every((notice) => notice.isOpen)).toBe(true);
      const rest = await world.as('officer').notices.list({ ...page, cursor: first.next });
      expect([rest.items.length, rest.next]).toEqual([5, null]);
      expect(await world.as('officer').notices.markAllRead({ upTo: rest.items[0]?.seq ?? 0 })).toEqual({ count: 5 });
      expect(await world.as('officer').notices.unread()).toEqual({ count: 30 });
    });

    it('an act that is refused, or rolled back, tells nobody; another district hears nothing', async () => {
      const { project } = await assigned();
      const other = await addDistrict(world);
      const far = await world.addAccount('officer', other.officeUnitId, '外区专员');
      await expect(
        world.as('leader').problems.raise({ projectId: project.id, title: '不该有', category: 'other', raisedOn: day('2026-10-20') }),
      ).rejects.toThrow('FORBIDDEN');
      expect(await world.as(far).notices.unread()).toEqual({ count: 0 });
      expect(await world.db.selectFrom('notice').select('seq').execute()).toHaveLength(1);
    });
  });
}
