import { afterEach, describe, expect, test } from 'vitest';
import { type Day, instantAt } from '#shared/kit/calendar.ts';
import { wan } from '#shared/kit/money.ts';
import type { Project } from '#shared/projects/schema.ts';
import { refused } from '#tests/support/refusal.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';

for (const dialect of dialects) {
  describe(`a project over the years on ${dialect}`, () => {
    let world: World;
    afterEach(() => world.close());

    const on = '2026-10-12' as Day;
    const reason = '资金未到位，主体停工';
    async function page(id: Project['id']) {
      return world.as('leader').projects.page({ id });
    }

    test('is suspended, withdrawn and resumed, each time with the day and the reason, and the log tells it', async () => {
      world = await openWorld({ dialect });
      const { id } = await world.addProject({ name: '城东污水处理厂扩建工程' });
      const office = world.as('office').projects;
      await office.setStanding({ id, version: 1, to: 'suspended', on, reason });
      expect(await page(id)).toMatchObject({
        project: { standing: 'suspended', version: 2 },
        standing: { standing: 'suspended', on, reason, by: '宋科长' },
        figures: { lamp: null, reasons: [] },
      });
      expect((await world.as('office').board.snapshot()).cards).toEqual([]);
      await office.setStanding({ id, version: 2, to: 'active', on: '2026-10-20' as Day, reason: '资金到位复工' });
      expect((await world.as('office').board.snapshot()).cards).toHaveLength(1);
      const acts = (await office.history({ id })).filter((event) => event.action === 'project.standingSet');
      expect(acts.map((event) => JSON.parse(event.after ?? ''))).toMatchObject([
        { standing: 'active' },
        { standing: 'suspended', on, reason },
      ]);
    });

    test('is not suspended twice, on a day to come, against an older version, nor by its own unit', async () => {
      world = await openWorld({ dialect });
      const { id } = await world.addProject({ name: '城东污水处理厂扩建工程' });
      const act = { id, version: 1, to: 'suspended', on, reason } as const;
      const office = world.as('office').projects;
      expect((await refused(world, () => office.setStanding({ ...act, to: 'active' }))).details).toMatchObject({ reason: 'same-standing' });
      const later = { ...act, on: '2026-10-30' as Day };
      expect((await refused(world, () => office.setStanding(later))).details).toMatchObject({ reason: 'date-in-future' });
      expect((await refused(world, () => office.setStanding({ ...act, version: 7 }))).code).toBe('CONFLICT');
      await expect(world.as('officer').projects.setStanding(act)).rejects.toThrow('FORBIDDEN');
    });

    test('keeps which unit had it when', async () => {
      world = await openWorld({ dialect });
      const project = await world.addProject({ name: '城东污水处理厂扩建工程' });
      world.clock.now = instantAt('2026-11-02' as Day, '10:00');
      const { key: _key, districtId: _district, stage: _stage, standing: _standing, ...fields } = project;
      await world.as('office').projects.update({ ...fields, unitId: world.units.water.id });
      expect((await page(project.id)).tenures).toMatchObject([
        { unitName: '住建局', from: '2026-10-29', to: '2026-11-02' },
        { unitName: '水利局', from: '2026-11-02', to: null },
      ]);
    });

    test('has its plan frozen once as a baseline; what changes afterwards stands beside it and says why', async () => {
      world = await openWorld({ dialect });
      const { id: projectId } = await world.addProject({ name: '城东污水处理厂扩建工程' });
      const office = world.as('office').projects;
      const plan = { projectId, year: 2026, annual: wan(12_000), byMonth: null, doneBeforeYear: wan(0) };
      const frozen = await office.approveYearPlan({ projectId, year: 2026, version: 1 });
      expect(frozen).toMatchObject({ version: 2, baseline: { annual: wan(12_000), approvedOn: '2026-10-29', approvedBy: '宋科长' } });
      const again = await refused(world, () => office.approveYearPlan({ projectId, year: 2026, version: 2 }));
      expect(again.details).toMatchObject({ reason: 'plan-approved' });

      const less = { ...plan, annual: wan(9_000), version: 2 };
      expect((await refused(world, () => office.setYearPlan(less))).details).toMatchObject({ reason: 'plan-change-unexplained' });
      const changed = await office.setYearPlan({ ...less, reason: '征迁滞后，常务会同意调减' });
      expect(changed).toMatchObject({ annual: wan(9_000), version: 3, baseline: { annual: wan(12_000) } });
      const seen = await page(projectId);
      expect(seen.planChanges).toMatchObject([{ from: wan(12_000), to: wan(9_000), reason: '征迁滞后，常务会同意调减', by: '宋科长' }]);
      // 序时 reads the current plan: ten months of twelve, but for two days.
      expect(seen.figures?.plannedToDate).toBeLessThan(wan(7_500));
    });

    test('has no plan approved that is not there or was changed meanwhile', async () => {
      world = await openWorld({ dialect });
      const { id: projectId } = await world.addProject({ name: '城东污水处理厂扩建工程' });
      const office = world.as('office').projects;
      expect((await refused(world, () => office.approveYearPlan({ projectId, year: 2027, version: 1 }))).code).toBe('NOT_FOUND');
      expect((await refused(world, () => office.approveYearPlan({ projectId, year: 2026, version: 4 }))).code).toBe('CONFLICT');
    });
  });
}
