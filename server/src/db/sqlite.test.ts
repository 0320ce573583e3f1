import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { day, instantAt } from '#shared/kit/calendar.ts';
import { migrate } from './migrate.ts';
import { DatabaseRefused, openSqlite } from './sqlite.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'tuijin-sqlite-'));
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
});
const file = () => path.join(folder, 'tuijin.db');

test('the file opens as durable as promised, and for its owner alone', async () => {
  const store = await openSqlite(file());
  const asked = async (pragma: string) =>
    Object.values((await sql<Record<string, unknown>>`${sql.raw(`pragma ${pragma}`)}`.execute(store.db)).rows[0] ?? {})[0];
  expect(await asked('journal_mode')).toBe('wal');
  expect(await asked('synchronous')).toBe(2);
  expect(await asked('foreign_keys')).toBe(1);
  expect(await asked('secure_delete')).toBe(1);
  expect(statSync(file()).mode & 0o777).toBe(0o600);
  await store.close();
});

test('a database that another program is writing is refused, with the reason in words', async () => {
  const other = new Sqlite(file());
  other.exec('begin exclusive');
  const refused = openSqlite(file());
  await expect(refused).rejects.toThrow(DatabaseRefused);
  await expect(refused).rejects.toThrow(/Another program holds it/);
  other.exec('rollback');
  other.close();
});

test('a database that this user may only read is refused before anything is promised', async () => {
  const made = new Sqlite(file());
  made.exec('create table made (id integer)');
  made.close();
  chmodSync(file(), 0o444);
  chmodSync(folder, 0o555);
  const isRoot = process.geteuid?.() === 0;
  // Root may write what nobody may, so for a moment it is nobody.
  if (isRoot) process.seteuid?.('nobody');
  try {
    await expect(openSqlite(file())).rejects.toThrow(DatabaseRefused);
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
});

test('a file that is no database is refused by name', async () => {
  writeFileSync(file(), 'this is not a database, but a letter that lies in its place');
  const refused = openSqlite(file());
  await expect(refused).rejects.toThrow(DatabaseRefused);
  await expect(refused).rejects.toThrow(file());
  expect(readFileSync(file(), 'utf8')).toMatch(/^this is not/);
});

test('a folder that does not exist is named', async () => {
  await expect(openSqlite(path.join(folder, 'nowhere', 'tuijin.db'))).rejects.toThrow(/nowhere.*folder exists/s);
});

test('closing folds the log into the file, so that a copy of the one file is whole', async () => {
  const store = await openSqlite(file());
  await migrate(store.db, 'sqlite');
  await store.close();
  const copy = new Sqlite(file(), { readonly: true });
  expect(copy.prepare('select count(*) as count from event_head').get()).toEqual({ count: 1 });
  expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
  copy.close();
});

test('two servers never share one file: the second is refused, and opens when the first has gone', async () => {
  const first = await openSqlite(file());
  const refused = openSqlite(file());
  await expect(refused).rejects.toThrow(DatabaseRefused);
  await expect(refused).rejects.toThrow(/two servers never share one file/);
  await migrate(first.db, 'sqlite');
  await first.close();
  const second = await openSqlite(file());
  expect(await second.db.selectFrom('event_head').selectAll().execute()).toHaveLength(1);
  expect(statSync(`${file()}.lock`).mode & 0o777).toBe(0o600);
  await second.close();
});

test('a server that was killed leaves nothing behind that keeps the next one out', async () => {
  const code = `
    const { holdAlone } = await import(${JSON.stringify(new URL('./lock.ts', import.meta.url).href)});
    holdAlone(${JSON.stringify(file())});
    process.stdout.write('held');
    setInterval(() => undefined, 1000);`;
  const other = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(other.stdout, 'data');
  await expect(openSqlite(file())).rejects.toThrow(/two servers never share one file/);
  other.kill('SIGKILL');
  await once(other, 'exit');
  const next = await openSqlite(file());
  await migrate(next.db, 'sqlite');
  await next.close();
});

test('a full disk is named as such, leaves nothing half done, and passes', async () => {
  const store = await openSqlite(file());
  await migrate(store.db, 'sqlite');
  const write = (bytes: number) =>
    store.db.transaction().execute(async (tx) => {
      await tx
        .insertInto('ephemeral')
        .values({ topic: 'small', state: '1', updatedAt: instantAt(day('2026-10-29'), '15:20') })
        .execute();
      await tx
        .insertInto('ephemeral')
        .values({ topic: 'large', state: 'x'.repeat(bytes), updatedAt: instantAt(day('2026-10-29'), '15:20') })
        .execute();
    });
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(store.db);
  await sql`${sql.raw(`pragma max_page_count = ${(rows[0]?.page_count ?? 0) + 2}`)}`.execute(store.db);
  await expect(write(1_000_000)).rejects.toMatchObject({ code: 'SQLITE_FULL' });
  expect(await store.db.selectFrom('ephemeral').select('topic').execute()).toEqual([]);
  await write(10);
  expect(await store.db.selectFrom('ephemeral').select('topic').execute()).toHaveLength(2);
  await store.close();
});
