import { afterEach, describe, expect, test } from 'vitest';
import type { Day } from '#shared/kit/calendar.ts';
import { wan } from '#shared/kit/money.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';

for (const dialect of dialects) {
  describe(`a project’s page on ${dialect}`, () => {
    let world: World;
    afterEach(() => world.close());

    test('shows everything on record of it with the names that people know', async () => {
      world = await openWorld({ dialect });
      const project = await world.addProject({ name: '城东污水处理厂扩建工程' });
      await world.addProject({ name: '另一个项目' });
      const office = world.as('office');
      await office.problems.raise({ projectId: project.id, title: '用地未批', category: 'land', raisedOn: '2026-10-20' as Day });
      await office.approvals.create({
        ...{ projectId: project.id, name: '环评批复', group: 'engineering', agencyUnitId: world.units.water.id, limitDays: 20 },
        ...{ limitUnit: 'workday', state: 'accepted', acceptedOn: '2026-09-10' as Day, dueOn: null, doneOn: null },
        ...{ documentNumber: null, tolerantUntil: null },
      });
      const page = await world.as('officer').projects.page({ id: project.id });
      expect(page).toMatchObject({
        unitName: '住建局',
        yearPlan: { annual: wan(12_000) },
        figures: { projectId: project.id, openProblems: 1, lamp: 'red' },
        steps: [{ name: '环评批复', agencyName: '水利局', clock: { phase: 'running', dueOn: '2026-10-14', overdueWorkdays: 11 } }],
        problems: [{ title: '用地未批', ownerName: null }],
        registration: null,
        ...{ returns: [], decisions: [], remarks: [], lamps: [], flags: [] },
      });
    });

    test('of a suspended project has its figures and no lamp, and of another unit’s project does not exist for an officer', async () => {
      world = await openWorld({ dialect });
      const project = await world.addProject({ name: '城东污水处理厂扩建工程', unitId: world.units.water.id });
      const { week } = (await world.as('office').board.snapshot()).header;
      await world.as('office').returns.submit({
        ...{ projectId: project.id, week, doneThisWeek: wan(800), doneThisYear: wan(800), doneAtMonthEnd: wan(800), version: 0 },
        ...{ progress: '主体施工。', problem: null, nextStep: null, request: null },
      });
      const { id, version } = project;
      const on = '2026-10-12' as Day;
      await world.as('office').projects.setStanding({ id, version, to: 'suspended', on, reason: '资金未到位，主体停工' });
      expect(await world.as('leader').projects.page({ id: project.id })).toMatchObject({
        figures: { lamp: null, reasons: [], doneThisYear: wan(800) },
        project: { standing: 'suspended' },
      });
      await expect(world.as('officer').projects.page({ id: project.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
  });
}
