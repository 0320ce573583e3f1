import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createPostgresDatabase } from '#tests/support/postgres.ts';
import { openWorld, type World } from '#tests/support/world.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** Runs the command as a person does: a process of its own, with its output and its exit code. */
function verify(env: Record<string, string>): Promise<{ code: number; text: string }> {
  return new Promise((resolve) => {
    const given = { PATH: process.env.PATH ?? '', ...env };
    execFile(process.execPath, ['--import', 'tsx', 'server/src/verify.ts'], { cwd: ROOT, env: given }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, text: out + err }),
    );
  });
}

let folder: string;
let world: World | null;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'tuijin-verify-'));
  writeFileSync(path.join(folder, 'audit.key'), 'a key for tests\n');
  world = null;
});
afterEach(async () => {
  await world?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('on SQLite', () => {
  const file = () => path.join(folder, 'tuijin.db');
  const run = () => verify({ TUIJIN_DATA: folder });

  /** A world that has lived and was closed, with the triggers out of the way of who would forge it. */
  async function lived(): Promise<Sqlite.Database> {
    const alive = await openWorld({ store: { kind: 'sqlite', file: file() } });
    await alive.addProject({ name: '示例大道' });
    await alive.close();
    const database = new Sqlite(file());
    database.exec('drop trigger event_no_update; drop trigger event_no_delete');
    return database;
  }

  test('a whole database passes, also beside a running server, and is not touched', async () => {
    world = await openWorld({ store: { kind: 'sqlite', file: file() } });
    await world.addProject({ name: '示例大道' });
    copyFileSync(file(), `${file()}.before`);
    const { code, text } = await run();
    expect(text).toMatch(/event chain: \d+ events in order[\s\S]*integrity_check[\s\S]*no fault found/);
    expect(code).toBe(0);
    expect(readFileSync(file()).equals(readFileSync(`${file()}.before`))).toBe(true);
  });

  test('one byte changed in an event names the event', async () => {
    const database = await lived();
    database.prepare("update event set after = replace(after, '示例大道', '示例小道') where action = ?").run('project.created');
    const { seq } = database.prepare('select seq from event where action = ?').get('project.created') as { seq: number };
    database.close();
    const { code, text } = await run();
    expect(text).toContain(`✗ event ${seq}: it is not as it was written`);
    expect(code).toBe(1);
  });

  test('events cut off the end and a row that points nowhere are named', async () => {
    const database = await lived();
    database.exec('delete from event where seq = (select max(seq) from event)');
    database.pragma('foreign_keys = OFF');
    database.prepare("update account set unitId = 'unt_nowhere' where username = 'office'").run();
    database.close();
    const { code, text } = await run();
    expect(text).toMatch(/✗ event_head: [\s\S]*✗ account row \d+: it points to a unit that does not exist/);
    expect(code).toBe(1);
  });

  test('a page damaged on the disk is found', async () => {
    (await lived()).close();
    const bytes = readFileSync(file());
    bytes.fill(0x5a, 4096 * 5 + 8, 4096 * 5 + 900);
    writeFileSync(file(), bytes);
    expect((await run()).code).toBe(1);
  });

  test('where there is no database or no key, that is said and none is made', async () => {
    expect(await run()).toMatchObject({ code: 1, text: expect.stringContaining('cannot be opened') });
    rmSync(path.join(folder, 'audit.key'));
    expect(await run()).toMatchObject({ code: 1, text: expect.stringContaining('audit.key is missing') });
    expect(() => readFileSync(file())).toThrow();
  });
});

test('on PostgreSQL the chain is checked too, and a changed event is named', async () => {
  const { url } = await createPostgresDatabase();
  world = await openWorld({ store: { kind: 'postgres', url } });
  const env = { TUIJIN_DATA: folder, DATABASE_URL: url };
  expect(await verify(env)).toMatchObject({ code: 0, text: expect.stringContaining('no fault found') });
  await sql`alter table event disable trigger event_append_only`.execute(world.db);
  await sql`update event set "actorName" = '别人' where seq = 2`.execute(world.db);
  const { code, text } = await verify(env);
  expect(text).toContain('✗ event 2: it is not as it was written');
  expect(text).not.toContain('postgres:');
  expect(code).toBe(1);
});
