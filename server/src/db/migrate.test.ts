import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createPostgresDatabase } from '#tests/support/postgres.ts';
import { dialects } from '#tests/support/world.ts';
import { migrate } from './migrate.ts';
import { openStore, type Store } from './open.ts';

for (const dialect of dialects) {
  describe(`migrations on ${dialect}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await openStore(
        dialect === 'sqlite' ? { kind: 'sqlite', file: ':memory:' } : { kind: 'postgres', url: (await createPostgresDatabase()).url },
      );
    });
    afterEach(() => store?.close());

    async function tables() {
      return (await store.db.introspection.getTables()).map((table) => [table.name, table.columns.length]);
    }

    test('all of them run on an empty database, and a second start finds nothing to do', async () => {
      const done = await migrate(store.db, store.dialect);
      expect(done.length).toBeGreaterThan(5);
      expect(done).toEqual([...done].sort());
      const made = await tables();
      expect(await migrate(store.db, store.dialect)).toEqual([]);
      expect(await tables()).toEqual(made);
      expect(await store.db.selectFrom('event_head').selectAll().execute()).toEqual([{ id: 1, seq: 0, hash: '' }]);
    });

    test('text sorts bytewise, whatever language the host speaks', async () => {
      await migrate(store.db, store.dialect);
      const topics = ['b', 'B', 'a', 'Z', '_', '中', 'é'];
      for (const topic of topics) await store.db.insertInto('ephemeral').values({ topic, state: '{}', updatedAt: now }).execute();
      const sorted = await store.db.selectFrom('ephemeral').select('topic').orderBy('topic').execute();
      expect(sorted.map((row) => row.topic)).toEqual(['B', 'Z', '_', 'a', 'b', 'é', '中']);
    });

    test('a figure is not put into a column of text, nor words into one of figures', async () => {
      await migrate(store.db, store.dialect);
      await expect(sql`update event_head set seq = 'many'`.execute(store.db)).rejects.toThrow();
      if (dialect === 'sqlite') {
        const loose = await sql<{ name: string }>`
          select name from pragma_table_list where schema = 'main' and type = 'table' and strict = 0
          and name not like 'sqlite_%' and name not like 'kysely_%'`.execute(store.db);
        expect(loose.rows.map((row) => row.name)).toEqual([]);
      }
    });

    test('whole yuan up to a thousand billion come back as they went in', async () => {
      await migrate(store.db, store.dialect);
      await sql`update event_head set seq = 1000000000001`.execute(store.db);
      expect((await store.db.selectFrom('event_head').select('seq').executeTakeFirstOrThrow()).seq).toBe(1_000_000_000_001);
    });
  });
}

const now = '2026-10-29T07:20:00.000Z' as never;
