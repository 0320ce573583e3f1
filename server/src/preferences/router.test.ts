import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { idOf } from '#shared/kit/ids.ts';
import { usualPreferences } from '#shared/preferences/rules.ts';
import { refused } from '#tests/support/refusal.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';

for (const dialect of dialects) {
  describe(`preferences on ${dialect}`, () => {
    let world: World;
    beforeAll(async () => {
      world = await openWorld({ dialect });
    });
    afterAll(() => world.close());
    const mine = async (who: 'office' | 'leader') => (await world.as(who).auth.me()).preferences;

    test('who has never chosen works as is usual', async () => {
      expect(await mine('office')).toEqual(usualPreferences);
      expect((await world.as(null).auth.me()).preferences).toEqual(usualPreferences);
    });

    test('what somebody keeps is theirs alone, and comes along with them', async () => {
      await world.as('office').preferences.keep({ density: 'compact', version: 0 });
      await world.as('office').preferences.keep({ collapsed: { view: 'stage', columns: ['signed'] }, version: 1 });
      expect(await mine('office')).toEqual({ ...usualPreferences, density: 'compact', collapsed: { stage: ['signed'] }, version: 2 });
      expect(await mine('leader')).toEqual(usualPreferences);
    });

    test('what was kept before there were themes is kept, and follows the device', async () => {
      const { id } = world.actors.officer;
      const body = JSON.stringify({ density: 'compact', collapsed: {}, letterKeys: false });
      await world.db
        .insertInto('preferences')
        .values({ accountId: idOf('account').parse(id), body, version: 3 })
        .execute();
      const { preferences } = await world.as('officer').auth.me();
      expect(preferences).toEqual({ density: 'compact', collapsed: {}, letterKeys: false, theme: 'system', seriesId: null, version: 3 });
      expect(await world.as('officer').preferences.keep({ theme: 'dark', version: 3 })).toMatchObject({
        density: 'compact',
        theme: 'dark',
      });
    });

    test('a choice made on what has changed meanwhile is not written over it', async () => {
      expect(await refused(world, () => world.as('office').preferences.keep({ letterKeys: false, version: 1 }))).toMatchObject({
        code: 'CONFLICT',
      });
      expect(await refused(world, () => world.as('office').preferences.keep({ letterKeys: false, version: 0 }))).toMatchObject({
        code: 'CONFLICT',
      });
      expect((await mine('office')).letterKeys).toBe(true);
    });

    test('the log says that something was chosen, and no browser is woken for it', async () => {
      const rows = await world.db.selectFrom('event').select(['entityId', 'actorName']).where('action', '=', 'preferences.kept').execute();
      expect(rows.map((row) => row.actorName)).toEqual(['宋科长', '宋科长', '罗科员']);
    });
  });
}
