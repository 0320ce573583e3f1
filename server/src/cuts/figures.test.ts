import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { standing } from '#shared/approvals/clock.ts';
import { ApprovalState, type ApprovalStep, untold } from '#shared/approvals/schema.ts';
import { type Day, day } from '#shared/kit/calendar.ts';
import { OrderKey, sequence } from '#shared/kit/rank.ts';
import type { Project } from '#shared/projects/schema.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';
import * as approvals from '../approvals/store.ts';
import * as calendars from '../calendar/store.ts';
import { loadFigures } from './figures.ts';

const dates: (Day | null)[] = [null, day('2026-09-01'), day('2026-10-29'), day('2026-11-20')];
const days = [day('2026-08-31'), day('2026-10-28'), day('2026-10-29'), day('2026-12-31')];

for (const dialect of dialects) {
  describe(`the figures of projects on ${dialect}`, () => {
    let world: World;
    let everyKind: Project;
    let exemptAlone: Project;
    let without: Project;

    beforeAll(async () => {
      world = await openWorld({ dialect });
      everyKind = await world.addProject({ name: '示例一路改造工程' });
      exemptAlone = await world.addProject({ name: '示例二路改造工程', unitId: world.units.water.id });
      without = await world.addProject({ name: '示例三路改造工程' });
      const kinds = ApprovalState.options.flatMap((state) =>
        dates.flatMap((acceptedOn) => dates.map((doneOn) => ({ state, acceptedOn, doneOn }))),
      );
      const keys = sequence(kinds.length);
      const step = (project: Project, at: number, fields: Pick<ApprovalStep, 'state' | 'acceptedOn' | 'doneOn'>): ApprovalStep => ({
        id: world.newId('approvalStep'),
        projectId: project.id,
        name: `手续${at}`,
        group: 'construction',
        agencyUnitId: world.units.housing.id,
        limitDays: 7,
        limitUnit: 'workday',
        dueOn: null,
        documentNumber: null,
        tolerantUntil: null,
        ...untold,
        orderKey: OrderKey.parse(keys[at]),
        version: 1,
        ...fields,
      });
      await world.db.transaction().execute(async (tx) => {
        for (const [at, fields] of kinds.entries()) await approvals.insert(tx, step(everyKind, at, fields));
        await approvals.insert(tx, step(exemptAlone, 0, { state: 'exempt', acceptedOn: null, doneOn: null }));
      });
    });
    afterAll(() => world.close());

    const figures = async (asOf: Day) => loadFigures(world.db, { districtId: world.districtId, asOf });

    test('steps are counted as the clock sees them, on whatever day one looks', async () => {
      const calendar = await calendars.load(world.db);
      for (const asOf of days) {
        const steps = await approvals.list(world.db, world.districtId, [everyKind.id]);
        const phases = steps.map((step) => standing(step, asOf, calendar).phase);
        const row = (await figures(asOf)).find(({ projectId }) => projectId === everyKind.id);
        expect(row?.stepsDone, asOf).toBe(phases.filter((phase) => phase === 'finished').length);
        expect(row?.stepsNeeded, asOf).toBe(phases.filter((phase) => phase !== 'exempt').length);
        const named = steps.find((step) => step.name === row?.nextStep?.name);
        expect(named && standing(named, asOf, calendar).overdueWorkdays, asOf).toBe(row?.nextStep?.overdueDays);
      }
    });

    test('a project that needs none of its steps has none late; one without steps is not judged by them', async () => {
      const rows = await figures(day('2026-10-29'));
      const judged = (project: Project) =>
        rows.find(({ projectId }) => projectId === project.id)?.reasons.some(({ metric }) => metric === 'stepOverdueWorkdays');
      expect(judged(exemptAlone)).toBe(true);
      expect(judged(without)).toBe(false);
    });

    test('a problem counts from the day it was raised to the day before it was solved', async () => {
      const [raisedOn, solvedOn] = [day('2026-10-20'), day('2026-10-27')];
      const raised = await world
        .as('officer')
        .problems.raise({ projectId: without.id, title: '管线迁改未完成', category: 'other', raisedOn });
      const open = async (asOf: Day) => (await figures(asOf)).find(({ projectId }) => projectId === without.id)?.openProblems;
      expect([await open(day('2026-10-19')), await open(raisedOn), await open(day('2026-10-29'))]).toEqual([0, 1, 1]);
      await world.db.updateTable('problem').set({ state: 'solved', solvedOn }).where('id', '=', raised.id).execute();
      expect([await open(day('2026-10-19')), await open(day('2026-10-26')), await open(solvedOn)]).toEqual([0, 1, 0]);
    });

    test('a part of the district says of its projects what the whole says', async () => {
      const asOf = day('2026-10-29');
      const all = await figures(asOf);
      const reach = { scope: 'own', districtId: world.districtId, unitIds: [world.units.water.id] } as const;
      const own = await loadFigures(world.db, { districtId: world.districtId, asOf, reach: { ...reach, unitIds: [...reach.unitIds] } });
      expect(own).toEqual(all.filter(({ projectId }) => projectId === exemptAlone.id));
      const projectIds = [everyKind.id, without.id];
      expect(await loadFigures(world.db, { districtId: world.districtId, asOf, projectIds })).toEqual(
        all.filter(({ projectId }) => projectIds.includes(projectId)),
      );
      expect(await loadFigures(world.db, { districtId: world.districtId, asOf, projectIds: [] })).toEqual([]);
    });
  });
}
