import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Day } from '#shared/kit/calendar.ts';
import type { Project } from '#shared/projects/schema.ts';
import { refused } from '#tests/support/refusal.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';

const promisedOn = '2026-11-20' as Day;

for (const dialect of dialects) {
  describe(`a start with papers missing on ${dialect}`, () => {
    let world: World;
    let project: Project;
    beforeAll(async () => {
      world = await openWorld({ dialect });
      project = await world.addProject({ name: '国际物流港综合枢纽工程', stage: 'preparing' });
    });
    afterAll(() => world.close());

    const reasonOf = async (act: () => Promise<unknown>) => (await refused(world, act)).details['reason'];
    const ask = (on = promisedOn) =>
      world.as('officer').signoffs.ask({ projectId: project.id, reason: '施工队伍已进场，图审意见本月补齐', promisedOn: on });
    const start = async () => {
      const { project: now } = await world.as('office').projects.get({ id: project.id });
      return world.as('office').projects.moveStage({ id: project.id, version: now.version, to: 'started' });
    };
    const latest = async () => {
      const [signoff] = await world.as('leader').signoffs.ofProject({ projectId: project.id });
      if (!signoff) throw new Error('no sign-off');
      return signoff;
    };

    test('a leader is asked only where the permit is accepted with papers missing, and for a day to come', async () => {
      expect(await reasonOf(() => ask())).toBe('signoff-not-needed');
      await world.as('office').approvals.create({
        ...{ projectId: project.id, name: '建筑工程施工许可证', group: 'construction', agencyUnitId: null, limitDays: 7 },
        ...{ limitUnit: 'workday', state: 'tolerant', acceptedOn: '2026-10-12' as Day, dueOn: null, doneOn: null },
        ...{ documentNumber: null, tolerantUntil: promisedOn },
      });
      expect(await reasonOf(() => ask('2026-10-28' as Day))).toBe('promise-past');
      expect(await world.as('leader').signoffs.ofProject({ projectId: project.id })).toEqual([]);
    });

    test('asked once it waits, and until it is signed the project does not start', async () => {
      await ask();
      expect(await reasonOf(() => ask())).toBe('signoff-open');
      expect(await reasonOf(() => start())).toBe('gate');
    });

    test('only a leader decides', async () => {
      const decision = { id: (await latest()).id, version: 1, verdict: 'signed' as const, remark: null };
      for (const who of ['office', 'officer'] as const) {
        await expect(world.as(who).signoffs.decide(decision)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      }
      expect((await latest()).state).toBe('asked');
    });

    test('declined it may be asked again; signed the project starts', async () => {
      const decide = async (verdict: 'signed' | 'declined') => {
        const { id, version } = await latest();
        return world.as('leader').signoffs.decide({ id, version, verdict, remark: '抓紧补齐' });
      };
      await decide('declined');
      expect(await reasonOf(() => start())).toBe('gate');
      world.clock.now = '2026-10-29T08:00:00.000Z' as typeof world.clock.now;
      await ask();
      await decide('signed');
      expect(await reasonOf(() => decide('declined'))).toBe('signoff-decided');
      const { cards } = await world.as('office').board.snapshot();
      expect(cards.find((card) => card.id === project.id)).toMatchObject({ permit: 'tolerant', isSignedOff: true });
      expect(await start()).toMatchObject({ stage: 'started' });
    });
  });
}
