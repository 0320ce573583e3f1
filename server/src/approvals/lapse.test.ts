import { afterEach, describe, expect, it } from 'vitest';
import { untold } from '#shared/approvals/schema.ts';
import { day, instantAt } from '#shared/kit/calendar.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';
import { withdrawTolerances } from './lapse.ts';

for (const dialect of dialects) {
  describe(`tolerances on ${dialect}`, () => {
    let world: World;
    afterEach(() => world.close());

    /** Accepted by the water bureau on Thursday 2026-10-29, today, its papers promised for Friday 6 November. */
    async function tolerated() {
      world = await openWorld({ dialect });
      const project = await world.addProject({ name: '河东片区排水防涝管网提升工程' });
      const { id, version } = await world.as('office').approvals.create({
        ...{ projectId: project.id, name: '水土保持方案', group: 'engineering', agencyUnitId: world.units.water.id },
        ...{ limitDays: 10, limitUnit: 'workday', state: 'pending', acceptedOn: null, dueOn: null, doneOn: null },
        ...{ documentNumber: null, tolerantUntil: null },
      });
      const entry = { kind: 'tolerated' as const, on: day('2026-10-29'), papers: ['弃土场协议'], until: day('2026-11-06') };
      const step = await world.as('officer').approvals.tell({ id, version, entry, documentNumber: null, validUntil: untold.validUntil });
      return { project, step };
    }

    const stepOf = async (projectId: Awaited<ReturnType<typeof tolerated>>['project']['id']) =>
      (await world.as('office').approvals.ofProject({ projectId }))[0];
    const events = () => world.db.selectFrom('event').selectAll().where('action', '=', 'step.lapsed').execute();

    it('what was not redeemed is withdrawn at midnight, once, and its unit and its agency hear of it', async () => {
      const { project } = await tolerated();
      const water = await world.addAccount('officer', world.units.water.id, '钱科员');
      world.clock.now = instantAt(day('2026-11-06'), '23:00');
      await withdrawTolerances(world.services);
      expect(await stepOf(project.id)).toMatchObject({ state: 'tolerant', version: 2 });
      world.clock.now = instantAt(day('2026-11-07'), '00:00');
      await withdrawTolerances(world.services);
      await withdrawTolerances(world.services);
      expect(await stepOf(project.id)).toMatchObject({ state: 'pending', acceptedOn: null, tolerantUntil: null, version: 3 });
      expect(await events()).toMatchObject([{ actorId: 'system', projectId: project.id }]);
      for (const officer of ['officer', water] as const) {
        const { items } = await world.as(officer).notices.list({ unreadOnly: true });
        expect(items[0]).toMatchObject({ kind: 'step-lapsed', subject: project.name, text: '水土保持方案' });
      }
    });

    it('a server that stood still does it when it is back', async () => {
      const { project } = await tolerated();
      world.clock.now = instantAt(day('2026-12-30'), '08:00');
      await withdrawTolerances(world.services);
      expect(await stepOf(project.id)).toMatchObject({ state: 'pending' });
    });

    it('what was redeemed in time is left as it is', async () => {
      const { project, step } = await tolerated();
      const entry = { kind: 'redeemed', on: day('2026-10-29') } as const;
      await world.as('officer').approvals.tell({ id: step.id, version: step.version, entry, documentNumber: null, validUntil: null });
      world.clock.now = instantAt(day('2026-11-30'), '08:00');
      await withdrawTolerances(world.services);
      expect(await stepOf(project.id)).toMatchObject({ state: 'accepted' });
      expect(await events()).toEqual([]);
    });
  });
}
