import { afterEach, describe, expect, it } from 'vitest';
import { startSession } from '#server/auth/store.ts';
import { type Id, idOf } from '#shared/kit/ids.ts';
import { failureOf } from '#tests/support/refusal.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';

const accountId = idOf('account');

for (const dialect of dialects) {
  describe(`project officers on ${dialect}`, () => {
    let world: World;
    afterEach(() => world.close());

    /** Two projects of the housing bureau, both carried by the officer, and a colleague who could take them over. */
    async function carried() {
      world = await openWorld({ dialect });
      const colleague = await world.addAccount('officer', world.units.housing.id, '钱科员');
      const first = await world.addProject({ name: '河东片区排水防涝管网提升工程' });
      const second = await world.addProject({ name: '示例区人民医院扩建' });
      const officerId = accountId.parse(world.actors.officer.id);
      for (const project of [first, second]) await world.as('office').officers.set({ projectId: project.id, officerId, version: 0 });
      return { first, second, fromId: officerId, toId: accountId.parse(colleague.id), colleague };
    }

    it('the unit names who carries its project, and that officer’s returns stand first', async () => {
      const { first, second, toId, colleague } = await carried();
      await world.as('officer').officers.set({ projectId: second.id, officerId: toId, version: 1 });
      const { officer, candidates } = await world.as('officer').officers.ofProject({ projectId: second.id });
      expect(officer).toEqual({ projectId: second.id, officerId: toId, version: 2 });
      expect(candidates.map((each) => each.name).sort()).toEqual(['罗科员', '钱科员']);
      const { sheets } = await world.as(colleague).returns.mine();
      expect(sheets.map((sheet) => sheet.project.id)).toEqual([second.id, first.id]);
      const [last] = await world.as('office').projects.history({ id: second.id });
      expect(last).toMatchObject({ action: 'officer.set', actorName: '罗科员' });
    });

    it('who does not reach the project cannot carry it, and of two who name somebody the second is told', async () => {
      const { first, toId } = await carried();
      const water = await world.addAccount('officer', world.units.water.id, '水科员');
      const far = { projectId: first.id, officerId: accountId.parse(water.id), version: 1 };
      expect(await failureOf(world.as('office').officers.set(far))).toMatchObject({ details: { reason: 'officer-elsewhere' } });
      expect(await failureOf(world.as('office').officers.set({ ...far, officerId: toId, version: 0 }))).toMatchObject({ code: 'CONFLICT' });
      expect(await failureOf(world.as(water).officers.set({ ...far, version: 1 }))).toMatchObject({ code: 'NOT_FOUND' });
      expect((await world.as('office').officers.ofProject({ projectId: first.id })).officer.version).toBe(1);
    });

    it('who leaves hands everything over in one act, and their account is closed with it', async () => {
      const { first, second, fromId, toId, colleague } = await carried();
      await startSessionOf(fromId);
      const seen = await world.as('admin').officers.carried({ accountId: fromId });
      expect(seen).toMatchObject({ count: 2, candidates: [{ name: '钱科员' }] });
      const unread = await world.as('officer').notices.unread();
      expect(await world.as('admin').officers.handOver({ fromId, toId, close: true, version: 1 })).toEqual({ count: 2 });

      for (const project of [first, second]) {
        expect((await world.as('office').officers.ofProject({ projectId: project.id })).officer.officerId).toBe(toId);
        const history = await world.as('office').projects.history({ id: project.id });
        expect(history[0]).toMatchObject({ action: 'officer.set', actorName: '管理员' });
      }
      expect((await world.as('admin').accounts.list()).find((account) => account.id === fromId)).toMatchObject({ active: false });
      expect(await world.db.selectFrom('session').selectAll().execute()).toEqual([]);
      // What was told and not read follows the work, and one notice says where it came from.
      const { items } = await world.as(colleague).notices.list({ unreadOnly: true });
      expect(items).toHaveLength(unread.count + 1);
      expect(items[0]).toMatchObject({ kind: 'handed-over', subject: '罗科员', text: '2' });
      expect(await world.as('officer').notices.unread()).toEqual({ count: 0 });
    });

    it('the office hands over too, but closes no account', async () => {
      const { fromId, toId } = await carried();
      const closing = await failureOf(world.as('office').officers.handOver({ fromId, toId, close: true, version: 1 }));
      expect(closing).toMatchObject({ code: 'REFUSED', details: { reason: 'field-not-yours', fields: ['close'] } });
      expect((await world.as('office').officers.carried({ accountId: fromId })).count).toBe(2);
      expect(await world.as('office').officers.handOver({ fromId, toId, close: false, version: 1 })).toEqual({ count: 2 });
      const again = await failureOf(world.as('office').officers.handOver({ fromId, toId, close: false, version: 1 }));
      expect(again).toMatchObject({ code: 'REFUSED', details: { reason: 'nothing-to-hand-over' } });
    });

    it('work does not go to another branch of the tree', async () => {
      const { fromId } = await carried();
      const water = await world.addAccount('officer', world.units.water.id, '水科员');
      const failure = await failureOf(
        world.as('admin').officers.handOver({ fromId, toId: accountId.parse(water.id), close: true, version: 1 }),
      );
      expect(failure).toMatchObject({ code: 'REFUSED', details: { reason: 'officer-elsewhere' } });
      expect((await world.as('admin').officers.carried({ accountId: fromId })).count).toBe(2);
    });

    async function startSessionOf(id: Id<'account'>): Promise<void> {
      await world.db.transaction().execute((tx) => startSession(tx, id, 'f'.repeat(64), world.clock.now));
    }
  });
}
