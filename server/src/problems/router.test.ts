import { afterEach, describe, expect, it } from 'vitest';
import { day } from '#shared/kit/calendar.ts';
import { updateOf } from '#shared/problems/flow.ts';
import type { Problem, UpdateProblem } from '#shared/problems/schema.ts';
import { refused } from '#tests/support/refusal.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';

const today = day('2026-10-29');

function changed(problem: Problem, fields: Partial<UpdateProblem>) {
  return { ...updateOf(problem), ...fields };
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

    /** The problem assigned to the water bureau, with the town's own unit to help. */
    async function assignedElsewhere() {
      const { project, problem } = await raised();
      const water = await world.addAccount('officer', world.units.water.id, '钱科员');
      const assigned = await world
        .as('office')
        .problems.update(
          changed(problem, { state: 'assigned', ownerUnitId: world.units.water.id, helperUnitIds: [world.units.housing.id] }),
        );
      return { project, assigned, water };
    }

    it('the owner of another’s project finds it in its list, answers with evidence and says that it is solved', async () => {
      const { assigned, water } = await assignedElsewhere();
      const [found] = await world.as(water).problems.listed();
      expect(found).toMatchObject({ part: 'owner', isOwnProject: false, projectName: '河东片区排水防涝管网提升工程', answers: [] });
      const file = world.newId('file');
      await world.db
        .insertInto('file')
        .values({
          ...{ id: file, districtId: world.districtId, sha256: 'a'.repeat(64), size: 1024, mediaType: 'application/pdf', name: '协议.pdf' },
          ...{ receivedAt: world.clock.now, receivedBy: water.id, boundAt: null },
        })
        .execute();
      const given = { id: assigned.id, version: assigned.version, text: '迁改协议已签', saysSolved: true, fileIds: [file] };
      expect(await world.as(water).problems.answer(given)).toMatchObject({ state: 'solved', solvedOn: today, version: 3 });
      const [listed] = await world.as('office').problems.listed();
      expect(listed?.answers).toMatchObject([{ text: '迁改协议已签', saysSolved: true, answeredByName: '钱科员', files: [{ id: file }] }]);
    });

    it('a helper tells how far it is; that it is solved says the owner', async () => {
      const { assigned } = await assignedElsewhere();
      const given = { id: assigned.id, version: assigned.version, text: '三户已谈两户', fileIds: [] };
      const failure = await refused(world, () => world.as('officer').problems.answer({ ...given, saysSolved: true }));
      expect(failure.details).toMatchObject({ reason: 'helper-says-solved' });
      expect(await world.as('officer').problems.answer({ ...given, saysSolved: false })).toMatchObject({ state: 'assigned', version: 3 });
    });

    it('what is not enough goes back with the reason, to be answered again', async () => {
      const { assigned, water } = await assignedElsewhere();
      const early = await refused(world, () =>
        world.as('office').problems.sendBack({ id: assigned.id, version: assigned.version, reason: '未见协议' }),
      );
      expect(early.details).toMatchObject({ reason: 'problem-not-solved' });
      const said = { text: '已解决', saysSolved: true, fileIds: [] };
      const solved = await world.as(water).problems.answer({ id: assigned.id, version: assigned.version, ...said });
      const again = await refused(world, () => world.as(water).problems.answer({ id: solved.id, version: solved.version, ...said }));
      expect(again.details).toMatchObject({ reason: 'problem-not-open' });
      const back = await world.as('office').problems.sendBack({ id: solved.id, version: solved.version, reason: '未见协议' });
      expect(back).toMatchObject({ state: 'assigned', solvedOn: null });
      const [listed] = await world.as(water).problems.listed();
      expect(listed?.answers[0]).toMatchObject({ sentBackReason: '未见协议' });
    });

    it('who has no part in a problem does not find it, and a project’s unit only reads what is another’s', async () => {
      const { assigned } = await assignedElsewhere();
      const alone = await world.as('office').problems.update(changed(assigned, { helperUnitIds: [] }));
      const given = { id: alone.id, version: alone.version, text: '已办', saysSolved: false, fileIds: [] };
      expect((await refused(world, () => world.as('officer').problems.answer(given))).code).toBe('FORBIDDEN');
      const other = await world.addUnit('交通局');
      const stranger = await world.addAccount('officer', other.id, '孙科员');
      expect(await world.as(stranger).problems.listed()).toEqual([]);
      expect((await refused(world, () => world.as(stranger).problems.answer(given))).code).toBe('NOT_FOUND');
    });

    it('an owner does not help itself', async () => {
      const { problem } = await raised();
      const own = { ownerUnitId: world.units.water.id, helperUnitIds: [world.units.water.id] };
      const failure = await refused(world, () => world.as('office').problems.update(changed(problem, own)));
      expect(failure.details).toMatchObject({ reason: 'helper-is-owner' });
    });
  });
}
