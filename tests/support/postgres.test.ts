import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPostgresDatabase, type TestDatabase } from './postgres.ts';

let first: TestDatabase;
let second: TestDatabase;
beforeAll(async () => {
  [first, second] = await Promise.all([createPostgresDatabase(), createPostgresDatabase()]);
});
afterAll(async () => {
  await Promise.all([first.drop(), second.drop()]);
});

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

test('a test file gets a database that nobody else writes to', async () => {
  await ask(first.url, "create table project (name text); insert into project values ('推进重点项目')");
  expect(await ask(first.url, 'select name, length(name) as length from project')).toEqual([{ name: '推进重点项目', length: 6 }]);
  expect(await ask(second.url, "select to_regclass('project') as found")).toEqual([{ found: null }]);
});

test('the database is a real PostgreSQL that sorts bytewise and speaks UTF-8', async () => {
  expect(await ask(first.url, 'show server_encoding')).toEqual([{ server_encoding: 'UTF8' }]);
  expect(await ask(first.url, 'select \'B\' collate "C" < \'a\' collate "C" as bytewise')).toEqual([{ bytewise: true }]);
});
