import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { noFilter } from '#shared/board/filter.ts';
import { defaultView } from '#shared/ledgers/view.ts';
import type { KeepView } from '#shared/views/schema.ts';
import { refused } from '#tests/support/refusal.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';

for (const dialect of dialects) {
  describe(`saved views on ${dialect}`, () => {
    let world: World;
    beforeEach(async () => {
      world = await openWorld({ dialect });
    });
    afterEach(() => world.close());

    test('the board keeps its views as the ledgers do, each place its own', async () => {
      const view = { view: 'stage', lanes: 'unit', filter: { ...noFilter, lamp: 'red' } } as const;
      const shared = await world.as('office').views.keep({ id: null, place: 'board', name: '红灯', isShared: true, view, version: 0 });
      expect(await world.as('officer').views.list({ place: 'board' })).toEqual([shared]);
      expect(await world.as('officer').views.list({ place: 'progress' })).toEqual([]);
      const mixed = { id: null, place: 'board', name: '错', isShared: false, view: defaultView('progress'), version: 0 };
      await expect(world.as('office').views.keep(mixed as never)).rejects.toThrow();
    });

    const kept: KeepView = { id: null, place: 'approvals', name: '红灯在办', isShared: false, view: defaultView('approvals'), version: 0 };

    test('an own view is one’s own; the office’s is everybody’s', async () => {
      const own = await world.as('leader').views.keep(kept);
      const shared = await world.as('office').views.keep({ ...kept, name: '例会用', isShared: true });
      expect((await world.as('leader').views.list({ place: 'approvals' })).map(({ name }) => name)).toEqual(['例会用', '红灯在办']);
      expect(await world.as('officer').views.list({ place: 'approvals' })).toEqual([shared]);
      expect(await world.as('officer').views.list({ place: 'progress' })).toEqual([]);
      const foreign = await refused(world, () => world.as('office').views.keep({ ...kept, id: own.id, version: 1 }));
      expect(foreign.code).toBe('NOT_FOUND');
      const notTheirs = await refused(world, () => world.as('leader').views.remove({ id: shared.id, version: 1 }));
      expect(notTheirs).toMatchObject({ code: 'REFUSED', details: { reason: 'not-your-part' } });
      const turned = await refused(world, () => world.as('leader').views.keep({ ...kept, id: own.id, isShared: true, version: 1 }));
      expect(turned).toMatchObject({ code: 'REFUSED' });
    });

    test('a view is changed where nobody was faster, and removed', async () => {
      const own = await world.as('office').views.keep({ ...kept, name: '我的' });
      const renamed = await world.as('office').views.keep({ ...own, name: '我的视图' });
      expect(renamed).toMatchObject({ name: '我的视图', version: 2 });
      const late = await refused(world, () => world.as('office').views.keep({ ...own, name: '旧的' }));
      expect(late).toMatchObject({ code: 'CONFLICT', details: { newer: { name: '我的视图', version: 2 } } });
      await world.as('office').views.remove({ id: own.id, version: 2 });
      expect((await world.as('office').views.list({ place: 'approvals' })).map(({ name }) => name)).not.toContain('我的视图');
    });
  });
}
