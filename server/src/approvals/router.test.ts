import { afterEach, describe, expect, it } from 'vitest';
import { type CreateApprovalStep, noLimit } from '#shared/approvals/schema.ts';
import { day } from '#shared/kit/calendar.ts';
import type { Project } from '#shared/projects/schema.ts';
import { refused } from '#tests/support/refusal.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';

const accepted = day('2026-10-12');

for (const dialect of dialects) {
  describe(`approval steps on ${dialect}`, () => {
    let world: World;
    afterEach(() => world.close());

    function permit(project: Project, fields: Partial<CreateApprovalStep> = {}): CreateApprovalStep {
      return {
        projectId: project.id,
        name: '建筑工程施工许可证',
        group: 'construction',
        agencyUnitId: world.units.housing.id,
        limitDays: 7,
        limitUnit: 'workday',
        state: 'pending',
        acceptedOn: null,
        dueOn: null,
        doneOn: null,
        documentNumber: null,
        tolerantUntil: null,
        ...fields,
      };
    }

    /** A project of the officer's unit with one pending permit. */
    async function withPermit() {
      world = await openWorld({ dialect });
      const project = await world.addProject({ name: '河东片区排水防涝管网提升工程', stage: 'preparing' });
      const { projectId: _project, orderKey: _order, ...step } = await world.as('office').approvals.create(permit(project));
      return { project, step };
    }

    it('a unit carries its own step from acceptance to the permit, and the leader reads it', async () => {
      const { project, step } = await withPermit();
      const running = await world.as('officer').approvals.update({ ...step, state: 'accepted', acceptedOn: accepted });
      expect(running).toMatchObject({ state: 'accepted', version: 2 });
      await world.as('officer').approvals.update({
        ...step,
        state: 'done',
        acceptedOn: accepted,
        doneOn: day('2026-10-20'),
        documentNumber: '示建施字〔2026〕12号',
        version: 2,
      });
      const [read] = await world.as('leader').approvals.ofProject({ projectId: project.id });
      expect(read).toMatchObject({ state: 'done', doneOn: '2026-10-20', version: 3 });
      expect((await world.as('office').projects.history({ id: project.id }))[0]?.action).toBe('step.updated');
    });

    it('steps stand in the order in which they were added', async () => {
      const { project } = await withPermit();
      await world.as('office').approvals.create(permit(project, { name: '竣工验收备案', group: 'completion' }));
      expect((await world.as('officer').approvals.ofProject({ projectId: project.id })).map((one) => one.name)).toEqual([
        '建筑工程施工许可证',
        '竣工验收备案',
      ]);
    });

    it.each([
      [{ state: 'accepted' }, 'accepted-on-missing'],
      [{ state: 'supplement', acceptedOn: accepted }, 'no-such-move'],
      [{ state: 'tolerant', acceptedOn: accepted }, 'tolerant-until-missing'],
      [{ state: 'tolerant', acceptedOn: accepted, tolerantUntil: day('2026-10-01') }, 'tolerant-until-before-acceptance'],
      [{ state: 'done', acceptedOn: accepted, doneOn: day('2026-10-09') }, 'done-before-acceptance'],
      [{ state: 'accepted', acceptedOn: day('2026-10-30') }, 'date-in-future'],
      [{ acceptedOn: accepted }, 'accepted-on-not-yet'],
    ] as const)('%j is refused: %s', async (fields, reason) => {
      const { step } = await withPermit();
      const failure = await refused(world, () => world.as('officer').approvals.update({ ...step, ...fields }));
      expect(failure).toMatchObject({ code: 'REFUSED', details: { reason } });
    });

    it.each([{ limitDays: 30 }, { limitDays: null }, { limitUnit: 'calendar' }, { dueOn: day('2026-12-31') }] as const)(
      'a unit does not set its own limit: %j',
      async (fields) => {
        const { project, step } = await withPermit();
        const change = await refused(world, () => world.as('officer').approvals.update({ ...step, ...fields }));
        expect(change).toMatchObject({ code: 'REFUSED', details: { reason: 'field-not-yours', fields: Object.keys(fields) } });
        const entry = await refused(world, () => world.as('officer').approvals.create(permit(project, { ...noLimit, limitDays: 30 })));
        expect(entry).toMatchObject({ code: 'REFUSED', details: { reason: 'field-not-yours', fields: ['limitDays'] } });
        expect(await world.as('office').approvals.update({ ...step, ...fields })).toMatchObject(fields);
      },
    );

    it('a unit may list a step that it needs, and leaves its limit open', async () => {
      const { project } = await withPermit();
      const listed = await world.as('officer').approvals.create(permit(project, { ...noLimit, name: '水土保持方案审批' }));
      expect(listed).toMatchObject({ name: '水土保持方案审批', limitDays: null });
    });

    it('only the office takes a step back', async () => {
      const { step } = await withPermit();
      await world.as('officer').approvals.update({ ...step, state: 'exempt' });
      const failure = await refused(world, () => world.as('officer').approvals.update({ ...step, version: 2 }));
      expect(failure).toMatchObject({ code: 'REFUSED', details: { reason: 'not-your-part' } });
      expect((await world.as('office').approvals.update({ ...step, version: 2 })).state).toBe('pending');
    });

    it('the later of two gets the newer step, and the leader changes none', async () => {
      const { step } = await withPermit();
      await world.as('office').approvals.update({ ...step, state: 'exempt' });
      const failure = await refused(world, () => world.as('office').approvals.update({ ...step, state: 'exempt' }));
      expect(failure).toMatchObject({ code: 'CONFLICT', details: { newer: { state: 'exempt', version: 2 } } });
      await expect(world.as('leader').approvals.update({ ...step, version: 2 })).rejects.toThrow('FORBIDDEN');
    });

    it('another unit’s project and its steps do not exist for the officer', async () => {
      const { step } = await withPermit();
      const foreign = await world.addProject({ name: '西泉水库除险加固', unitId: world.units.water.id });
      const theirs = await world.as('office').approvals.create(permit(foreign));
      const officer = world.as('officer');
      expect((await refused(world, () => officer.approvals.ofProject({ projectId: foreign.id }))).code).toBe('NOT_FOUND');
      expect((await refused(world, () => officer.approvals.create(permit(foreign)))).code).toBe('NOT_FOUND');
      expect((await refused(world, () => officer.approvals.update({ ...step, id: theirs.id, state: 'exempt' }))).code).toBe('NOT_FOUND');
    });
  });
}
