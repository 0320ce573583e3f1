import { afterEach, describe, expect, test } from 'vitest';
import type { Id } from '#shared/kit/ids.ts';
import type { Project } from '#shared/projects/schema.ts';
import { refused } from '#tests/support/refusal.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';

for (const dialect of dialects) {
  describe(`attachments on ${dialect}`, () => {
    let world: World;
    afterEach(() => world.close());

    /** A project, and a file that its unit's officer has sent. */
    async function withFile(): Promise<{ project: Project; fileId: Id<'file'> }> {
      world = await openWorld({ dialect });
      const project = await world.addProject({ name: '城东污水处理厂扩建工程' });
      const fileId = world.newId('file');
      await world.db
        .insertInto('file')
        .values({
          ...{ id: fileId, districtId: world.districtId, sha256: 'a'.repeat(64), size: 1024, mediaType: 'application/pdf' },
          ...{ name: '批复.pdf', receivedAt: world.clock.now, receivedBy: world.actors.officer.id },
        })
        .execute();
      return { project, fileId };
    }

    test('stand on the project’s page with what their file is, and each act is in its history', async () => {
      const { project, fileId } = await withFile();
      const officer = world.as('officer').attachments;
      const added = await officer.add({ projectId: project.id, fileId, title: '初步设计批复', kind: 'approval' });
      expect((await world.as('leader').projects.page({ id: project.id })).attachments).toMatchObject([
        { title: '初步设计批复', kind: 'approval', addedBy: '罗科员', fileName: '批复.pdf', size: 1024, mediaType: 'application/pdf' },
      ]);
      const { id } = added;
      await officer.rename({ id, version: 1, title: '初步设计及概算批复', kind: 'approval' });
      expect((await refused(world, () => officer.rename({ id, version: 1, title: '旧', kind: 'other' }))).code).toBe('CONFLICT');
      expect((await refused(world, () => officer.remove({ id, version: 1 }))).code).toBe('CONFLICT');
      await officer.remove({ id, version: 2 });
      expect((await world.as('office').projects.page({ id: project.id })).attachments).toEqual([]);
      const acts = (await world.as('office').projects.history({ id: project.id })).map((event) => event.action);
      expect(acts.slice(0, 3)).toEqual(['attachment.removed', 'attachment.renamed', 'attachment.added']);
    });

    test('take no file that somebody else has sent', async () => {
      const { project, fileId } = await withFile();
      const add = { projectId: project.id, fileId, title: '批复', kind: 'approval' } as const;
      expect((await refused(world, () => world.as('office').attachments.add(add))).code).toBe('NOT_FOUND');
    });
  });
}
