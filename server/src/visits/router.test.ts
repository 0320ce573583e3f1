import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Day } from '#shared/kit/calendar.ts';
import type { Project } from '#shared/projects/schema.ts';
import { refused } from '#tests/support/refusal.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';

const today = '2026-10-29' as Day;

for (const dialect of dialects) {
  describe(`site visits on ${dialect}`, () => {
    let world: World;
    let project: Project;
    beforeAll(async () => {
      world = await openWorld({ dialect });
      project = await world.addProject({ name: '北湖片区雨污分流改造工程' });
    });
    afterAll(() => world.close());

    const reasonOf = async (act: () => Promise<unknown>) => (await refused(world, act)).details['reason'];
    const finish = async () => {
      const { project: now } = await world.as('office').projects.get({ id: project.id });
      return world.as('office').projects.moveStage({ id: project.id, version: now.version, to: 'completed', on: today });
    };
    const visit = (finding: 'complete' | 'incomplete', visitedOn = today) =>
      world.as('office').visits.record({ projectId: project.id, visitedOn, visitors: '项目办 宋科长', finding, note: null });

    test('without a visit that found it complete, a project does not finish', async () => {
      expect(await reasonOf(() => finish())).toBe('gate');
      await visit('incomplete', '2026-10-20' as Day);
      expect(await reasonOf(() => finish())).toBe('gate');
      expect((await world.as('office').projects.get({ id: project.id })).project.stage).toBe('building');
    });

    test('nobody has been there tomorrow, and nothing is written', async () => {
      const before = await world.as('office').visits.ofProject({ projectId: project.id });
      expect(await reasonOf(() => visit('complete', '2026-10-30' as Day))).toBe('date-in-future');
      expect(await world.as('office').visits.ofProject({ projectId: project.id })).toEqual(before);
    });

    test('a unit reads what was found at its site and writes nothing of it', async () => {
      expect(await world.as('officer').visits.ofProject({ projectId: project.id })).toHaveLength(1);
      const own = { projectId: project.id, visitedOn: today, visitors: '住建局', finding: 'complete' as const, note: null };
      await expect(world.as('officer').visits.record(own)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      const stranger = await world.addAccount('officer', world.units.water.id, '外人');
      await expect(world.as(stranger).visits.ofProject({ projectId: project.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    test('the card says that it is verified, and the project finishes', async () => {
      await visit('complete');
      const { cards } = await world.as('office').board.snapshot();
      expect(cards.find((card) => card.id === project.id)).toMatchObject({ isVerified: true });
      expect(await finish()).toMatchObject({ stage: 'completed', actualFinish: today });
    });

    test('a visit is put right by who has seen its latest version', async () => {
      const [latest] = await world.as('office').visits.ofProject({ projectId: project.id });
      if (!latest) throw new Error('no visit');
      const { projectId: _project, reportedDone: _reported, ...fields } = latest;
      const corrected = { ...fields, note: '绿化未完' };
      await world.as('office').visits.update(corrected);
      await expect(world.as('office').visits.update(corrected)).rejects.toMatchObject({ code: 'CONFLICT' });
      expect((await world.as('leader').visits.ofProject({ projectId: project.id }))[0]).toMatchObject({ note: '绿化未完', version: 2 });
    });
  });
}
