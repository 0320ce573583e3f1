import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day, instantAt } from '#shared/kit/calendar.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';
import { fixed } from './fixed.ts';
import type { Row } from './tables.ts';

type Ephemeral = Row<'ephemeral'>;

let built = 0;
const put = fixed(['topic', 'state', 'updatedAt'], (tx, row: Ephemeral) => tx.insertInto('ephemeral').values(row));
const setState = fixed(['topic', 'state'], (tx, { topic, state }: Pick<Ephemeral, 'topic' | 'state'>) => {
  built++;
  return tx.updateTable('ephemeral').set({ state }).where('topic', '=', topic).where('topic', '!=', 'never').returningAll();
});
const all = fixed([], (db) => db.selectFrom('ephemeral').selectAll().where('topic', 'like', 'fixed %').orderBy('topic'));

for (const dialect of dialects) {
  describe(dialect, () => {
    let world: World;
    beforeAll(async () => {
      world = await openWorld({ dialect });
    });
    afterAll(() => world.close());

    test('each asking brings its own values to the same words, inside a change and outside', async () => {
      const { db } = world;
      const updatedAt = instantAt(day('2026-10-29'), '15:20');
      for (const topic of ['fixed a', 'fixed b']) await put(db, { topic, state: '"红"', updatedAt });
      const before = built;
      expect(await setState(db, { topic: 'fixed a', state: '1' })).toMatchObject([{ topic: 'fixed a', state: '1' }]);
      await db.transaction().execute(async (tx) => {
        // The value of one blank may be the very word of another.
        expect(await setState(tx, { topic: 'fixed b', state: 'topic' })).toMatchObject([{ topic: 'fixed b', state: 'topic' }]);
        expect(await setState(tx, { topic: 'never', state: '3' })).toEqual([]);
      });
      // Put together once for this database, though it was asked three times.
      expect(built - before).toBe(1);
      expect((await all(db, {})).map(({ state }) => state)).toEqual(['1', 'topic']);
    });
  });
}
