import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SetChannel } from '#shared/channels/schema.ts';
import { addMs, type Week } from '#shared/kit/calendar.ts';
import { known } from '#tests/support/known.ts';
import { openMailServer, openRobot } from '#tests/support/receivers.ts';
import { refused } from '#tests/support/refusal.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';
import { sendDue } from './sending.ts';

const week = '2026-W44' as Week;
const HOUR_MS = 3_600_000;
const PASSWORD = '授权码-8f3k22';

for (const dialect of dialects) {
  describe(`word that leaves the house on ${dialect}`, () => {
    let world: World;
    let mail: Awaited<ReturnType<typeof openMailServer>>;
    let robot: Awaited<ReturnType<typeof openRobot>>;
    beforeAll(async () => {
      world = await openWorld({ dialect });
      mail = await openMailServer();
      robot = await openRobot();
      await world.addProject({ name: '北湖片区雨污分流改造工程' });
      await world.addProject({ name: '东林排涝泵站修复工程', unitId: world.units.water.id });
    });
    afterAll(async () => {
      await Promise.all([world.close(), mail.close(), robot.close()]);
    });
    beforeEach(() => {
      mail.letters.length = 0;
      robot.posts.length = 0;
      mail.state.refusal = null;
      robot.state.answer = { errcode: 0, errmsg: 'ok' };
      // A unit is asked again after two hours at the earliest.
      world.clock.now = addMs(world.clock.now, 2.5 * HOUR_MS);
    });

    const list = () => world.as('office').channels.list();
    const chase = () => world.as('office').returns.chase({ week, unitIds: [world.units.housing.id, world.units.water.id] });
    const reasonOf = async (act: () => Promise<unknown>) => (await refused(world, act)).details['reason'];
    async function setEmail(fields: Partial<Extract<SetChannel, { kind: 'email' }>> = {}) {
      const { version, settings } = (await list()).email;
      const own = settings ?? {
        host: '127.0.0.1',
        port: mail.port,
        security: 'none' as const,
        user: 'tuijin',
        from: 'tuijin@example.gov.cn',
      };
      return world.as('office').channels.set({ kind: 'email', isOn: true, version, settings: own, secret: null, ...fields });
    }
    async function setRobot(isOn: boolean, secret: { url: string; signKey: string | null } | null, style: 'wecom' | 'dingtalk' = 'wecom') {
      const { version } = (await list()).webhook;
      return world.as('office').channels.set({ kind: 'webhook', isOn, version, settings: { style }, secret });
    }

    test('both are off until somebody sets them, and a chase leaves nothing to send', async () => {
      expect(await list()).toMatchObject({ email: { isOn: false, settings: null }, webhook: { isOn: false }, dispatches: [] });
      await chase();
      expect(await sendDue(world.services)).toBe(0);
      expect((await list()).dispatches).toEqual([]);
      expect(await reasonOf(() => world.as('office').channels.test({ kind: 'email', to: 'luo@example.gov.cn' }))).toBe('channel-not-set');
    });

    test('what is secret goes in and never comes out, neither by reading, nor in the log, nor in the database', async () => {
      expect(await reasonOf(() => setEmail())).toBe('secret-needed');
      expect((await list()).email.version).toBe(0);
      await setEmail({ secret: { password: PASSWORD } });
      await setRobot(false, { url: robot.url, signKey: 'SEC-1' });
      const rows = await world.db.selectFrom('channel').selectAll().execute();
      const log = await world.db.selectFrom('event').select(['before', 'after']).where('entity', '=', 'channel').execute();
      const told = JSON.stringify([await list(), rows, log]);
      for (const secret of [PASSWORD, 'secret-key', 'SEC-1']) expect(told).not.toContain(secret);
      expect(log).toHaveLength(2);
    });

    test('a password goes to no other server, and to nobody else there, unless it is given again', async () => {
      const { settings } = (await list()).email;
      const own = known(settings);
      for (const other of [{ host: 'mail.example.com' }, { user: 'other' }, { port: 2525 }]) {
        expect(await reasonOf(() => setEmail({ settings: { ...own, ...other } }))).toBe('secret-needed');
      }
      expect((await list()).email.settings).toEqual(own);
      await setEmail({ settings: { ...own, from: 'office@example.gov.cn' } });
    });

    test('of two who set a channel at once the second is told', async () => {
      const { version, settings } = (await list()).email;
      await setEmail();
      await expect(
        world.as('office').channels.set({ kind: 'email', isOn: false, version, settings: known(settings), secret: null }),
      ).rejects.toMatchObject({ code: 'CONFLICT' });
      expect((await list()).email.isOn).toBe(true);
    });

    test('a test is sent at once, and what the other side says is answered', async () => {
      expect(await reasonOf(() => world.as('office').channels.test({ kind: 'email', to: null }))).toBe('address-missing');
      await world.as('office').channels.test({ kind: 'email', to: 'luo@example.gov.cn' });
      expect(mail.letters).toMatchObject([{ from: 'office@example.gov.cn', to: ['luo@example.gov.cn'], user: `tuijin ${PASSWORD}` }]);
      await world.as('office').channels.test({ kind: 'webhook', to: null });
      expect(robot.posts).toHaveLength(1);
      robot.state.answer = { errcode: 310_000, errmsg: 'keywords not in content' };
      await expect(world.as('office').channels.test({ kind: 'webhook', to: null })).rejects.toThrow();
    });

    test('a chase reaches the contacts that have an address, each unit by a letter of its own, once', async () => {
      await world
        .as('office')
        .contacts.add({ unitId: world.units.housing.id, name: '罗科员', duty: null, phone: null, email: 'luo@example.gov.cn' });
      await chase();
      expect(mail.letters).toEqual([]);
      expect(await sendDue(world.services)).toBe(1);
      const [letter] = mail.letters;
      expect(letter?.to).toEqual(['luo@example.gov.cn']);
      expect(decoded(known(letter).data)).toContain('北湖片区雨污分流改造工程');
      expect(decoded(known(letter).data)).not.toContain('东林排涝泵站修复工程');
      expect((await list()).dispatches).toMatchObject([{ kind: 'email', state: 'sent', attempts: 1 }]);
      expect(await sendDue(world.services)).toBe(0);
      expect(mail.letters).toHaveLength(1);
    });

    test('to the group goes one note that names every unit; DingTalk’s is signed', async () => {
      await setEmail({ isOn: false });
      await setRobot(true, { url: robot.url, signKey: 'SEC-1' }, 'dingtalk');
      await chase();
      await sendDue(world.services);
      expect(robot.posts).toHaveLength(1);
      expect(robot.posts[0]?.path).toMatch(/^\/robot\/send\?key=secret-key&timestamp=\d{13}&sign=.+/);
      expect(JSON.stringify(robot.posts[0]?.body)).toMatch(/"msgtype":"text".*住建局 1个.*水利局 1个/);
    });

    test('what does not go through is tried again, later and later, and has failed after the last; by hand it begins anew', async () => {
      robot.state.answer = { errcode: 45_009, errmsg: 'api freq out of limit' };
      await chase();
      const waits: number[] = [];
      for (;;) {
        expect(await sendDue(world.services)).toBe(1);
        const [latest] = (await list()).dispatches;
        expect(latest).toMatchObject({ error: '45009 api freq out of limit', attempts: waits.length + 1 });
        if (latest?.state === 'failed') break;
        expect(await sendDue(world.services)).toBe(0);
        waits.push((Date.parse(known(latest).nextAt) - Date.parse(world.clock.now)) / 60_000);
        world.clock.now = known(latest).nextAt;
      }
      expect(waits).toEqual([1, 5, 15, 60, 240, 480]);
      const [failed] = (await list()).dispatches;
      const { id, version } = known(failed);
      await world.as('office').channels.retry({ id, version });
      robot.state.answer = { errcode: 0, errmsg: 'ok' };
      expect(await sendDue(world.services)).toBe(1);
      expect((await list()).dispatches[0]).toMatchObject({ id, state: 'sent', error: null });
      expect(await reasonOf(async () => world.as('office').channels.retry({ id, version: version + 3 }))).toBe('dispatch-not-failed');
    });

    test('a mail server’s refusal stands beside the message, a line that is down too', async () => {
      await setRobot(false, null, 'dingtalk');
      await setEmail({ isOn: true });
      mail.state.refusal = '550 5.7.1 relaying denied';
      await chase();
      await sendDue(world.services);
      expect((await list()).dispatches[0]?.error).toContain('relaying denied');
    });

    test('what one server has taken up no other sends as well', async () => {
      await chase();
      const before = mail.letters.length;
      const tried = await Promise.all([sendDue(world.services), sendDue(world.services)]);
      // Also the letter of the test before has its turn by now.
      expect(mail.letters.length - before).toBe(tried[0] + tried[1]);
      expect((await list()).dispatches.filter(({ state }) => state === 'waiting')).toEqual([]);
    });
  });
}

/** The body of a letter as its reader sees it. */
function decoded(data: string): string {
  const body = data.slice(data.indexOf('\n\n') + 2);
  return Buffer.from(body, 'base64').toString('utf8') || body;
}
