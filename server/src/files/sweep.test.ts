import { createHash } from 'node:crypto';
import { readdir, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { addMs } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import { known } from '#tests/support/known.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';
import { folderStore } from './folder.ts';
import * as files from './store.ts';
import { sweepFiles } from './sweep.ts';

const DAY_MS = 24 * 3_600_000;

for (const dialect of dialects) {
  describe(`files that hang on nothing, on ${dialect}`, () => {
    let world: World;
    afterEach(() => world.close());

    async function sent(text: string, daysAgo: number): Promise<Id<'file'>> {
      const bytes = Buffer.from(text);
      const sha256 = await world.services.files.put(bytes);
      const id = world.newId('file');
      const receivedAt = addMs(world.clock.now, -daysAgo * DAY_MS);
      await world.db.transaction().execute((tx) =>
        files.insert(tx, {
          ...{ id, districtId: world.districtId, sha256, size: bytes.length, mediaType: 'application/pdf' },
          ...{ name: `${text}.pdf`, receivedAt, receivedBy: world.actors.officer.id },
        }),
      );
      return id;
    }

    const ids = async () => (await world.db.selectFrom('file').select('id').orderBy('id').execute()).map(({ id }) => id);

    test('go after a week, by themselves and with their event; what hangs somewhere stays', async () => {
      world = await openWorld({ dialect });
      const project = await world.addProject({ name: '城东污水处理厂扩建工程' });
      const [old, hung, fresh] = [await sent('旧稿', 8), await sent('批复', 8), await sent('新稿', 6)];
      const officer = world.as('officer').attachments;
      const added = await officer.add({ projectId: project.id, fileId: hung, title: '批复', kind: 'approval' });
      await sweepFiles(world.services);
      expect(await ids()).toEqual([hung, fresh]);
      const [event] = await world.db.selectFrom('event').selectAll().where('action', '=', 'file.swept').execute();
      expect(event).toMatchObject({ entityId: old, actorId: 'system' });
      // What once hung somewhere is named by the log.
      await officer.remove({ id: added.id, version: 1 });
      await sweepFiles(world.services);
      expect(await ids()).toEqual([hung, fresh]);
      expect(await world.db.selectFrom('event').select('seq').where('action', '=', 'file.swept').execute()).toHaveLength(1);
    });
  });
}

describe('the file store', () => {
  const folder = path.join(tmpdir(), `tuijin-files-${process.pid}`);
  const store = folderStore(folder);
  const placeOf = (sha256: string) => path.join(folder, sha256.slice(0, 2), sha256);
  const long = new Date('2026-01-01');

  test('lets go of bytes, but not of those that somebody has put again just now', async () => {
    const bytes = Buffer.from('同一份批复');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await store.put(bytes);
    await utimes(placeOf(sha256), long, long);
    await store.put(bytes);
    await store.remove(sha256);
    const kept = known(await store.open(sha256));
    await utimes(placeOf(sha256), long, long);
    await store.remove(sha256);
    expect(await store.open(sha256)).toBeNull();
    // Whoever had begun to read reads on.
    expect(Buffer.concat(await kept.toArray())).toEqual(bytes);
    await store.remove(sha256);
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
