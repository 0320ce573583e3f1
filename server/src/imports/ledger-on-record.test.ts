import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, test } from 'vitest';
import { messyKeyProjects, workbookOf } from '#tests/fixtures/imports/lists.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';
import { applyAsSystem } from './apply-as-system.ts';
import { ledgerOnRecord } from './ledger-on-record.ts';
import { understandRecalling } from './understand.ts';

let world: World | null = null;
let folder: string | null = null;
afterEach(async () => {
  await world?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
  world = null;
  folder = null;
});

/** A database that another process could open too: on SQLite a file. */
async function open(dialect: (typeof dialects)[number]): Promise<World> {
  if (dialect === 'postgres') return openWorld({ dialect });
  folder = await mkdtemp(join(tmpdir(), 'tuijin-ledger-'));
  return openWorld({ store: { kind: 'sqlite', file: join(folder, 'tuijin.db') } });
}

describe('the ledger of an installation', () => {
  for (const dialect of dialects) {
    test(`is its projects with the plan of the year, read beside a running server (${dialect})`, async () => {
      world = await open(dialect);
      const bytes = workbookOf(messyKeyProjects);
      await applyAsSystem(world.services, understandRecalling(bytes, '台账.xlsx'), '台账.xlsx', bytes);
      const before = await world.db.selectFrom('event').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirstOrThrow();
      const found = await ledgerOnRecord(world.services.config.store, 2026);
      expect(found).toMatchObject({
        entries: expect.arrayContaining([
          expect.objectContaining({
            ...{ name: '白鹭湖水厂扩建工程', sheet: null, row: null, level: '省', stage: '新开工' },
            ...{ planStart: '2026-04', planFinish: '2026-09', totalInvestWan: 80_000, annualPlanWan: 40_000 },
          }),
        ]),
      });
      expect(await world.db.selectFrom('event').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst()).toEqual(before);
    });
  }

  it('is none where nothing is set up or opened', async () => {
    expect(await ledgerOnRecord({ kind: 'sqlite', file: '/nowhere/tuijin.db' }, 2026)).toEqual({ none: 'not-set-up' });
    expect(await ledgerOnRecord({ kind: 'postgres', url: 'postgres://nobody@127.0.0.1:1/none' }, 2026)).toEqual({ none: 'closed' });
  });
});
