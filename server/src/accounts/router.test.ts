import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dialects, openWorld, type World } from '#tests/support/world.ts';
import * as auth from '../auth/store.ts';
import { runChange } from '../change.ts';
import * as events from '../events/store.ts';

const PASSWORD = 'Right-horse-7';

for (const dialect of dialects) {
  describe(`accounts on ${dialect}`, () => {
    let world: World;
    beforeEach(async () => {
      world = await openWorld({ dialect });
    });
    afterEach(() => world?.close());

    const admin = () => world.as('admin').accounts;

    async function named(username: string) {
      const found = (await admin().list()).find((account) => account.username === username);
      if (!found) throw new Error(username);
      const { username: _username, mustChangePassword: _must, ...fields } = found;
      return fields;
    }

    const create = (fields: Partial<Parameters<ReturnType<typeof admin>['create']>[0]> = {}) =>
      admin().create({ username: 'luo', name: '罗科员', role: 'officer', unitId: world.units.water.id, password: PASSWORD, ...fields });

    test('a new account must change its first password, and the list never shows a hash', async () => {
      expect(await create()).toMatchObject({ username: 'luo', mustChangePassword: true, active: true, version: 1 });
      expect(JSON.stringify(await admin().list())).not.toContain('argon2');
    });

    test('a name that is taken, a weak password and a closed unit are refused', async () => {
      await create();
      await expect(create()).rejects.toMatchObject({ cause: { details: { reason: 'username-taken' } } });
      await expect(create({ username: 'li', password: '1234567890' })).rejects.toMatchObject({ cause: { code: 'PASSWORD_TOO_WEAK' } });
      const closed = await world.addUnit('旧局');
      await world.as('office').units.update({ id: closed.id, name: closed.name, shortName: '旧', active: false, version: 1 });
      await expect(create({ username: 'li', unitId: closed.id })).rejects.toMatchObject({
        cause: { details: { reason: 'account-unit-inactive' } },
      });
      await expect(create({ username: 'li', unitId: world.newId('unit') })).rejects.toMatchObject({ cause: { code: 'NOT_FOUND' } });
      expect((await admin().list()).map((account) => account.username)).not.toContain('li');
    });

    test('two administrators at once: the second is told what the first has done', async () => {
      const before = await named('office');
      await admin().update({ ...before, name: '宋主任' });
      await expect(admin().update({ ...before, name: '宋副主任' })).rejects.toMatchObject({
        cause: { code: 'CONFLICT', details: { newer: { name: '宋主任' } } },
      });
      expect((await named('office')).name).toBe('宋主任');
    });

    test('nobody closes their own account, gives themselves another role, or resets their own password', async () => {
      const own = await named('admin');
      await expect(admin().update({ ...own, active: false })).rejects.toMatchObject({ cause: { details: { reason: 'own-account' } } });
      await expect(admin().update({ ...own, role: 'office' })).rejects.toMatchObject({ cause: { details: { reason: 'own-account' } } });
      await expect(admin().resetPassword({ id: own.id })).rejects.toMatchObject({ cause: { details: { reason: 'own-password' } } });
      expect(await named('admin')).toEqual(own);
    });

    test('of two administrators who dismiss each other one remains', async () => {
      await create({ username: 'second', role: 'admin' });
      const second = await named('second');
      const first = await named('admin');
      const asSecond = world.as({ ...world.actors.admin, id: second.id });
      await admin().update({ ...second, active: false });
      await expect(asSecond.accounts.update({ ...first, active: false })).rejects.toMatchObject({
        cause: { details: { reason: 'last-admin' } },
      });
    });

    test('a changed role, a changed unit and a closed account end the sessions and their streams', async () => {
      const dismissed: (string | null)[] = [];
      world.services.hub.onDismiss((key) => dismissed.push(key));
      for (const [at, change] of [{ role: 'leader' as const }, { unitId: world.units.water.id }, { active: false }].entries()) {
        const before = await named('office');
        await openSession(before.id, `key-${at}`);
        await admin().update({ ...before, name: `宋${at}` });
        expect(await world.db.selectFrom('session').select('tokenHash').execute()).toHaveLength(1);
        await admin().update({ ...before, version: before.version + 1, ...change });
        expect(await world.db.selectFrom('session').select('tokenHash').execute()).toEqual([]);
      }
      // PostgreSQL passes the word on to every server, this one included, so it may come twice.
      expect([...new Set(dismissed)]).toEqual(['key-0', 'key-1', 'key-2']);
    });

    async function openSession(accountId: Parameters<typeof auth.startSession>[1], key: string): Promise<void> {
      const witness = { now: world.clock.now, requestId: 'test', auditKey: world.services.config.auditKey, actor: events.systemActor };
      await runChange(world.services, async (tx) => {
        await auth.startSession(tx, accountId, key, world.clock.now);
        await events.append(tx, witness, { action: 'session.started', id: accountId });
      });
    }
  });
}
