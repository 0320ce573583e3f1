import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { day, instantAt } from '#shared/kit/calendar.ts';
import { migrate } from './migrate.ts';
import type { Store } from './open.ts';
import { openSqlite } from './sqlite.ts';
import type { Tx } from './tables.ts';

let store: Store;
beforeEach(async () => {
  store = await openSqlite(':memory:');
  await migrate(store.db, 'sqlite');
});
afterEach(() => store.close());

async function insert(tx: Tx, topic: string, state = '1'): Promise<string> {
  const updatedAt = instantAt(day('2026-10-29'), '15:20');
  await tx.insertInto('ephemeral').values({ topic, state, updatedAt }).execute();
  return topic;
}

async function topics(): Promise<string[]> {
  const rows = await store.db.selectFrom('ephemeral').select('topic').orderBy('topic').execute();
  return rows.map(({ topic }) => topic);
}

/** Asked for at once, in this order. */
function atOnce(acts: ((tx: Tx) => Promise<string>)[]): Promise<PromiseSettledResult<string>[]> {
  return Promise.allSettled(acts.map((act) => store.write(act)));
}

const failing = async (tx: Tx): Promise<string> => {
  await insert(tx, 'half');
  throw new Error('no');
};

test('acts that come at once are all done, and each asker hears of its own', async () => {
  const names = Array.from({ length: 40 }, (_, at) => `topic ${at}`);
  const told = await atOnce(names.map((name) => (tx) => insert(tx, name)));
  expect(told).toEqual(names.map((value) => ({ status: 'fulfilled', value })));
  expect(await topics()).toEqual([...names].sort());
});

test.each([
  ['first', [failing, (tx: Tx) => insert(tx, 'a'), (tx: Tx) => insert(tx, 'b')]],
  ['between others', [(tx: Tx) => insert(tx, 'a'), failing, (tx: Tx) => insert(tx, 'b')]],
  ['last', [(tx: Tx) => insert(tx, 'a'), (tx: Tx) => insert(tx, 'b'), failing]],
])('one that fails %s takes back its own work alone', async (_where, acts) => {
  const told = await atOnce(acts);
  expect(told.filter(({ status }) => status === 'rejected')).toEqual([{ status: 'rejected', reason: new Error('no') }]);
  expect(await topics()).toEqual(['a', 'b']);
});

test('one that fails alone leaves nothing, and the next is done', async () => {
  await expect(store.write(failing)).rejects.toThrow('no');
  expect(await store.write((tx) => insert(tx, 'next'))).toBe('next');
  expect(await topics()).toEqual(['next']);
});

test('each sees what those before it in the group have done', async () => {
  const count = async (tx: Tx) => {
    const { n } = await tx.selectFrom('ephemeral').select(sql<number>`count(*)`.as('n')).executeTakeFirstOrThrow();
    await insert(tx, `number ${n}`);
    return String(n);
  };
  const told = await atOnce([count, count, count]);
  expect(told).toEqual(['0', '1', '2'].map((value) => ({ status: 'fulfilled', value })));
});

test('nobody hears of a success before it is committed: where the disk fills up, the whole group fails', async () => {
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(store.db);
  await sql`${sql.raw(`pragma max_page_count = ${(rows[0]?.page_count ?? 0) + 2}`)}`.execute(store.db);
  const told = await atOnce([(tx) => insert(tx, 'small'), (tx) => insert(tx, 'large', 'x'.repeat(1_000_000))]);
  const isFull = { status: 'rejected', reason: expect.objectContaining({ code: 'SQLITE_FULL' }) };
  expect(told).toEqual([isFull, isFull]);
  expect(await topics()).toEqual([]);
  expect(await store.write((tx) => insert(tx, 'small'))).toBe('small');
});

test('a long act keeps those behind it waiting for a commit of their own', async () => {
  const order: string[] = [];
  const long = async (tx: Tx) => {
    const until = performance.now() + 30;
    while (performance.now() < until) await insert(tx, `long ${order.length} ${performance.now()}`);
    return 'long';
  };
  await Promise.all([
    store.write(long).then((name) => order.push(name)),
    store.write(async () => {
      // Where the two shared a commit, the first would not have heard yet.
      order.push('begun');
      return 'short';
    }),
  ]);
  expect(order).toEqual(['long', 'begun']);
});
