import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inlinesOf } from '#shared/documents/tokens.ts';
import { type Day, day, instantAt, type Month } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import { wan } from '#shared/kit/money.ts';
import type { Project } from '#shared/projects/schema.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';
import * as cuts from './store.ts';

const october = '2026-10' as Month;

for (const dialect of dialects) {
  describe(`a month that is cut again later on ${dialect}`, () => {
    let world: World;
    let road: Project;
    let pump: Project;

    beforeAll(async () => {
      world = await openWorld({ dialect, now: instantAt(day('2026-09-10'), '09:00') });
      road = await world.addProject({ name: '东林路快速化改造工程', stage: 'planned' });
      pump = await world.addProject({ name: '城西排涝泵站修复工程', stage: 'planned' });
      world.clock.now = instantAt(day('2026-10-12'), '09:00');
      await addStep(road.id, '施工图设计文件审查');
    });
    afterAll(() => world.close());

    function addStep(projectId: Id<'project'>, name: string, acceptedOn: Day | null = null) {
      return world.as('office').approvals.create({
        ...{ projectId, name, group: 'construction', agencyUnitId: null, limitDays: 7, limitUnit: 'workday' },
        ...{ state: acceptedOn ? 'accepted' : 'pending', acceptedOn, dueOn: null, doneOn: null, documentNumber: null, tolerantUntil: null },
      });
    }
    async function cut(month: Month) {
      await world.as('office').lamps.cut({ month });
      const taken = await cuts.find(world.db, world.districtId, 'month', month);
      const rows = taken ? await cuts.rows(world.db, taken.id) : [];
      return rows.map(({ projectId, stage, standing, stepsNeeded, stepsOwed }) => ({ projectId, stage, standing, stepsNeeded, stepsOwed }));
    }
    const of = (rows: Awaited<ReturnType<typeof cut>>, { id }: Pick<Project, 'id'>) => rows.find((row) => row.projectId === id);

    test('holds what the first held, whatever was entered, moved or suspended since', async () => {
      world.clock.now = instantAt(day('2026-11-01'), '00:05');
      const before = await cut(october);
      expect(before).toHaveLength(2);
      expect(of(before, road)).toMatchObject({ stage: 'planned', stepsNeeded: 1 });

      world.clock.now = instantAt(day('2026-11-03'), '10:00');
      await world.addProject({ name: '北湖片区管网改造工程', stage: 'planned' });
      await addStep(road.id, '建筑工程施工许可');
      await world.as('office').projects.moveStage({ id: road.id, version: road.version, to: 'signed' });
      const stop = { to: 'suspended' as const, on: day('2026-11-02'), reason: '资金未到位，主体停工' };
      await world.as('office').projects.setStanding({ id: pump.id, version: pump.version, ...stop });

      expect(await cut(october)).toEqual(before);
      const live = await world.as('office').projects.page({ id: road.id });
      expect(live.figures).toMatchObject({ stage: 'signed', stepsNeeded: 2 });
    });

    test('takes in what had happened by its end and was written down later', async () => {
      const late = await world.addProject({ name: '示范区标准厂房项目', stage: 'building', actualStart: day('2026-10-08') });
      await addStep(road.id, '工程质量监督手续', day('2026-10-20'));
      const { version } = (await world.as('office').projects.get({ id: pump.id })).project;
      await world
        .as('office')
        .projects.setStanding({ id: pump.id, version, to: 'active', on: day('2026-11-03'), reason: '资金已到位复工' });
      const { version: next } = (await world.as('office').projects.get({ id: pump.id })).project;
      const stop = { to: 'suspended' as const, on: day('2026-10-15'), reason: '汛期停工，补记停建日期' };
      await world.as('office').projects.setStanding({ id: pump.id, version: next, ...stop });

      const rows = await cut(october);
      expect(rows.map(({ projectId }) => projectId)).toEqual([road.id, late.id]);
      expect(of(rows, road)).toMatchObject({ stage: 'planned', stepsNeeded: 2, stepsOwed: ['工程质量监督手续', '施工图设计文件审查'] });
    });

    test('of a month before the list was begun, what its first month brought counts', async () => {
      const rows = await cut('2026-08' as Month);
      expect(rows.map(({ projectId }) => projectId)).toEqual([road.id, pump.id]);
      expect(of(rows, road)).toMatchObject({ stage: 'planned', stepsNeeded: 0 });
    });

    test('keeps what was put right of the month before, and its bulletin says so', async () => {
      const november = '2026-11' as Month;
      const plan = (annual: number, version: number) =>
        world.as('office').projects.setYearPlan({
          ...{ projectId: road.id, year: 2026, annual: wan(annual), byMonth: null, doneBeforeYear: wan(0), version },
        });
      const listed = () => world.as('office').lamps.corrections({ month: october });
      await plan(7_200, 1);
      const before = await listed();
      expect(before[0]).toEqual({
        projectId: road.id,
        name: road.name,
        unitName: '住建局',
        field: 'yearPlan',
        cut: wan(12_000),
        now: wan(7_200),
      });

      world.clock.now = instantAt(day('2026-12-01'), '09:00');
      await world.as('office').lamps.cut({ month: november });
      await plan(8_400, 2);
      expect(await listed()).toEqual(before);

      const { document } = await world.as('office').bulletins.view({ month: november });
      const said = document.blocks
        .flatMap(inlinesOf)
        .map(({ text }) => text)
        .join('');
      expect(said).toContain(
        '10月份数据定格后，1个项目的月末数据经核实更正：东林路快速化改造工程（住建局）年度计划投资由12,000万元更正为7,200万元',
      );
      expect(said).not.toContain('8,400');
      const changes = await world.as('office').bulletins.changes({ month: november });
      expect(changes?.live.words).toBeGreaterThan(0);
    });
  });
}
