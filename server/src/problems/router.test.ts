import { afterEach, describe, expect, it } from 'vitest';
import { day } from '#shared/kit/calendar.ts';
import type { Problem } from '#shared/problems/schema.ts';
import { refused } from '#tests/support/refusal.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';

const today = day('2026-10-29');

function changed({ projectId: _project, raisedOn: _raised, ...problem }: Problem, fields: Partial<Problem>) {
  return { ...problem, ...fields };
}

for (const dialect of dialects) {
  describe(`problems on ${dialect}`, () => {
    let world: World;
    afterEach(() => world.close());

    async function raised() {
      world = await openWorld({ dialect });
      const project = await world.addProject({ name: '河东片区排水防涝管网提升工程' });
      const given = { projectId: project.id, title: '3户征收补偿未达成一致', category: 'demolition', raisedOn: day('2026-10-20') } as const;
      return { project, given, problem: await world.as('officer').problems.raise(given) };
    }

    it('a problem is raised by the unit, assigned by the office, solved by the unit and closed by the office', async () => {
      const { project, problem } = await raised();
      expect(problem).toMatchObject({ state: 'raised', rung: 'unit', version: 1 });
      const assigned = await world
        .as('office')
        .problems.update(
          changed(problem, { state: 'assigned', rung: 'office', ownerUnitId: world.units.water.id, dueOn: day('2026-11-10') }),
        );
      const solved = await world.as('officer').problems.update(changed(assigned, { state: 'solved', solvedOn: today }));
      const closed = await world.as('office').problems.update(changed(solved, { state: 'closed', closedOn: today }));
      expect(closed).toMatchObject({ state: 'closed', ownerUnitId: world.units.water.id, version: 4 });
      expect(await world.as('leader').problems.ofProject({ projectId: project.id })).toEqual([closed]);
    });

    it('a unit does not close its own problem, nor say who deals with it', async () => {
      const { problem } = await raised();
      const solved = await world.as('officer').problems.update(changed(problem, { state: 'solved', solvedOn: today }));
      for (const fields of [{ state: 'closed', closedOn: today }, { dueOn: day('2026-12-01') }, { rung: 'leader' }] as const) {
        const failure = await refused(world, () => world.as('officer').problems.update(changed(solved, fields)));
        expect(failure).toMatchObject({ code: 'REFUSED', details: { reason: 'not-your-part' } });
      }
      expect((await world.as('officer').problems.update(changed(solved, { rung: 'office' }))).rung).toBe('office');
    });

    it.each([
      [{ state: 'closed', closedOn: today }, 'no-such-move'],
      [{ state: 'assigned' }, 'owner-missing'],
      [{ state: 'solved' }, 'solved-on-missing'],
      [{ state: 'solved', solvedOn: day('2026-10-19') }, 'dates-out-of-order'],
      [{ state: 'solved', solvedOn: day('2026-10-30') }, 'date-in-future'],
      [{ solvedOn: today }, 'solved-on-not-yet'],
    ] as const)('the office’s %j is refused: %s', async (fields, reason) => {
      const { problem } = await raised();
      const failure = await refused(world, () => world.as('office').problems.update(changed(problem, fields)));
      expect(failure).toMatchObject({ code: 'REFUSED', details: { reason } });
    });

    it('a problem is not raised for a day to come, nor for another unit’s project', async () => {
      const { given } = await raised();
      const foreign = await world.addProject({ name: '西泉水库除险加固', unitId: world.units.water.id });
      const later = await refused(world, () => world.as('officer').problems.raise({ ...given, raisedOn: day('2026-10-30') }));
      expect(later.details).toMatchObject({ reason: 'date-in-future' });
      expect((await refused(world, () => world.as('officer').problems.raise({ ...given, projectId: foreign.id }))).code).toBe('NOT_FOUND');
    });

    it('the later of two gets the newer problem', async () => {
      const { problem } = await raised();
      await world.as('office').problems.update(changed(problem, { rung: 'leader' }));
      const failure = await refused(world, () => world.as('office').problems.update(changed(problem, { rung: 'meeting' })));
      expect(failure).toMatchObject({ code: 'CONFLICT', details: { newer: { rung: 'leader', version: 2 } } });
    });
  });
}
