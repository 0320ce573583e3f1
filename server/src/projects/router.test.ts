import { afterEach, describe, expect, it } from 'vitest';
import { noLimit } from '#shared/approvals/schema.ts';
import { day } from '#shared/kit/calendar.ts';
import { wan } from '#shared/kit/money.ts';
import type { UpdateProject } from '#shared/projects/changes.ts';
import type { Project } from '#shared/projects/schema.ts';
import { refused } from '#tests/support/refusal.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';

for (const dialect of dialects) {
  describe(`projects on ${dialect}`, () => {
    let world: World;
    afterEach(() => world.close());

    async function preparing(permit: 'pending' | 'done') {
      world = await openWorld({ dialect });
      const project = await world.addProject({ name: '河东片区排水防涝管网提升工程', stage: 'preparing' });
      await world.as('office').approvals.create({
        projectId: project.id,
        name: '建筑工程施工许可证',
        group: 'construction',
        agencyUnitId: null,
        limitDays: 7,
        limitUnit: 'workday',
        state: permit,
        acceptedOn: null,
        dueOn: null,
        doneOn: permit === 'done' ? day('2026-10-20') : null,
        documentNumber: null,
        tolerantUntil: null,
      });
      return project;
    }

    it('a unit starts its project once the permit is there, and the day of the start is kept', async () => {
      const project = await preparing('done');
      const started = await world.as('officer').projects.moveStage({ id: project.id, version: 1, to: 'started', on: day('2026-10-26') });
      expect(started).toMatchObject({ stage: 'started', actualStart: '2026-10-26', version: 2 });
      const building = await world.as('office').projects.moveStage({ id: project.id, version: 2, to: 'building' });
      expect(building).toMatchObject({ stage: 'building', actualStart: '2026-10-26' });
    });

    it('a move back says why and takes the day of the start away again', async () => {
      const project = await preparing('done');
      await world.as('officer').projects.moveStage({ id: project.id, version: 1, to: 'started' });
      const back = { id: project.id, version: 2, to: 'preparing' } as const;
      expect((await refused(world, () => world.as('office').projects.moveStage(back))).details).toMatchObject({
        missing: ['reason-missing'],
      });
      const again = await world.as('office').projects.moveStage({ ...back, reason: '误登记' });
      expect(again).toMatchObject({ stage: 'preparing', actualStart: null });
    });

    it('what 达效 rests on and why early stages are left out is asked for, kept and shown', async () => {
      world = await openWorld({ dialect });
      const producing = await world.addProject({ name: '智能装备产业园', stage: 'producing' });
      const rebuilt = await world.addProject({ name: '谷川镇防洪堤修复', kind: 'reconstruction', stage: 'planned' });
      const bare = await refused(world, () =>
        world.as('office').projects.moveStage({ id: producing.id, version: 1, to: 'at-capacity', evidenceNote: '  ' }),
      );
      expect(bare.details).toMatchObject({ reason: 'gate', missing: ['evidence-note-missing'] });
      await world
        .as('office')
        .projects.moveStage({ id: producing.id, version: 1, to: 'at-capacity', evidenceNote: '三季度产值达设计产能' });
      const leap = { id: rebuilt.id, version: 1, to: 'started' } as const;
      const noWhy = await refused(world, () => world.as('officer').projects.moveStage(leap));
      expect(noWhy.details).toMatchObject({ reason: 'gate', missing: ['permit-missing', 'skip-reason-missing'] });
      await world.as('office').approvals.create({
        ...{ projectId: rebuilt.id, name: '施工许可证', group: 'construction', agencyUnitId: null, state: 'exempt', ...noLimit },
        ...{ acceptedOn: null, doneOn: null, documentNumber: null, tolerantUntil: null },
      });
      await world.as('officer').projects.moveStage({ ...leap, on: day('2026-10-27'), reason: '汛前抢险，前期手续合并办理' });
      const ways = await Promise.all([producing, rebuilt].map(({ id }) => world.as('leader').projects.page({ id })));
      expect(ways.map((page) => page.stages)).toMatchObject([
        [{ from: 'producing', to: 'at-capacity', on: '2026-10-29', by: '宋科长', evidenceNote: '三季度产值达设计产能' }],
        [{ from: 'planned', to: 'started', on: '2026-10-27', reason: '汛前抢险，前期手续合并办理' }],
      ]);
    });

    it('a start without its permit is refused, and so is a finish that nobody has verified', async () => {
      const project = await preparing('pending');
      const start = await refused(world, () => world.as('officer').projects.moveStage({ id: project.id, version: 1, to: 'started' }));
      expect(start).toMatchObject({ code: 'REFUSED', details: { reason: 'gate', missing: ['permit-pending'] } });
      const building = await world.addProject({ name: '西泉水库除险加固' });
      const finish = await refused(world, () => world.as('office').projects.moveStage({ id: building.id, version: 1, to: 'completed' }));
      expect(finish.details).toMatchObject({ reason: 'gate', missing: ['site-visit-missing'] });
    });

    it('a stage is not reached on a day to come, nor against an older version, nor by a leader', async () => {
      const project = await preparing('done');
      const start = { id: project.id, version: 1, to: 'started' } as const;
      const later = await refused(world, () => world.as('officer').projects.moveStage({ ...start, on: day('2026-10-30') }));
      expect(later.details).toMatchObject({ reason: 'date-in-future' });
      await world.as('office').projects.update({ ...plain(project), leaderName: '何区长' });
      expect((await refused(world, () => world.as('officer').projects.moveStage(start))).code).toBe('CONFLICT');
      await expect(world.as('leader').projects.moveStage(start)).rejects.toThrow('FORBIDDEN');
    });

    it('no amount of a project is less than nothing', async () => {
      const project = await preparing('pending');
      for (const amount of ['totalInvestment', 'annualPlan', 'doneBeforeYear'] as const) {
        const failure = await refused(world, () => world.addProject({ name: '西泉水库除险加固', [amount]: wan(-1) }));
        expect(failure.details, amount).toMatchObject({ reason: 'amount-negative' });
      }
      const failure = await refused(world, () => world.as('office').projects.update({ ...plain(project), totalInvestment: wan(-1) }));
      expect(failure.details).toMatchObject({ reason: 'amount-negative' });
    });

    it('what is searched for is text, not a pattern', async () => {
      await preparing('pending');
      const half = await world.addProject({ name: '光伏 50% 并网_一期' });
      const search = async (text: string) => (await world.as('office').projects.search({ text })).projects.map((found) => found.id);
      expect(await search('50%')).toEqual([half.id]);
      expect(await search('网_一')).toEqual([half.id]);
      expect(await search('%')).toEqual([half.id]);
      expect(await search('\\')).toEqual([]);
      expect(await search('并网')).toEqual([half.id]);
    });

    it('the nearest find comes first: the code’s tail, the name, its initials, its pinyin, its unit', async () => {
      const pump = await preparing('pending');
      const park = await world.addProject({ name: '智能电气产业园建设项目（一期）', code: '2603-999999-04-01-118650' });
      const water = await world.addProject({ name: '西泉水库除险加固', unitId: world.units.water.id });
      const names = async (text: string) => (await world.as('office').projects.search({ text })).projects.map((found) => found.name);
      for (const text of ['118650', '智能', 'zndq', 'zhineng', "zhi'neng", '（一期）', '(一期)', 'ZNDQ']) {
        expect(await names(text), text).toEqual([park.name]);
      }
      expect(await names('水')).toEqual([pump.name, water.name]);
      expect(await names('zhujianju')).toEqual([]);
      const unit = await world.as('office').projects.search({ text: 'zjj' });
      expect(unit).toMatchObject({ projects: [], units: [{ id: world.units.housing.id, shortName: '住建局' }] });
      expect((await world.as('office').projects.search({ text: '住建局' })).projects.map((found) => found.name)).toEqual([
        pump.name,
        park.name,
      ]);
    });

    it('an officer finds the own unit’s projects and units alone', async () => {
      await preparing('pending');
      await world.addProject({ name: '河东水库除险加固', unitId: world.units.water.id });
      expect(await world.as('officer').projects.search({ text: '河东' })).toMatchObject({ projects: [{ unitName: '住建局' }], units: [] });
      expect(await world.as('officer').projects.search({ text: '水利局' })).toMatchObject({ projects: [], units: [] });
      await expect(world.as('inspector').projects.search({ text: '河东' })).rejects.toThrow('FORBIDDEN');
    });

    it('meetings, bulletins and people are found by number, day and pinyin, as far as a role reaches', async () => {
      const project = await preparing('pending');
      await world.as('office').agenda.add({ projectId: project.id, after: null });
      await world.as('office').bulletins.nominate({ projectId: project.id, kind: 'praise', after: null });
      await world.as('office').contacts.add({ unitId: world.units.water.id, name: '罗建国', duty: '项目专员', phone: null });
      const of = async (who: 'office' | 'officer', text: string) => {
        const { meetings, bulletins, people } = await world.as(who).projects.search({ text });
        return [meetings.length, bulletins.length, people.map(({ name, isLeader }) => [name, isLeader])];
      };
      expect(await of('office', 'lh')).toEqual([1, 0, []]);
      expect(await of('office', '10月通报')).toEqual([0, 1, []]);
      expect(await of('office', 'zfqz')).toEqual([0, 0, [['郑副区长', true]]]);
      expect(await of('office', '罗建国')).toEqual([0, 0, [['罗建国', false]]]);
      expect(await of('officer', 'zfqz')).toEqual([0, 0, [['郑副区长', true]]]);
      expect(await of('officer', '罗建国')).toEqual([0, 0, []]);
      expect(await of('officer', '例会')).toEqual([0, 0, []]);
    });

    it('the office plans a year by months that add up to it', async () => {
      const project = await preparing('pending');
      const months = Array.from({ length: 12 }, () => wan(1_000));
      const plan = { projectId: project.id, year: 2026, annual: wan(12_000), byMonth: months, doneBeforeYear: wan(300), version: 1 };
      const failure = await refused(world, () => world.as('office').projects.setYearPlan({ ...plan, annual: wan(12_001) }));
      expect(failure).toMatchObject({ code: 'REFUSED', details: { reason: 'months-not-the-year' } });
      expect(await world.as('office').projects.setYearPlan(plan)).toMatchObject({ annual: wan(12_000), byMonth: months, version: 2 });
      const next = await world.as('office').projects.setYearPlan({ ...plan, year: 2027, byMonth: null, version: 0 });
      expect(next).toMatchObject({ year: 2027, version: 1 });
      expect((await refused(world, () => world.as('office').projects.setYearPlan(plan))).code).toBe('CONFLICT');
      await expect(world.as('officer').projects.setYearPlan(plan)).rejects.toThrow('FORBIDDEN');
    });
  });
}

function plain(project: Project): UpdateProject {
  const { key: _key, districtId: _district, stage: _stage, standing: _standing, ...fields } = project;
  return fields;
}
