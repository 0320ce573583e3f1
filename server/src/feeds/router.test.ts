import { afterEach, describe, expect, test } from 'vitest';
import { day, instantAt } from '#shared/kit/calendar.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';
import { hashToken } from '../kit/random.ts';
import * as feeds from './store.ts';

for (const dialect of dialects) {
  describe(`the calendar’s secret link on ${dialect}`, () => {
    let world: World;
    afterEach(() => world.close());

    const shown = (token: string) => feeds.districtOf(world.db, hashToken(token), world.clock.now);

    test('opens the own district’s meetings until it is revoked, and a new one ends the old', async () => {
      world = await openWorld({ dialect, now: instantAt(day('2026-10-30'), '09:00') });
      const first = await world.as('officer').feeds.create();
      expect(await shown(first.token)).toBe(world.districtId);
      const second = await world.as('officer').feeds.create();
      expect(await shown(first.token)).toBeNull();
      expect(await shown(second.token)).toBe(world.districtId);
      expect(await world.as('officer').feeds.mine()).toMatchObject({ id: second.id, readAt: world.clock.now });
      expect(await world.as('leader').feeds.mine()).toBeNull();
      await world.as('officer').feeds.revoke();
      expect(await shown(second.token)).toBeNull();
      expect(await world.as('officer').feeds.mine()).toBeNull();
    });

    test('there is nothing to revoke where there is no link, and the token itself is kept nowhere', async () => {
      world = await openWorld({ dialect, now: instantAt(day('2026-10-30'), '09:00') });
      await expect(world.as('leader').feeds.revoke()).rejects.toMatchObject({ cause: { code: 'NOT_FOUND' } });
      const { token } = await world.as('leader').feeds.create();
      const kept = [
        ...(await world.db.selectFrom('calendar_feed').selectAll().execute()),
        ...(await world.db.selectFrom('event').selectAll().execute()),
      ];
      expect(JSON.stringify(kept)).not.toContain(token);
    });

    test('a link ends with the account of its owner', async () => {
      world = await openWorld({ dialect, now: instantAt(day('2026-10-30'), '09:00') });
      const { token } = await world.as('officer').feeds.create();
      await world.db.updateTable('account').set({ active: 0 }).execute();
      expect(await shown(token)).toBeNull();
    });
  });
}
