import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Config } from '#server/config.ts';
import { hashToken, systemRandom } from '#server/kit/random.ts';
import { openServices, type RunningServer, startServer } from '#server/server.ts';
import { type Day, type Instant, instantAt } from '#shared/kit/calendar.ts';
import { createPostgresDatabase } from '#tests/support/postgres.ts';
import { type Visitor, visit } from '#tests/support/visitor.ts';
import { dialects } from '#tests/support/world.ts';
import * as setup from './store.ts';

const TOKEN = 'a'.repeat(64);

const answers = {
  token: TOKEN,
  district: {
    name: '示例区',
    regionCode: '999999',
    issuingOffice: '示例区重点项目建设指挥部办公室',
    officeMark: '示重办',
    returnOpenWeekday: 1,
    returnWeekday: 5,
    returnTime: '17:00',
  },
  meeting: { weekday: 1, time: '09:00', place: '一号会议室' },
  office: { name: '示例区发展和改革委员会', shortName: '发改委' },
  admin: { username: 'root.one', name: '管理员', password: 'First-horse-1' },
  officeAccount: { username: 'office', name: '宋科长', password: 'Second-horse-2' },
};

for (const dialect of dialects) {
  describe(`the first start on ${dialect}`, () => {
    const clock: { now: Instant } = { now: instantAt('2026-10-29' as Day, '15:20') };
    let server: RunningServer;
    let visitor: Visitor;
    beforeEach(async () => {
      clock.now = instantAt('2026-10-29' as Day, '15:20');
      const store =
        dialect === 'sqlite'
          ? ({ kind: 'sqlite', file: ':memory:' } as const)
          : ({ kind: 'postgres', url: (await createPostgresDatabase()).url } as const);
      const config: Config = {
        dataFolder: '',
        store,
        port: 0,
        host: '127.0.0.1',
        tls: null,
        proxies: 0,
        clientFolder: null,
        auditKey: 'k',
        devOrigin: null,
      };
      const services = await openServices(config, { clock: () => clock.now, random: systemRandom });
      server = await startServer(services);
      visitor = visit(server.url);
      await setup.replaceLink(services.store.db, hashToken(TOKEN), clock.now);
    });
    afterEach(() => server?.close());

    test('there is no account before the set-up, and whoever set it up can sign in', async () => {
      expect((await visitor.query('setup.state')).data).toEqual({ isSetUp: false });
      expect((await visitor.mutate('setup.complete', answers)).status).toBe(200);
      expect((await visitor.query('setup.state')).data).toEqual({ isSetUp: true });
      expect((await visitor.signIn('office', 'Second-horse-2')).data).toMatchObject({
        actor: { role: 'office', unitName: '发改委' },
      });
      expect((await visitor.signIn('root.one', 'First-horse-1')).data).toMatchObject({
        actor: { role: 'admin' },
        mustChangePassword: false,
      });
    });

    test('the link works once', async () => {
      await visitor.mutate('setup.complete', answers);
      expect((await visitor.mutate('setup.complete', answers)).code).toBe('ALREADY_SET_UP');
      expect(await server.services.store.db.selectFrom('account').select('id').execute()).toHaveLength(2);
      expect(await server.services.store.db.selectFrom('setup_link').selectAll().execute()).toEqual([]);
    });

    test('two browsers that send it at once make one district', async () => {
      const both = await Promise.all([visitor.mutate('setup.complete', answers), visit(server.url).mutate('setup.complete', answers)]);
      expect(both.map((answer) => answer.status).sort()).toEqual([200, 412]);
      expect(await server.services.store.db.selectFrom('district').select('id').execute()).toHaveLength(1);
    });

    test('another link, an earlier one and one older than a day are refused, and nothing is made', async () => {
      const { db } = server.services.store;
      expect((await visitor.mutate('setup.complete', { ...answers, token: 'b'.repeat(64) })).code).toBe('SETUP_LINK_INVALID');
      clock.now = instantAt('2026-10-30' as Day, '15:21');
      expect((await visitor.mutate('setup.complete', answers)).code).toBe('SETUP_LINK_INVALID');
      await setup.replaceLink(db, hashToken('c'.repeat(64)), clock.now);
      expect((await visitor.mutate('setup.complete', answers)).code).toBe('SETUP_LINK_INVALID');
      expect(await db.selectFrom('unit').select('id').execute()).toEqual([]);
      expect(await db.selectFrom('event').select('seq').execute()).toEqual([]);
    });

    test('a weak password names the account, and the link stays good', async () => {
      const weak = await visitor.mutate('setup.complete', {
        ...answers,
        officeAccount: { ...answers.officeAccount, password: 'Office-123456' },
      });
      expect(weak).toMatchObject({ code: 'PASSWORD_TOO_WEAK', details: { reason: 'personal', account: 'officeAccount' } });
      const twice = await visitor.mutate('setup.complete', {
        ...answers,
        officeAccount: { ...answers.officeAccount, username: 'root.one' },
      });
      expect(twice).toMatchObject({ code: 'REFUSED', details: { reason: 'username-taken' } });
      expect(await server.services.store.db.selectFrom('unit').select('id').execute()).toEqual([]);
      expect((await visitor.mutate('setup.complete', answers)).status).toBe(200);
    });

    test('only the hash of the link is kept', async () => {
      expect(JSON.stringify(await server.services.store.db.selectFrom('setup_link').selectAll().execute())).not.toContain(TOKEN);
    });
  });
}
