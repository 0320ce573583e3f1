import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ServedWorld, serveWorld } from '#tests/support/visitor.ts';
import { dialects } from '#tests/support/world.ts';

for (const dialect of dialects) {
  describe(`device links on ${dialect}`, () => {
    let world: ServedWorld;
    beforeEach(async () => {
      world = await serveWorld({ dialect });
    });
    afterEach(() => world?.close());

    test('a link lets a screen in as a display of its district, and only its hash is kept', async () => {
      const { token } = await world.as('office').displays.create({ name: '一号会议室' });
      const screen = world.visit();
      expect((await screen.mutate('displays.enter', { token })).status).toBe(200);
      expect((await screen.query('auth.me')).data).toMatchObject({
        actor: { role: 'display', name: '一号会议室', districtId: world.districtId },
      });
      expect((await screen.query('units.list')).status).toBe(200);
      expect((await screen.query('accounts.list')).code).toBe('FORBIDDEN');
      const kept = [
        await world.db.selectFrom('display_link').selectAll().execute(),
        await world.db.selectFrom('event').selectAll().execute(),
      ];
      expect(JSON.stringify(kept)).not.toContain(token);
    });

    test('a revoked link ends the screen that uses it and lets nobody in again', async () => {
      const { id, token } = await world.as('office').displays.create({ name: '一号会议室' });
      const screen = world.visit();
      await screen.mutate('displays.enter', { token });
      await world.as('office').displays.revoke({ id });
      expect((await screen.query('units.list')).code).toBe('SIGN_IN_REQUIRED');
      expect((await world.visit().mutate('displays.enter', { token })).code).toBe('NOT_FOUND');
      await expect(world.as('office').displays.revoke({ id })).rejects.toThrow('NOT_FOUND');
    });

    test('a token that never was opens nothing', async () => {
      const screen = world.visit();
      expect((await screen.mutate('displays.enter', { token: '0'.repeat(64) })).code).toBe('NOT_FOUND');
      expect(screen.cookies.size).toBe(0);
    });
  });
}
