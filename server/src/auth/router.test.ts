import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Instant } from '#shared/kit/calendar.ts';
import { PASSWORD, type ServedWorld, serveWorld, type Visitor } from '#tests/support/visitor.ts';
import { dialects } from '#tests/support/world.ts';

const MINUTE = 60_000;
const ANOTHER = 'Other-horse-9';

for (const dialect of dialects) {
  describe(`signing in on ${dialect}`, () => {
    let world: ServedWorld;
    beforeEach(async () => {
      world = await serveWorld({ dialect });
    });
    afterEach(() => world?.close());

    function later(ms: number): void {
      world.clock.now = new Date(Date.parse(world.clock.now) + ms).toISOString() as Instant;
    }

    async function isIn(visitor: Visitor): Promise<boolean> {
      const { data } = await visitor.query('auth.me');
      return (data as { actor: unknown }).actor !== null;
    }

    function refusals() {
      return world.db.selectFrom('event').select(['actorName', 'after', 'result']).where('action', '=', 'session.refused').execute();
    }

    test('the right password opens a session, and only the hash of its token is kept', async () => {
      const office = world.visit();
      expect((await office.signIn('office')).status).toBe(200);
      expect(await isIn(office)).toBe(true);
      const token = office.cookies.get('tuijin-session') ?? '';
      expect(token).toMatch(/^[0-9a-f]{64}$/);
      const sessions = await world.db.selectFrom('session').selectAll().execute();
      expect(sessions).toHaveLength(1);
      expect(JSON.stringify(sessions)).not.toContain(token);
      const account = await world.db.selectFrom('account').selectAll().where('username', '=', 'office').executeTakeFirstOrThrow();
      expect(account.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
      const log = await world.db.selectFrom('event').selectAll().execute();
      expect(JSON.stringify(log)).not.toContain(PASSWORD);
      expect(JSON.stringify(log)).not.toContain(token);
    });

    test('a name may be typed with capitals and spaces around it', async () => {
      expect((await world.visit().signIn(' Office ')).status).toBe(200);
    });

    test('a wrong password, an unknown name and a closed account get the same answer and no cookie', async () => {
      await world.as('admin').accounts.update({ ...(await accountNamed('office')), active: false });
      const answers = [];
      for (const [username, password] of [
        ['admin', ANOTHER],
        ['nobody', PASSWORD],
        ['office', PASSWORD],
      ] as const) {
        const visitor = world.visit();
        const { status, code, details } = await visitor.signIn(username, password);
        answers.push({ status, code, details });
        expect(visitor.cookies.size).toBe(0);
      }
      expect(answers).toEqual(Array(3).fill({ status: 401, code: 'SIGN_IN_FAILED', details: {} }));
      expect(await world.db.selectFrom('session').selectAll().execute()).toEqual([]);
    });

    test('what was typed as an unknown name is not written into the log: it may be a password', async () => {
      await world.visit().signIn('Hunter2-hunter2', 'x');
      await world.visit().signIn('office', 'x');
      expect((await refusals()).map((event) => event.actorName)).toEqual(['', 'office']);
      expect(JSON.stringify(await world.db.selectFrom('event').selectAll().execute())).not.toContain('unter2');
    });

    test('five wrong passwords lock the account even for the right one, and each attempt is in the log', async () => {
      for (let attempt = 1; attempt <= 5; attempt++) expect((await world.visit().signIn('office', ANOTHER)).code).toBe('SIGN_IN_FAILED');
      const sixth = await world.visit().signIn('office');
      expect(sixth).toMatchObject({ status: 429, code: 'LOCKED_OUT', details: { minutes: 15 } });
      expect((await refusals()).map((event) => JSON.parse(event.after ?? '{}').why)).toEqual([...Array(5).fill('wrong'), 'locked']);
      expect((await world.visit().signIn('admin')).status).toBe(200);
      later(15 * MINUTE + 1000);
      expect((await world.visit().signIn('office')).status).toBe(200);
    });

    test('attempts sent all at once are counted one by one', async () => {
      const answers = await Promise.all(Array.from({ length: 12 }, () => world.visit().signIn('office', ANOTHER)));
      expect(answers.filter((answer) => answer.code === 'SIGN_IN_FAILED')).toHaveLength(5);
      expect(answers.filter((answer) => answer.code === 'LOCKED_OUT')).toHaveLength(7);
    });

    test('a session ends after thirty idle minutes, and a clock set back does not revive it', async () => {
      const office = world.visit();
      await office.signIn('office');
      later(20 * MINUTE);
      expect(await isIn(office)).toBe(true);
      later(29 * MINUTE);
      expect(await isIn(office)).toBe(true);
      later(31 * MINUTE);
      expect(await isIn(office)).toBe(false);
      later(-31 * MINUTE);
      expect(await isIn(office)).toBe(false);
    });

    test('a session ends after twelve hours however busy it was', async () => {
      const office = world.visit();
      await office.signIn('office');
      for (let minutes = 0; minutes < 12 * 60; minutes += 20) {
        expect(await isIn(office)).toBe(true);
        later(20 * MINUTE);
      }
      later(MINUTE);
      expect(await isIn(office)).toBe(false);
    });

    test('signing out ends the session on the server, not only in the browser', async () => {
      const office = world.visit();
      await office.signIn('office');
      const copy = world.visit();
      for (const [name, value] of office.cookies) copy.cookies.set(name, value);
      expect((await office.mutate('auth.signOut')).status).toBe(200);
      expect(office.cookies.size).toBe(0);
      expect(await isIn(copy)).toBe(false);
    });

    test('signing in again gives another token and ends the earlier session', async () => {
      const office = world.visit();
      await office.signIn('office');
      const earlier = world.visit();
      for (const [name, value] of office.cookies) earlier.cookies.set(name, value);
      await office.signIn('office');
      expect(office.cookies.get('tuijin-session')).not.toBe(earlier.cookies.get('tuijin-session'));
      expect(await isIn(earlier)).toBe(false);
    });

    test('a fourth device signs the first one out', async () => {
      const devices = Array.from({ length: 4 }, () => world.visit());
      for (const device of devices) {
        await device.signIn('office');
        later(1000);
      }
      expect(await Promise.all(devices.map(isIn))).toEqual([false, true, true, true]);
    });

    test('changing the password ends the other sessions and keeps this one', async () => {
      const here = world.visit();
      const there = world.visit();
      await here.signIn('office');
      await there.signIn('office');
      expect((await here.mutate('auth.changePassword', { current: ANOTHER, next: 'Third-horse-5' })).code).toBe('SIGN_IN_FAILED');
      expect((await here.mutate('auth.changePassword', { current: PASSWORD, next: 'short' })).code).toBe('PASSWORD_TOO_WEAK');
      expect((await here.mutate('auth.changePassword', { current: PASSWORD, next: PASSWORD })).details).toEqual({ reason: 'same' });
      expect(await isIn(there)).toBe(true);
      expect((await here.mutate('auth.changePassword', { current: PASSWORD, next: ANOTHER })).status).toBe(200);
      expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
      expect((await world.visit().signIn('office')).code).toBe('SIGN_IN_FAILED');
      expect((await world.visit().signIn('office', ANOTHER)).status).toBe(200);
    });

    test('a password that was reset opens nothing but its own change', async () => {
      const office = world.visit();
      await office.signIn('office');
      const admin = world.visit();
      await admin.signIn('admin');
      const { id } = await accountNamed('office');
      const { data } = await admin.mutate('accounts.resetPassword', { id });
      const { password } = data as { password: string };
      expect(await isIn(office)).toBe(false);
      expect(await office.signIn('office', password)).toMatchObject({ data: { mustChangePassword: true } });
      expect((await office.query('units.list')).code).toBe('PASSWORD_MUST_CHANGE');
      expect((await office.query('auth.me')).data).toMatchObject({ mustChangePassword: true });
      expect((await office.mutate('auth.changePassword', { current: password, next: ANOTHER })).status).toBe(200);
      expect((await office.query('units.list')).status).toBe(200);
    });

    test('closing an account ends its sessions at once', async () => {
      const office = world.visit();
      await office.signIn('office');
      await world.as('admin').accounts.update({ ...(await accountNamed('office')), active: false });
      expect(await isIn(office)).toBe(false);
      expect((await office.query('units.list')).code).toBe('SIGN_IN_REQUIRED');
    });

    async function accountNamed(username: string) {
      const found = (await world.as('admin').accounts.list()).find((account) => account.username === username);
      if (!found) throw new Error(username);
      const { id, name, unitId, role, active, version } = found;
      return { id, name, unitId, role, active, version };
    }
  });
}
