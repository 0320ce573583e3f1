import { afterEach, describe, expect, it } from 'vitest';
import { day } from '#shared/kit/calendar.ts';
import { wan } from '#shared/kit/money.ts';
import { noFacts } from '#shared/registrations/rules.ts';
import { refused } from '#tests/support/refusal.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';

for (const dialect of dialects) {
  describe(`registrations on ${dialect}`, () => {
    let world: World;
    afterEach(() => world.close());

    async function submitted() {
      world = await openWorld({ dialect });
      const project = await world.addProject({ name: '河东片区排水防涝管网提升工程' });
      const given = { projectId: project.id, submittedOn: day('2026-10-20'), registeredOn: null, note: null, version: 0 };
      return { project, given, first: await world.as('officer').registrations.set(given) };
    }

    it('a project is submitted, then registered, and stays one registration', async () => {
      const { project, given, first } = await submitted();
      const second = await world.as('officer').registrations.set({ ...given, registeredOn: day('2026-10-28'), version: first.version });
      expect(second).toMatchObject({ id: first.id, registeredOn: '2026-10-28', version: 2 });
      expect(await world.as('leader').registrations.ofProject({ projectId: project.id })).toEqual(second);
    });

    it('a registration before its submission or in days to come is refused', async () => {
      const { given } = await submitted();
      for (const [registeredOn, reason] of [
        [day('2026-10-19'), 'registered-before-submitted'],
        [day('2026-10-30'), 'date-in-future'],
      ] as const) {
        const failure = await refused(world, () => world.as('officer').registrations.set({ ...given, registeredOn, version: 1 }));
        expect(failure).toMatchObject({ code: 'REFUSED', details: { reason } });
      }
    });

    it('papers and what they say are kept, and stay where they are not given', async () => {
      const { project, given, first } = await submitted();
      const facts = { ...noFacts, approvedFor: '示例区住建局', contractOwner: '示例区水利局', approvedTotal: wan(40_000) };
      const kept = await world
        .as('officer')
        .registrations.set({ ...given, papers: ['approval', 'contract'], facts, version: first.version });
      const later = await world.as('officer').registrations.set({ ...given, note: '已补报', version: kept.version });
      expect(later).toMatchObject({ papers: ['approval', 'contract'], facts, note: '已补报', version: 3 });
      const [row] = await world
        .as('office')
        .ledgers.rows({ ledger: 'registrations' })
        .then(({ records }) => records);
      expect(row).toMatchObject({
        project: { projectId: project.id },
        registration: { papers: { part: 2, base: 6 }, differing: ['owner', 'total'] },
      });
    });

    it('what the bureau gives back says why, and is under way again once it is handed in anew', async () => {
      const { given } = await submitted();
      const bare = await refused(world, () =>
        world.as('officer').registrations.set({ ...given, returnedOn: day('2026-10-24'), version: 1 }),
      );
      expect(bare.details).toMatchObject({ reason: 'return-without-reason' });
      const back = { ...given, returnedOn: day('2026-10-24'), returnedReason: '总投资与批文不符' };
      const returned = await world.as('officer').registrations.set({ ...back, version: 1 });
      const again = await world.as('officer').registrations.set({ ...given, submittedOn: day('2026-10-26'), version: returned.version });
      expect(again).toMatchObject({ submittedOn: '2026-10-26', returnedOn: '2026-10-24', returnedReason: '总投资与批文不符' });
    });

    it('nobody sets over what they have not seen, nor for another unit’s project', async () => {
      const { given } = await submitted();
      expect(await refused(world, () => world.as('office').registrations.set(given))).toMatchObject({
        code: 'CONFLICT',
        details: { newer: { version: 1 } },
      });
      const foreign = await world.addProject({ name: '西泉水库除险加固', unitId: world.units.water.id });
      const theirs = await refused(world, () => world.as('officer').registrations.set({ ...given, projectId: foreign.id }));
      expect(theirs.code).toBe('NOT_FOUND');
    });
  });
}
