import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runChange } from '#server/change.ts';
import * as cuts from '#server/cuts/freeze.ts';
import * as events from '#server/events/store.ts';
import { presetCriteria } from '#shared/inspections/presets.ts';
import { day, Month, Quarter } from '#shared/kit/calendar.ts';
import type { Project } from '#shared/projects/schema.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';

for (const dialect of dialects) {
  describe(`flags on ${dialect}`, () => {
    let world: World;
    let projects: Project[];
    beforeEach(async () => {
      world = await openWorld({ dialect });
      projects = [];
      for (const name of ['第一小学', '第二小学', '第三小学']) projects.push(await world.addProject({ name, category: '教育' }));
      for (const project of projects) await world.as('office').inspections.addStop({ projectId: project.id });
    });
    afterEach(() => world.close());

    const flagRows = () => world.db.selectFrom('flag').selectAll().orderBy('id').execute();
    const at = (index: number) => {
      const project = projects[index];
      if (!project) throw new Error('no such project');
      return project;
    };

    /** Scores the three, the first best, and closes. */
    async function closed() {
      const office = world.as('office').inspections;
      const { inspection, entries } = await office.current();
      if (!inspection.id || !inspection.version) throw new Error('nothing planned');
      const open = await office.open({ id: inspection.id, version: inspection.version });
      for (const [index, entry] of entries.entries()) {
        const marks = Object.fromEntries(presetCriteria.map((criterion) => [criterion.id, criterion.weight * (9 - index)]));
        await world.as('inspector').scoresheets.submit({ entryId: entry.id, marks, remark: null, version: null });
      }
      return office.close({ id: open.id, version: open.version });
    }

    /** Freezes the month's lamps: no project has returned anything, so all are red. */
    async function cutOctober() {
      const witness = {
        now: world.clock.now,
        actor: events.systemActor,
        requestId: 'cut',
        auditKey: 'a key for tests',
        newId: world.newId,
      };
      await runChange(world.services, (tx) =>
        cuts.takeCut(tx, witness, {
          district: { id: world.districtId },
          kind: 'month',
          period: Month.parse('2026-10'),
          asOf: day('2026-10-31'),
        }),
      );
    }

    it('go to entries of the inspection alone, black ones with a basis, one to a project', async () => {
      const office = world.as('office').flags;
      const outside = await world.addProject({ name: '不参评项目' });
      const refused = async (input: Parameters<typeof office.propose>[0], reason: string) => {
        const before = await flagRows();
        await expect(office.propose(input)).rejects.toMatchObject({ cause: { code: 'REFUSED', details: { reason } } });
        expect(await flagRows()).toEqual(before);
      };
      await refused({ projectId: outside.id, colour: 'red', basis: '' }, 'not-an-entry');
      await refused({ projectId: at(0).id, colour: 'black', basis: ' ' }, 'basis-missing');
      await office.propose({ projectId: at(0).id, colour: 'red', basis: '' });
      await refused({ projectId: at(0).id, colour: 'black', basis: '末位' }, 'already-flagged');
    });

    it('keep their entry in the inspection', async () => {
      await world.as('office').flags.propose({ projectId: at(0).id, colour: 'red', basis: '' });
      const [entry] = (await world.as('office').inspections.current()).entries;
      if (!entry) throw new Error('no entry');
      await expect(world.as('office').inspections.removeStop({ id: entry.id, version: entry.version })).rejects.toMatchObject({
        cause: { details: { reason: 'entry-flagged' } },
      });
    });

    it('are proposed by rule from the closed ranking: first red, last black where the month’s lamp was red', async () => {
      const office = world.as('office').flags;
      await expect(office.proposeByRule()).rejects.toMatchObject({ cause: { details: { reason: 'inspection-not-closed' } } });
      await closed();
      await cutOctober();
      expect(await office.proposeByRule()).toEqual({ proposed: 2 });
      const { flags } = await office.list();
      expect(flags.map((flag) => [flag.projectName, flag.colour, flag.basis])).toEqual([
        ['第一小学', 'red', '乙组 民生与基础设施第1名（共3个），得分 90.0'],
        ['第三小学', 'black', '乙组 民生与基础设施末位（第3名，共3个），得分 70.0；10月红灯'],
      ]);
      await expect(office.proposeByRule()).rejects.toMatchObject({ cause: { details: { reason: 'nothing-to-propose' } } });
      expect(await flagRows()).toHaveLength(2);
    });

    it('spare the last where no month of the quarter was cut', async () => {
      await closed();
      expect(await world.as('office').flags.proposeByRule()).toEqual({ proposed: 1 });
      expect((await world.as('office').flags.preview()).map((one) => [one.colour, one.outcome])).toEqual([
        ['red', 'proposed'],
        ['black', 'spared'],
      ]);
    });

    it('go from the office through the review to the leader and back to be announced', async () => {
      await closed();
      const office = world.as('office').flags;
      const leader = world.as('leader').flags;
      const proposed = await office.propose({ projectId: at(0).id, colour: 'red', basis: '' });
      await expect(leader.sign({ id: proposed.id, version: 1 })).rejects.toMatchObject({
        cause: { details: { reason: 'flag-not-in-state' } },
      });
      const reviewed = await office.review({ id: proposed.id, version: 1, basis: '乙组第1名' });
      await expect(office.sign({ id: proposed.id, version: 2 })).rejects.toMatchObject({ cause: { code: 'FORBIDDEN' } });
      await expect(office.announce({ id: proposed.id, version: 2 })).rejects.toMatchObject({
        cause: { details: { reason: 'flag-not-in-state' } },
      });
      const signed = await leader.sign({ id: proposed.id, version: reviewed.version });
      expect(signed.signedByName).toBe('郑副区长');
      await expect(office.withdraw({ id: proposed.id, version: signed.version })).rejects.toMatchObject({
        cause: { details: { reason: 'flag-not-in-state' } },
      });
      expect((await world.as('officer').flags.list()).flags).toEqual([]);
      await office.announce({ id: proposed.id, version: signed.version });
      expect((await world.as('officer').flags.list()).flags).toMatchObject([{ colour: 'red', state: 'announced', basis: '乙组第1名' }]);
      expect(await office.byUnit({ quarter: proposed.quarter })).toMatchObject([{ unitName: '住建局', red: 1, black: 0 }]);
    });

    it('move only from the version that was seen', async () => {
      await closed();
      const office = world.as('office').flags;
      const proposed = await office.propose({ projectId: at(0).id, colour: 'red', basis: '' });
      await office.review({ id: proposed.id, version: 1 });
      const before = await flagRows();
      await expect(office.withdraw({ id: proposed.id, version: 1 })).rejects.toMatchObject({ cause: { code: 'CONFLICT' } });
      expect(await flagRows()).toEqual(before);
    });

    it('can be proposed anew after they were withdrawn', async () => {
      const office = world.as('office').flags;
      const first = await office.propose({ projectId: at(0).id, colour: 'red', basis: '' });
      await office.withdraw({ id: first.id, version: 1, reason: '联席评定未通过' });
      await office.propose({ projectId: at(0).id, colour: 'black', basis: '质量问题' });
      expect(await flagRows()).toMatchObject([{ colour: 'black' }]);
    });

    it('black in two quarters in a row lead to a talk', async () => {
      await world.db
        .insertInto('flag')
        .values({
          id: world.newId('flag'),
          districtId: world.districtId,
          quarter: Quarter.parse('2026-Q3'),
          projectId: at(2).id,
          unitId: null,
          colour: 'black',
          state: 'announced',
          basis: '三季度末位',
          signedByName: '郑副区长',
          version: 4,
        })
        .execute();
      await world.as('office').flags.propose({ projectId: at(2).id, colour: 'black', basis: '再次末位' });
      expect((await world.as('leader').flags.list()).flags).toMatchObject([{ quartersInRow: 2, consequence: 'talk' }]);
    });
  });
}
