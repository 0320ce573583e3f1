import { afterEach, describe, expect, it } from 'vitest';
import { idOf } from '#shared/kit/ids.ts';
import { failureOf } from '#tests/support/refusal.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';

for (const dialect of dialects) {
  describe(`contacts and linked leaders on ${dialect}`, () => {
    let world: World;
    afterEach(() => world.close());

    async function withContact() {
      world = await openWorld({ dialect });
      const unitId = world.units.housing.id;
      const contact = await world.as('office').contacts.add({ unitId, name: '罗科员', duty: '项目专员', phone: '13812345678' });
      return { unitId, contact };
    }

    it('a number stands whole for who has to call it, and nowhere in the log', async () => {
      const { unitId } = await withContact();
      const water = await world.addAccount('officer', world.units.water.id, '水科员');
      for (const role of ['office', 'leader', 'admin', 'officer'] as const) {
        expect((await world.as(role).contacts.ofUnit({ unitId }))[0]?.phone, role).toBe('13812345678');
      }
      expect((await world.as(water).contacts.ofUnit({ unitId }))[0]?.phone).toBe('138****5678');
      const [event] = await world.db.selectFrom('event').select('after').where('action', '=', 'contact.added').execute();
      expect(event?.after).toContain('138****5678');
      expect(event?.after).not.toContain('13812345678');
    });

    it('a contact is changed and removed against the version that was read', async () => {
      const { unitId, contact } = await withContact();
      const { unitId: _unit, ...fields } = contact;
      expect(await world.as('admin').contacts.update({ ...fields, phone: null })).toMatchObject({ phone: null, version: 2 });
      expect(await failureOf(world.as('office').contacts.update({ ...fields, name: '别人' }))).toMatchObject({ code: 'CONFLICT' });
      expect(await failureOf(world.as('office').contacts.remove({ id: contact.id, version: 1 }))).toMatchObject({ code: 'CONFLICT' });
      await world.as('office').contacts.remove({ id: contact.id, version: 2 });
      expect(await world.as('office').contacts.ofUnit({ unitId })).toEqual([]);
    });

    it('a leader is linked to a unit; who is no leader cannot be, and who has left is not named', async () => {
      world = await openWorld({ dialect });
      const { id, version } = world.units.housing;
      const leaderId = idOf('account').parse(world.actors.leader.id);
      const officerId = idOf('account').parse(world.actors.officer.id);
      const linked = await world.as('office').units.setLeaders({ id, version, leaderIds: [leaderId] });
      expect(linked).toMatchObject({ unit: { version: 2 }, leaders: [{ name: '郑副区长' }] });
      const wrong = await failureOf(world.as('office').units.setLeaders({ id, version: 2, leaderIds: [officerId] }));
      expect(wrong).toMatchObject({ code: 'NOT_FOUND', details: { entity: 'account' } });
      const twice = await failureOf(world.as('office').units.setLeaders({ id, version: 2, leaderIds: [leaderId, leaderId] }));
      expect(twice).toMatchObject({ code: 'REFUSED', details: { reason: 'leader-twice' } });
      expect(await world.as('officer').units.leaders({ unitId: null })).toMatchObject([{ unitId: id, name: '郑副区长' }]);
      await world.db.updateTable('account').set({ active: 0 }).where('id', '=', leaderId).execute();
      expect(await world.as('office').units.leaders({ unitId: id })).toEqual([]);
    });
  });
}
