import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dialects, openWorld, type World } from '#tests/support/world.ts';
import { runChange } from '../change.ts';
import type { Tx } from '../db/tables.ts';
import * as events from './store.ts';

for (const dialect of dialects) {
  describe(`the event log on ${dialect}`, () => {
    let world: World;
    beforeEach(async () => {
      world = await openWorld({ dialect });
    });
    afterEach(() => world?.close());

    const key = () => world.services.config.auditKey;
    const witness = () => ({ now: world.clock.now, requestId: 'test', auditKey: key(), actor: events.systemActor });

    /** Changes a row behind the triggers' back, as somebody with the file or the server's password could. */
    async function tamper(act: () => Promise<unknown>): Promise<void> {
      if (dialect === 'sqlite') {
        const triggers = await sql<{ sql: string }>`select sql from sqlite_master where type = 'trigger'`.execute(world.db);
        await sql`drop trigger event_no_update`.execute(world.db);
        await sql`drop trigger event_no_delete`.execute(world.db);
        await act();
        for (const trigger of triggers.rows) await sql.raw(trigger.sql).execute(world.db);
        return;
      }
      await sql`alter table event disable trigger event_append_only`.execute(world.db);
      await act();
      await sql`alter table event enable trigger event_append_only`.execute(world.db);
    }

    test('the chain of everything that happened holds, and its head is true', async () => {
      await world.addProject({ name: '示例大道' });
      const report = await events.verifyChain(world.db, key());
      const { seq } = await world.db.selectFrom('event_head').select('seq').executeTakeFirstOrThrow();
      expect(report).toEqual({ events: seq, broken: null, isHeadTrue: true });
      expect(seq).toBeGreaterThan(5);
    });

    test('without the key beside the database the chain cannot be checked, nor forged', async () => {
      expect((await events.verifyChain(world.db, 'another key')).broken).toEqual({ seq: 1, why: 'hash' });
    });

    test('the database itself refuses to rewrite or delete an event', async () => {
      const before = await world.db.selectFrom('event').selectAll().orderBy('seq').execute();
      await expect(world.db.updateTable('event').set({ actorName: '别人' }).where('seq', '=', 2).execute()).rejects.toThrow('append-only');
      await expect(world.db.deleteFrom('event').where('seq', '=', 2).execute()).rejects.toThrow('append-only');
      await expect(world.db.deleteFrom('event').execute()).rejects.toThrow('append-only');
      if (dialect === 'postgres') await expect(sql`truncate event`.execute(world.db)).rejects.toThrow('append-only');
      expect(await world.db.selectFrom('event').selectAll().orderBy('seq').execute()).toEqual(before);
    });

    test('one changed byte is found, and its row is named', async () => {
      const columns = ['at', 'actorId', 'actorName', 'actorRole', 'action', 'entity', 'entityId', 'requestId'] as const;
      for (const column of columns) {
        const row = await world.db.selectFrom('event').select(column).where('seq', '=', 3).executeTakeFirstOrThrow();
        const set = (text: string) => () => sql`update event set ${sql.ref(column)} = ${text} where seq = 3`.execute(world.db);
        await tamper(set(`${row[column]} `));
        expect(await events.verifyChain(world.db, key()), column).toMatchObject({ broken: { seq: 3, why: 'hash' }, isHeadTrue: false });
        await tamper(set(row[column]));
      }
      expect((await events.verifyChain(world.db, key())).broken).toBeNull();
    });

    test('a row cut out of the middle is a gap, and one cut off the end leaves a false head', async () => {
      const { seq } = await world.db.selectFrom('event_head').select('seq').executeTakeFirstOrThrow();
      await tamper(() => world.db.deleteFrom('event').where('seq', '=', seq).execute());
      expect(await events.verifyChain(world.db, key())).toEqual({ events: seq - 1, broken: null, isHeadTrue: false });
      await tamper(() => world.db.deleteFrom('event').where('seq', '=', 2).execute());
      expect((await events.verifyChain(world.db, key())).broken).toEqual({ seq: 3, why: 'gap' });
    });

    test('a change without an event does not happen', async () => {
      const silent = runChange(world.services, (tx) => rename(tx, '没有留痕'));
      await expect(silent).rejects.toMatchObject({ code: 'INTERNAL' });
      expect(await nameOf()).toBe('住建局');
    });

    test('a change that fails after its event leaves neither', async () => {
      const head = await events.head(world.db);
      const failing = runChange(world.services, async (tx) => {
        await rename(tx, '半途');
        await events.append(tx, witness(), { action: 'unit.updated', id: world.units.housing.id });
        throw new Error('power cut');
      });
      await expect(failing).rejects.toThrow('power cut');
      expect([await nameOf(), await events.head(world.db)]).toEqual(['住建局', head]);
      expect((await events.verifyChain(world.db, key())).isHeadTrue).toBe(true);
    });

    test('changes at the same time take their numbers in the order of their commits', async () => {
      const head = await events.head(world.db);
      const finished: number[] = [];
      // The earlier a change begins the longer it takes: without the lock on the head they would finish the other way round.
      await Promise.all(
        [40, 30, 20, 10, 0].map((ms) =>
          runChange(world.services, async (tx) => {
            const seq = await events.append(tx, witness(), { action: 'unit.updated', id: world.units.housing.id });
            await new Promise((resolve) => setTimeout(resolve, ms));
            return seq;
          }).then((seq) => finished.push(seq)),
        ),
      );
      expect(finished).toEqual([1, 2, 3, 4, 5].map((step) => head + step));
      expect(await events.verifyChain(world.db, key())).toMatchObject({ broken: null, isHeadTrue: true });
    });

    test('a reader who follows the log never meets a number below one already seen', async () => {
      const seen: number[] = [];
      let isOver = false;
      const reader = (async () => {
        for (let from = await events.head(world.db); !isOver; ) {
          for (const row of await events.after(world.db, world.districtId, from)) {
            seen.push(row.seq);
            from = row.seq;
          }
          await new Promise((resolve) => setTimeout(resolve, 1));
        }
      })();
      const head = await events.head(world.db);
      await Promise.all(Array.from({ length: 12 }, (_, at) => world.addProject({ name: `示例项目${at}` })));
      const last = await events.head(world.db);
      while (seen.at(-1) !== last) await new Promise((resolve) => setTimeout(resolve, 5));
      isOver = true;
      await reader;
      expect(seen).toEqual(Array.from({ length: last - head }, (_, at) => head + 1 + at));
    });

    async function rename(tx: Tx, name: string): Promise<void> {
      await tx.updateTable('unit').set({ name }).where('id', '=', world.units.housing.id).execute();
    }

    async function nameOf(): Promise<string> {
      return (await world.db.selectFrom('unit').select('name').where('id', '=', world.units.housing.id).executeTakeFirstOrThrow()).name;
    }
  });
}
