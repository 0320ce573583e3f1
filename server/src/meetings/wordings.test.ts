import { afterEach, describe, expect, test } from 'vitest';
import { usualWordings } from '#shared/meetings/wordings.ts';
import { refused } from '#tests/support/refusal.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';

for (const dialect of dialects) {
  describe(`a district’s usual decisions on ${dialect}`, () => {
    let world: World;
    afterEach(() => world.close());

    test('are those of every office until its own words them, and of two who do the later is told', async () => {
      world = await openWorld({ dialect });
      expect(await world.as('office').decisions.wordings()).toEqual(usualWordings);
      const own = { wordings: [{ label: '限期', occasion: 'step' as const, text: '限期办结{手续}，逾期通报' }], version: 0 };
      expect(await world.as('office').decisions.setWordings(own)).toEqual({ ...own, version: 1 });
      expect(await world.as('office').decisions.wordings()).toEqual({ ...own, version: 1 });
      const [event] = await world.db.selectFrom('event').selectAll().where('action', '=', 'wordings.set').execute();
      expect(event).toMatchObject({ entityId: world.districtId, actorName: '宋科长' });
      expect(await refused(world, () => world.as('office').decisions.setWordings({ ...usualWordings, version: 0 }))).toMatchObject({
        ...{ code: 'CONFLICT', details: { entity: 'wordings', newer: { version: 1 } } },
      });
      expect(await world.as('office').decisions.setWordings({ ...usualWordings, version: 1 })).toMatchObject({ version: 2 });
    });
  });
}
