import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Day, instantAt, Month, type Week } from '#shared/kit/calendar.ts';
import { wan } from '#shared/kit/money.ts';
import type { Project } from '#shared/projects/schema.ts';
import { refused } from '#tests/support/refusal.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';
import { turnYears } from './turn.ts';

for (const dialect of dialects) {
  describe(`carrying projects into a year on ${dialect}`, () => {
    let world: World;
    let road: Project;
    afterEach(() => world.close());
    beforeEach(async () => {
      world = await openWorld({ dialect, now: instantAt('2026-12-20' as Day, '10:00') });
      road = await world.addProject({ name: '环城路改造', plannedFinish: Month.parse('2027-06'), doneBeforeYear: wan(8_000) });
      await world.db
        .insertInto('weekly_return')
        .values({
          ...{
            id: world.newId('weeklyReturn'),
            projectId: road.id,
            districtId: world.districtId,
            week: '2026-W50' as Week,
            state: 'accepted',
          },
          ...{ doneThisWeek: wan(1), doneThisYear: wan(11_000), doneAtMonthEnd: null, progress: '', problem: null, nextStep: null },
          ...{ request: null, sentBackReason: null, submittedAt: world.clock.now, submittedBy: '罗科员', version: 1 },
        })
        .execute();
    });
    const row = (changes: object = {}) => ({
      projectId: road.id,
      yearClass: 'finishing' as const,
      annual: wan(31_000),
      version: 0,
      ...changes,
    });

    test('last year’s figures become what was done before, and the rest is proposed', async () => {
      await world.addProject({ name: '老桥', stage: 'completed' });
      const preview = await world.as('office').projects.carryPreview({ year: 2027 });
      expect(
        preview.map(({ name, yearClass, proposal, has, refusal }) => ({
          name,
          yearClass,
          proposal,
          has,
          refusal: refusal?.reason ?? null,
        })),
      ).toEqual([
        {
          ...{ name: '环城路改造', yearClass: 'continued', has: null, refusal: null },
          proposal: { yearClass: 'finishing', doneBeforeYear: wan(19_000), annual: wan(31_000) },
        },
        expect.objectContaining({ name: '老桥', refusal: 'carry-finished' }),
      ]);
    });

    test('before the year begins its list has the new class, and this year’s keeps the old one', async () => {
      const office = world.as('office').projects;
      await office.carryOver({ year: 2027, rows: [row()] });
      expect((await office.get({ id: road.id })).project.yearClass).toBe('continued');
      expect((await office.page({ id: road.id })).figures?.yearClass).toBe('continued');
      expect((await office.carryPreview({ year: 2027 }))[0]?.has).toEqual({
        ...{ annual: wan(31_000), doneBeforeYear: wan(19_000), yearClass: 'finishing', version: 1 },
      });
      world.clock.now = instantAt('2027-01-04' as Day, '09:00');
      expect((await world.as('office').projects.page({ id: road.id })).figures).toMatchObject({
        yearClass: 'finishing',
        yearPlan: wan(31_000),
      });
      await turnYears(world.services);
      expect((await world.as('office').projects.get({ id: road.id })).project.yearClass).toBe('finishing');
      // A cut of December taken again still counts December's list.
      const [old] = await world.db.selectFrom('year_plan').select('yearClass').where('year', '=', 2026).execute();
      expect(old?.yearClass).toBe('continued');
      const { seq } = await world.db.selectFrom('event_head').select('seq').executeTakeFirstOrThrow();
      await turnYears(world.services);
      expect((await world.db.selectFrom('event_head').select('seq').executeTakeFirstOrThrow()).seq).toBe(seq);
    });

    test('once the year has begun the project takes the class at once', async () => {
      world.clock.now = instantAt('2027-01-04' as Day, '09:00');
      const office = world.as('office').projects;
      await office.carryOver({ year: 2027, rows: [row()] });
      expect(await office.get({ id: road.id })).toMatchObject({
        project: { yearClass: 'finishing' },
        yearPlan: { annual: wan(31_000), doneBeforeYear: wan(19_000), yearClass: null },
      });
      expect((await office.history({ id: road.id }))[0]?.action).toBe('project.carried');
    });

    test('one row that cannot be carried leaves all of them', async () => {
      const bridge = await world.addProject({ name: '老桥', stage: 'completed' });
      const office = world.as('office').projects;
      const both = { year: 2027, rows: [row(), row({ projectId: bridge.id })] };
      expect((await refused(world, () => office.carryOver(both))).details).toMatchObject({ reason: 'carry-finished' });
      expect((await refused(world, () => office.carryOver({ year: 2029, rows: [row()] }))).details).toMatchObject({ reason: 'carry-year' });
      expect((await refused(world, () => office.carryOver({ year: 2027, rows: [row({ version: 3 })] }))).code).toBe('CONFLICT');
      expect((await refused(world, () => office.carryOver({ year: 2027, rows: [row({ annual: wan(-1) })] }))).details).toMatchObject({
        reason: 'amount-negative',
      });
      await expect(world.as('officer').projects.carryOver({ year: 2027, rows: [row()] })).rejects.toThrow('FORBIDDEN');
    });
  });
}
