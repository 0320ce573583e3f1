import { afterEach, describe, expect, it } from 'vitest';
import { type CreateApprovalStep, noLimit, type TellStep, updateOf } from '#shared/approvals/schema.ts';
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
      const step = updateOf(await world.as('office').approvals.create(permit(project)));
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
      // That what they ask no longer fits it is not what they have to know first.
      const entry = { kind: 'accepted', on: day('2026-10-20') } as const;
      const told = { id: step.id, version: 1, entry, documentNumber: null, validUntil: null };
      for (const act of [
        () => world.as('office').approvals.tell(told),
        () => world.as('office').approvals.takeBack({ id: step.id, version: 1 }),
        () => world.as('office').approvals.update({ ...step, state: 'done', doneOn: day('2026-10-21') }),
      ])
        expect(await refused(world, act)).toMatchObject({ code: 'CONFLICT', details: { newer: { version: 2 }, changedBy: '宋科长' } });
      await expect(world.as('leader').approvals.update({ ...step, version: 2 })).rejects.toThrow('FORBIDDEN');
    });

    it('what happens to a step is told entry by entry, and the clock leaves out what stood still', async () => {
      const { project, step } = await withPermit();
      const officer = world.as('officer').approvals;
      const tell = (version: number, entry: TellStep['entry']) =>
        officer.tell({ id: step.id, version, entry, documentNumber: null, validUntil: null });
      await tell(1, { kind: 'accepted', on: day('2026-10-12') });
      await tell(2, { kind: 'stopped', on: day('2026-10-14'), cause: 'supplement', note: '缺监理合同' });
      expect(await tell(3, { kind: 'resumed', on: day('2026-10-26') })).toMatchObject({ state: 'accepted', version: 4 });
      const { steps } = await officer.plan({ projectId: project.id, assumed: null });
      expect(steps[0]?.clock).toMatchObject({ phase: 'running', usedDays: 5, dueOn: '2026-11-02' });
      const done = await officer.tell({
        ...{ id: step.id, version: 4, entry: { kind: 'done', on: day('2026-10-29') } },
        ...{ documentNumber: '示建施字〔2026〕31号', validUntil: day('2027-10-29') },
      });
      expect(done).toMatchObject({ state: 'done', doneOn: '2026-10-29', documentNumber: '示建施字〔2026〕31号', validUntil: '2027-10-29' });
      expect((await world.as('office').projects.history({ id: project.id })).filter((one) => one.action === 'step.updated')).toHaveLength(
        4,
      );
    });

    it('an order that cannot be is refused, and nothing changes', async () => {
      const { step } = await withPermit();
      const failure = await refused(world, () =>
        world.as('officer').approvals.tell({
          ...{ id: step.id, version: 1, entry: { kind: 'resumed', on: accepted } as const, documentNumber: null, validUntil: null },
        }),
      );
      expect(failure).toMatchObject({ code: 'REFUSED', details: { reason: 'wrong-order', phase: 'waiting' } });
    });

    it('the office takes back what was told wrongly; nobody else does', async () => {
      const { step } = await withPermit();
      const entry = { kind: 'exempt', on: null, reason: '利旧，不涉及' } as const;
      await world.as('officer').approvals.tell({ id: step.id, version: 1, entry, documentNumber: null, validUntil: null });
      await expect(world.as('officer').approvals.takeBack({ id: step.id, version: 2 })).rejects.toThrow('FORBIDDEN');
      expect(await world.as('office').approvals.takeBack({ id: step.id, version: 2 })).toMatchObject({ state: 'pending', version: 3 });
      const failure = await refused(world, () => world.as('office').approvals.takeBack({ id: step.id, version: 3 }));
      expect(failure.details.reason).toBe('nothing-told');
    });

    it('the agency tells how its step of another unit’s project goes, sees it in its list, and no more of the project', async () => {
      world = await openWorld({ dialect });
      const foreign = await world.addProject({ name: '西泉水库除险加固', unitId: world.units.water.id });
      const officer = world.as('officer').approvals;
      const own = await world.as('office').approvals.create(permit(foreign, { agencyUnitId: world.actors.officer.unitId }));
      const other = await world.as('office').approvals.create(permit(foreign, { name: '取水许可', agencyUnitId: world.units.water.id }));
      await officer.tell({ id: own.id, version: 1, entry: { kind: 'accepted', on: accepted }, documentNumber: null, validUntil: null });
      expect(await officer.waiting({ agencyId: null })).toMatchObject([
        { id: own.id, projectName: '西泉水库除险加固', stage: foreign.stage, isOwn: false, clock: { phase: 'running' } },
      ]);
      const entry = { kind: 'accepted', on: accepted } as const;
      const failure = await refused(world, () => officer.tell({ id: other.id, version: 1, entry, documentNumber: null, validUntil: null }));
      expect(failure.code).toBe('NOT_FOUND');
      expect((await refused(world, () => officer.plan({ projectId: foreign.id, assumed: null }))).code).toBe('NOT_FOUND');
      expect((await refused(world, () => officer.waiting({ agencyId: world.units.water.id }))).code).toBe('NOT_FOUND');
    });

    it('what waits with an agency stands with the longest first', async () => {
      world = await openWorld({ dialect });
      const project = await world.addProject({ name: '河东片区排水防涝管网提升工程' });
      for (const on of ['2026-10-20', '2026-09-28', '2026-10-12'])
        await world.as('office').approvals.create(permit(project, { name: `许可${on}`, state: 'accepted', acceptedOn: day(on) }));
      const waiting = await world.as('leader').approvals.waiting({ agencyId: world.units.housing.id });
      expect(waiting.map((row) => row.acceptedOn)).toEqual(['2026-09-28', '2026-10-12', '2026-10-20']);
      expect(await world.as('leader').approvals.waiting({ agencyId: world.units.water.id })).toEqual([]);
    });

    it('a project’s steps come from the template in force and keep its edition when a newer one is kept', async () => {
      world = await openWorld({ dialect });
      const office = world.as('office').approvals;
      const built = await office.template({ kind: 'filing' });
      expect(built).toMatchObject({ edition: 0, editions: [] });
      const promised = built.steps.map((step) => ({ ...step, promised: { days: 5, unit: 'workday' as const } }));
      await office.keepTemplate({ kind: 'filing', edition: 0, steps: promised });
      const first = await world.addProject({ name: '备案一号', track: 'filing' });
      expect(await world.as('officer').approvals.fromTemplate({ projectId: first.id })).toEqual({ added: built.steps.length });
      await office.keepTemplate({ kind: 'filing', edition: 1, steps: promised.slice(0, 3) });
      const { steps, plan, templates } = await office.plan({ projectId: first.id, assumed: null });
      expect(templates).toMatchObject([{ kind: 'filing', edition: 1 }]);
      expect(new Set(steps.map((step) => step.templateId)).size).toBe(1);
      expect(steps.find((step) => step.name.includes('施工许可'))).toMatchObject({ limitDays: 5, state: 'pending' });
      expect(plan.path.length).toBeGreaterThan(2);
      const again = await refused(world, () => office.fromTemplate({ projectId: first.id }));
      expect(again.details.reason).toBe('steps-all-listed');
    });

    it('reconstruction lists what it leaves out with the reason, and a step that is there is not listed twice', async () => {
      world = await openWorld({ dialect });
      const project = await world.addProject({ name: '水毁道路恢复重建工程', kind: 'reconstruction' });
      await world.as('office').approvals.create(permit(project));
      await world.as('office').approvals.fromTemplate({ projectId: project.id });
      const { steps } = await world.as('leader').approvals.plan({ projectId: project.id, assumed: null });
      expect(steps.filter((step) => step.name === '建筑工程施工许可证')).toHaveLength(1);
      expect(steps.find((step) => step.name === '项目建议书批复')?.clock).toMatchObject({ phase: 'exempt' });
      expect(steps.find((step) => step.name === '项目建议书批复')?.clock.exemptReason).toContain('并入');
    });

    it.each([
      ['a circle', 'steps-in-circle', (ref: string, other: string) => (step: { ref: string }) => (step.ref === ref ? [other] : [ref])],
      ['a step that is not there', 'need-unknown', () => () => ['gone']],
    ] as const)('a template with %s is refused', async (_, reason, needsOf) => {
      world = await openWorld({ dialect });
      const { steps } = await world.as('office').approvals.template({ kind: 'approval' });
      const [a, b] = steps;
      if (!a || !b) throw new Error('the template has steps');
      const wrong = [a, b].map((step) => ({ ...step, needs: [...needsOf(a.ref, b.ref)(step)] }));
      const failure = await refused(world, () => world.as('office').approvals.keepTemplate({ kind: 'approval', edition: 0, steps: wrong }));
      expect(failure.details.reason).toBe(reason);
    });

    it('of two who began from one edition of a template the later is told', async () => {
      world = await openWorld({ dialect });
      const office = world.as('office').approvals;
      const { steps } = await office.template({ kind: 'approval' });
      await office.keepTemplate({ kind: 'approval', edition: 0, steps });
      const failure = await refused(world, () => office.keepTemplate({ kind: 'approval', edition: 0, steps }));
      expect(failure).toMatchObject({ code: 'CONFLICT', details: { newer: { edition: 1 } } });
    });

    it('steps that would need each other in a circle are refused; what if is shown beside the plan and changes nothing', async () => {
      const { project, step } = await withPermit();
      const office = world.as('office').approvals;
      const before = await office.create(permit(project, { name: '施工图审查', limitDays: 10 }));
      await office.setTerms({ id: step.id, version: 1, terms: null, needs: [before.id] });
      const failure = await refused(world, () => office.setTerms({ id: before.id, version: 1, terms: null, needs: [step.id] }));
      expect(failure.details).toMatchObject({ reason: 'steps-in-circle', names: ['建筑工程施工许可证', '施工图审查'] });
      const assumed = { id: before.id, as: 'done', on: day('2026-10-30') } as const;
      const { plan, whatIf } = await world.as('officer').approvals.plan({ projectId: project.id, assumed });
      expect(plan).toMatchObject({ holder: before.id, path: [before.id, step.id], readyOn: '2026-11-23' });
      expect(whatIf?.plan.readyOn).toBe('2026-11-10');
      expect((await office.ofProject({ projectId: project.id }))[1]).toMatchObject({ state: 'pending', version: 1 });
    });

    it('joint approval counts items, those not needed left out', async () => {
      const { project, step } = await withPermit();
      const office = world.as('office').approvals;
      await office.update({ ...step, state: 'done', acceptedOn: accepted, doneOn: day('2026-10-20') });
      await office.create(permit(project, { name: '人防审批', agencyUnitId: null }));
      await office.create(permit(project, { name: '节能审查', state: 'exempt' }));
      expect(await world.as('leader').approvals.joint()).toMatchObject({
        ...{ needed: 2, done: 1, months: [{ month: '2026-10', done: 1, doneToDate: 1 }] },
        agency: [
          { key: world.units.housing.shortName, needed: 1, done: 1 },
          { name: null, needed: 1, done: 0 },
        ],
      });
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
