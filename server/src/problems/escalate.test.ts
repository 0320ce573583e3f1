import { afterEach, describe, expect, it } from 'vitest';
import { day, instantAt } from '#shared/kit/calendar.ts';
import { usualLimits } from '#shared/limits/schema.ts';
import { refused } from '#tests/support/refusal.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';
import { escalateProblems } from './escalate.ts';

for (const dialect of dialects) {
  describe(`the ladder of problems on ${dialect}`, () => {
    let world: World;
    afterEach(() => world.close());

    /** Raised on Thursday 2026-10-29, today: its five working days end on 5 November. */
    async function raised() {
      world = await openWorld({ dialect });
      const project = await world.addProject({ name: '河东片区排水防涝管网提升工程' });
      const given = { projectId: project.id, title: '3户征收补偿未达成一致', category: 'demolition', raisedOn: day('2026-10-29') } as const;
      await world.as('officer').problems.raise(given);
      return project;
    }

    async function climbing(): Promise<string[]> {
      const rows = await world.db.selectFrom('event').select('action').where('action', '=', 'problem.escalated').execute();
      return rows.map((row) => row.action);
    }

    it('what was not solved in its days climbs at midnight, once, with an event of its own', async () => {
      const project = await raised();
      world.clock.now = instantAt(day('2026-11-05'), '23:00');
      await escalateProblems(world.services);
      expect(await climbing()).toEqual([]);
      world.clock.now = instantAt(day('2026-11-06'), '00:00');
      await escalateProblems(world.services);
      await escalateProblems(world.services);
      expect(await climbing()).toHaveLength(1);
      const [problem] = await world.as('office').problems.ofProject({ projectId: project.id });
      expect(problem).toMatchObject({ rung: 'office', rungSince: '2026-11-06', version: 2 });
    });

    it('a server that stood still moves it one rung when it is back, and on a day off it waits', async () => {
      const project = await raised();
      world.clock.now = instantAt(day('2026-11-28'), '08:00');
      await escalateProblems(world.services);
      expect(await climbing()).toEqual([]);
      world.clock.now = instantAt(day('2026-11-30'), '08:00');
      await escalateProblems(world.services);
      expect(await world.as('office').problems.ofProject({ projectId: project.id })).toMatchObject([{ rung: 'office' }]);
    });

    it('the office sets the days, against the version that it saw', async () => {
      await raised();
      const limits = { ...usualLimits, problemDays: { ...usualLimits.problemDays, unit: 2 } };
      expect(await world.as('officer').limits.get()).toEqual(usualLimits);
      expect(await world.as('office').limits.set(limits)).toMatchObject({ problemDays: { unit: 2 }, version: 1 });
      expect(await refused(world, () => world.as('office').limits.set(limits))).toMatchObject({
        code: 'CONFLICT',
        details: { newer: { version: 1 } },
      });
      await world.as('office').limits.set({ ...limits, problemDays: { unit: null, office: 5, leader: 5, meeting: null }, version: 1 });
      world.clock.now = instantAt(day('2026-11-25'), '08:00');
      await escalateProblems(world.services);
      expect(await climbing()).toEqual([]);
    });
  });
}
